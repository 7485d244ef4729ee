"""Why something cannot be done to a draft, in words that name the provision.

Where ``is_final`` holds, trying the same again is of no use.
"""

from app.domain.errors import Misfortune


class NotADraft(Misfortune):
    """A version that is no draft was to be changed."""

    is_final = True

    def __init__(self, label: str) -> None:
        super().__init__(
            f"Version “{label}” is no draft, so its text cannot be changed.",
            "Draft a new version instead.",
        )


class NoText(Misfortune):
    """A new version was to be drafted of rules whose text the workspace does not hold."""

    def __init__(self, title: str) -> None:
        super().__init__(
            f"The workspace does not hold the text of “{title}”, so there is nothing to change.",
            "Bring the text in first.",
        )


class CannotStandThere(Misfortune):
    """A provision was to be put where nothing of its kind can stand."""

    def __init__(self, what: str, where: str) -> None:
        super().__init__(
            f"“{what}” cannot stand in “{where}”.",
            "Choose a place in a higher unit: paragraphs stand in articles, articles in chapters.",
        )


class InsideItself(Misfortune):
    """A provision was to be put into or beside itself or one of its own."""

    def __init__(self, what: str) -> None:
        super().__init__(f"“{what}” cannot be put inside of itself.", "Choose a place outside.")


class NotThere(Misfortune):
    """A provision is not in the text of the draft."""

    is_final = True

    def __init__(self, eid: str) -> None:
        super().__init__(
            f"The draft has no provision “{eid}”.",
            "It may have been repealed; look at the text as it stands.",
        )


class RestoreAbove(Misfortune):
    """A provision was to be restored into one that is repealed itself."""

    def __init__(self, what: str, above: str) -> None:
        super().__init__(
            f"“{what}” stood in “{above}”, which is repealed too.", f"Restore “{above}” first."
        )


class ChangedElsewhere(Misfortune):
    """The words of a provision are not those that somebody began to change.

    Attributes:
        theirs: What it says now.
    """

    def __init__(self, what: str, theirs: str) -> None:
        super().__init__(
            f"The text of “{what}” was changed elsewhere after you opened it.",
            "Look at what it says now and make your change again.",
        )
        self.theirs = theirs


class NothingChosen(Misfortune):
    """A bracket was to be settled that is not there any more."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"The brackets in “{what}” have changed.", "Look at them again and choose anew."
        )


class NotSettled(Misfortune):
    """A draft was to be adopted in which something is not agreed; each place is named."""

    def __init__(self, label: str, places: tuple[str, ...]) -> None:
        shown = "; ".join(places[:12]) + ("; and more" if len(places) > 12 else "")
        super().__init__(
            f"Version “{label}” cannot be adopted yet: {shown}.",
            "Choose one proposal or none, and one alternative or none, at each of these places.",
        )
        self.places = places
