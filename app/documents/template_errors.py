"""What can be wrong with a template, each said with its file and its line."""

from app.domain.errors import Misfortune

_RESTORE = "Correct the template, or restore the one that came with JWG Desk."


class TemplateError(Misfortune):
    """A template cannot be used as it is.

    Attributes:
        template: Its file.
        line: The line, from 1; 0 where there is none.
    """

    def __init__(self, problem: str, *, template: str, line: int, remedy: str = _RESTORE) -> None:
        place = f", line {line}" if line else ""
        super().__init__(f"The template “{template}”{place} {problem}.", remedy)
        self.template = template
        self.line = line


class UnknownField(TemplateError):
    """It prints a field that its document does not have.

    Attributes:
        field: The field, as it is written.
        nearest: The known one that it may mean; empty where none is near.
    """

    def __init__(
        self, field: str, *, template: str, line: int, nearest: str = "", others: int = 0
    ) -> None:
        """Make it.

        Args:
            field: The field, as it is written.
            template: Its file.
            line: The line, from 1.
            nearest: The known field that it may mean.
            others: How many more there are like it.
        """
        meant = f"Perhaps “{nearest}” is meant. " if nearest else ""
        more = f"{others} more are not known. " if others > 1 else ""
        more = "One more is not known. " if others == 1 else more
        super().__init__(
            f"asks for “{field}”, which is no field of this document",
            template=template,
            line=line,
            remedy=f"{meant}{more}{_RESTORE}",
        )
        self.field = field
        self.nearest = nearest


class ForbiddenInTemplate(TemplateError):
    """It tries something that templates may not do."""

    def __init__(self, what: str, *, template: str, line: int) -> None:
        super().__init__(
            f"uses {what}, which is not allowed in templates", template=template, line=line
        )
        self.what = what


class TemplateUnreadable(TemplateError):
    """It is not written as templates are written, or it stumbles over a fact."""

    def __init__(self, problem: str, *, template: str, line: int) -> None:
        super().__init__(f"cannot be followed: {problem}", template=template, line=line)


class NoTemplate(TemplateError):
    """There is none for this document in this language."""

    def __init__(self, template: str) -> None:
        super().__init__(
            "does not exist",
            template=template,
            line=0,
            remedy="Choose another language, or add a template of that name.",
        )


class TemplateRunsAway(TemplateError):
    """It would take too long, or print too much."""

    def __init__(self, *, template: str) -> None:
        super().__init__("takes too long or prints too much", template=template, line=0)


class TemplateTooLong(Exception):
    """The budget of the rendering under way is used up."""
