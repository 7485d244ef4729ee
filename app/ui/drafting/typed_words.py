"""What was typed into provisions and is not saved yet."""

from dataclasses import dataclass, field

Key = tuple[str, str]
"""A provision, and a language."""


@dataclass
class Entry:
    """Words that were typed.

    Attributes:
        was: What the text said before, as it is stored.
        heading, text: What was typed, as it is stored; ``None`` where nothing was.
    """

    was: str
    heading: str | None = None
    text: str | None = None


@dataclass
class TypedWords:
    """The words that wait to be saved, and those that are on their way."""

    waiting: dict[Key, Entry] = field(default_factory=dict)
    on_their_way: dict[Key, Entry] = field(default_factory=dict)

    def type(
        self, key: Key, *, was: str, heading: str | None = None, text: str | None = None
    ) -> None:
        """Take what was typed."""
        sent = self.on_their_way.get(key)
        base = sent.text if sent is not None and sent.text is not None else was
        entry = self.waiting.setdefault(key, Entry(base))
        if heading is not None:
            entry.heading = heading
        if text is not None:
            entry.text = text

    def take(self) -> dict[Key, Entry]:
        """Return what waits, which is on its way from now on."""
        taken, self.waiting = self.waiting, {}
        self.on_their_way |= taken
        return taken

    def note_saved(self, key: Key, entry: Entry) -> None:
        """Hear that words are saved."""
        if self.on_their_way.get(key) is entry:
            del self.on_their_way[key]

    def note_refused(self, key: Key, entry: Entry, theirs: str | None) -> None:
        """Keep words that could not be saved; the next time they go over what stands there."""
        self.note_saved(key, entry)
        later = self.waiting.get(key)
        kept = later or entry
        if theirs is not None:
            kept.was = theirs
        self.waiting[key] = kept

    def holds(self, key: Key) -> tuple[bool, bool]:
        """Say whether a heading, and whether a text, was typed that the record does not have."""
        entries = [each.get(key) for each in (self.waiting, self.on_their_way)]
        found = [entry for entry in entries if entry is not None]
        return (
            any(entry.heading is not None for entry in found),
            any(entry.text is not None for entry in found),
        )
