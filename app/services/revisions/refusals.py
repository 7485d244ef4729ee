"""Why a change to the text of a draft cannot be made."""

from app.domain.errors import Misfortune


class UnknownProvision(Misfortune):
    """A change names a provision that does not stand in the text."""

    def __init__(self, eid: str) -> None:
        super().__init__(
            f"The text in hand has no provision “{eid}”.",
            "It may have been repealed or not yet inserted; look at the text as it stands.",
        )
        self.eid = eid


class StandsAlready(Misfortune):
    """A provision was to be inserted that stands in the text."""

    def __init__(self, eid: str) -> None:
        super().__init__(
            f"The provision “{eid}” stands in the text; it can stand in one place only.",
            "Change it where it stands, or insert a provision of another name.",
        )
        self.eid = eid


class BelowItself(Misfortune):
    """A provision was to be put below or after itself or one of its own."""

    def __init__(self, eid: str) -> None:
        super().__init__(
            f"The provision “{eid}” cannot be put below or after itself.",
            "Choose a place outside of it.",
        )
        self.eid = eid


class NoRoom(Misfortune):
    """So much was inserted in one place that the order of provisions has no room left."""

    def __init__(self, eid: str) -> None:
        super().__init__(
            f"There is no room left for more provisions after “{eid}”.",
            "Insert them at another place.",
        )
