"""Takes values out of a file of notes, each only if it is of the kind and size that we write."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from app.domain.pack_note import (
    LONGEST_AUTHOR,
    LONGEST_NOTE,
    LONGEST_QUOTE,
    PackNote,
    SentNote,
)
from app.exchange.notes.refusals import BrokenNote

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_TURNING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CLIMBING = re.compile(r"(^|[/\\])\.\.([/\\]|$)|^[/\\~]|\\|^[A-Za-z]:[/\\]")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_CONTEXT = 400
_NAME = 2_000
_LARGEST_NUMBER = 100_000_000
_EARLIEST, _LATEST = 2000, 2200


@dataclass(frozen=True, slots=True)
class Part:
    """An object of the file; ``where`` names it in a sentence: “note 3”."""

    where: str
    values: dict[str, Any]

    def part(self, key: str) -> "Part":
        """Return an object in it."""
        value = self._get(key)
        if not isinstance(value, dict):
            raise self._broken(key, "is missing or of another kind")
        return Part(self.where if key == "side" else f"“{key}”", value)

    def parts(self, key: str, *, most: int) -> Iterator["Part"]:
        """Return the objects of a list in it."""
        value = self._get(key)
        if not isinstance(value, list):
            raise self._broken(key, "is missing or of another kind")
        if len(value) > most:
            raise BrokenNote(f"it holds more than {most:,} notes")
        for number, each in enumerate(value, start=1):
            if not isinstance(each, dict):
                raise BrokenNote(f"note {number} is none")
            yield Part(f"note {number}", each)

    def words(self, key: str, *, most: int, least: int = 0) -> str:
        """Return words, in composed form."""
        value = self._get(key)
        if not isinstance(value, str):
            raise self._broken(key, "is missing or of another kind")
        found = _CONTROL.search(value)
        if found:
            raise self._broken(key, f"holds the control character U+{ord(found.group()):04X}")
        words = unicodedata.normalize("NFC", value)
        if len(words) > most:
            raise self._broken(key, f"is longer than {most:,} characters")
        if len(words.strip()) < least:
            raise self._broken(key, "says nothing")
        return words

    def name(self, key: str, *, most: int, least: int = 1) -> str:
        """Return what something is called: no markup, no path, no sign that turns the writing."""
        words = self.words(key, most=most, least=least)
        if set(words) & set("<>\n\t"):
            raise self._broken(key, f"“{words[:40]}” holds signs that no name has")
        if _TURNING.search(words):
            raise self._broken(key, "holds signs that turn the direction of writing")
        if _CLIMBING.search(words):
            raise self._broken(key, f"“{words[:40]}” is a path, and no name")
        return words

    def uuid(self, key: str) -> UUID:
        """Return a key."""
        value = self._get(key)
        try:
            if not isinstance(value, str) or len(value) not in (32, 36):
                raise ValueError(value)
            return UUID(value)
        except ValueError as error:
            raise self._broken(key, "is no key") from error

    def number(self, key: str, *, least: int = 0) -> int:
        """Return a whole number."""
        value = self._get(key)
        if type(value) is not int or not least <= value <= _LARGEST_NUMBER:
            raise self._broken(key, "is not a number that can stand there")
        return value

    def instant(self, key: str) -> datetime:
        """Return an instant in UTC."""
        value = self._get(key)
        try:
            told = datetime.fromisoformat(value)
            found = told.astimezone(UTC)
            if told.tzinfo is None or not _EARLIEST <= found.year < _LATEST:
                raise ValueError(value)
        except (TypeError, ValueError, OverflowError) as error:
            raise self._broken(key, "is no day and hour") from error
        return found

    def day(self, key: str) -> str:
        """Return a day as it is written, or nothing."""
        value = self._get(key)
        try:
            return date.fromisoformat(value).isoformat() if value else ""
        except (TypeError, ValueError) as error:
            raise self._broken(key, "is no day") from error

    def sha256(self, key: str) -> str:
        """Return a hash in hexadecimal, or nothing."""
        value = self._get(key)
        if not isinstance(value, str) or (value and not _SHA256.fullmatch(value)):
            raise self._broken(key, "is no hash")
        return value

    def note(self) -> SentNote:
        """Return the note that it is."""
        language = self._get("language")
        if not isinstance(language, str) or not _LANGUAGE.fullmatch(language):
            raise self._broken("language", "is no language")
        side = self.part("side") if self._get("side") is not None else None
        return SentNote(
            author=self.name("author", most=LONGEST_AUTHOR),
            side_id=side.uuid("id") if side else None,
            side=side.name("code", most=40) if side else "",
            note=PackNote(
                uid=self.uuid("uid"),
                revision=self.number("revision", least=1),
                document_id=self.uuid("document_id"),
                document=self.name("document", most=80),
                title=self.words("title", most=_NAME),
                eid=self.name("provision", most=_CONTEXT),
                name=self.words("name", most=_NAME),
                version=self.number("version", least=1),
                language=language,
                sha256=self.sha256("sha256"),
                quote=self.words("quote", most=LONGEST_QUOTE),
                before=self.words("before", most=_CONTEXT),
                after=self.words("after", most=_CONTEXT),
                start=self.number("start"),
                text=self.words("text", most=LONGEST_NOTE, least=1),
                for_secretariat=True,
                written_at=self.instant("written_at"),
                changed_at=self.instant("changed_at"),
            ),
        )

    def _get(self, key: str) -> Any:
        return self.values.get(key)

    def _broken(self, key: str, what: str) -> BrokenNote:
        return BrokenNote(f"in {self.where}, “{key}” {what}")
