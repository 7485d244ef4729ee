"""The two families of errors: what the user can mend (Misfortune), what only we can (Mistake)."""


class Misfortune(Exception):
    """Something went wrong that the user can understand and mend.

    Attributes:
        sentence: What happened, naming the thing, in one plain sentence.
        remedy: What to do next, in one plain sentence; may be empty.
        field: The field of a form that the sentence belongs beside; may be empty.
    """

    def __init__(self, sentence: str, remedy: str = "", *, field: str = "") -> None:
        super().__init__(f"{sentence} {remedy}".strip())
        self.sentence = sentence
        self.remedy = remedy
        self.field = field


class Mistake(Exception):
    """Our own fault: shown in the crash dialog and written to the log, never explained away."""


class NotFound(Misfortune):
    """A record that was asked for is not in the workspace."""

    def __init__(self, kind: str, key: object) -> None:
        super().__init__(
            f"There is no {kind.replace('_', ' ')} “{key}” in this workspace.",
            "It may have been removed; look for it in the list.",
        )
        self.kind = kind
        self.key = key


class InvalidValue(Misfortune):
    """A value does not fit the field it was given for.

    Attributes:
        kind: The record's kind, such as ``meeting``.
        problems: One ``(field, what to enter instead)`` pair per refused field, in plain words.
    """

    def __init__(self, kind: str, problems: tuple[tuple[str, str], ...]) -> None:
        told = " ".join(f"{_spoken(field)}: {problem}" for field, problem in problems)
        super().__init__(
            f"The {kind.replace('_', ' ')} was not changed, because a value does not fit. {told}",
            "Correct the value and try again.",
            field=problems[0][0].partition(".")[0] if problems else "",
        )
        self.kind = kind
        self.problems = problems


class UnlawfulTransition(Misfortune):
    """A record was asked to take a step that its life cycle does not have from where it stands."""

    def __init__(self, kind: str, state: str, wanted: str, lawful: tuple[str, ...]) -> None:
        ways = ", ".join(lawful) if lawful else "nothing further"
        article = "An" if kind[0] in "aeiou" else "A"
        super().__init__(
            f"{article} {kind} that is “{state}” cannot become “{wanted}”.",
            f"From here it can become: {ways}.",
        )
        self.kind = kind
        self.state = state
        self.wanted = wanted
        self.lawful = lawful


class Sealed(Misfortune):
    """Somebody tried to change what was adopted or signed."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what} is sealed and cannot be changed.", remedy)


class Conflict(Misfortune):
    """The record was changed by somebody else since it was read."""

    def __init__(self, kind: str, key: object) -> None:
        super().__init__(
            f"This {kind.replace('_', ' ')} was changed elsewhere after you opened it.",
            "Look at what it says now and make your change again.",
        )
        self.kind = kind
        self.key = key


class RuleBroken(Misfortune):
    """A change would break a rule of the workspace, such as two heads in one delegation."""


def _spoken(field: str) -> str:
    """Return the name of a field as words: ``names.en`` → "Names (en)"."""
    name, _, part = field.partition(".")
    words = name.removesuffix("_id").replace("_", " ").capitalize()
    return f"{words} ({part})" if part else words
