"""The words that minutes are written with: the field's own verbs and terms, as data by language."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

from app import paths
from app.domain.delegation import Delegation
from app.domain.meeting import Meeting
from app.domain.minutes import Grade, ParagraphKind
from app.domain.names import Untranslated, in_language
from app.domain.party import Party
from app.services.facts.names_of_the_day import party_on
from app.store.reader import Reader
from app.store.workspace import Workspace

_OPEN = "{…}"
"""Where the words of a phrase are still to be written."""


@dataclass(frozen=True)
class Phrase:
    """The frame of a sentence.

    Attributes:
        text: What is put into the paragraph.
        place: Where in it one writes on.
        party_id: Whose word it is, if it is one side's.
    """

    text: str
    place: int
    grade: Grade
    kind: ParagraphKind
    party_id: UUID | None = None


@dataclass(frozen=True)
class Term:
    """A term of the field, with the English one that it stands for."""

    words: str
    english: str


@dataclass(frozen=True)
class MinuteWording:
    """How minutes are worded in one language."""

    language: str
    told: Mapping[str, Any]

    def name_side(self, party: Party) -> str:
        """Return a side as it is named in a sentence: “the Korean side”."""
        adjective = in_language(party.adjectives, self.language, self.language)
        if adjective and not isinstance(adjective, Untranslated):
            return str(self.told["side"]).format(adjective=adjective)
        name = in_language(party.formal_names or party.names, self.language)
        return str(self.told["delegation"]).format(name=name)

    def name_all(self, count: int) -> str:
        """Return all sides as they are named together: “the two sides”."""
        sides: Mapping[str, str] = self.told["sides"]
        return sides.get(str(count), sides["more"])

    def state(self, side: str, text: str) -> str:
        """Return what a side stated as a sentence."""
        return self._sentence("stated", side=side, text=text)

    def note(self, side: str, text: str) -> str:
        """Return what was taken note of as a sentence."""
        return self._sentence("noted", side=side, text=text)

    def assign(self, *, code: str, side: str, day: str, due_words: str, text: str) -> str:
        """Return an action item as a sentence; ``day`` is spelled, or words stand in its place."""
        due = str(self.told["action_due"]).format(due=day) if day else ""
        if due_words:
            due = f"{self.told['comma']}{due_words}"
        return self._sentence("action", code=code, side=side, due=due, text=text)

    def close(self, text: str) -> str:
        """Return a sentence with a capital at its beginning and a stop at its end."""
        told = text.strip()
        if told and told[-1] not in ".!?…:;。．？！":
            told += str(self.told["stop"])
        return told[:1].upper() + told[1:]

    def _sentence(self, form: str, **words: str) -> str:
        return self.close(str(self.told[form]).format(**words))


@lru_cache(maxsize=8)
def wording_in(language: str) -> MinuteWording:
    """Return how minutes are worded in ``language``; in English where there is no wording."""
    path = paths.resource("minutes", f"words.{language.partition('-')[0]}.json")
    if not path.is_file():
        path = paths.resource("minutes", "words.en.json")
    return MinuteWording(language, json.loads(path.read_text(encoding="utf-8")))


def list_phrases(workspace: Workspace, *, meeting_id: UUID, language: str) -> tuple[Phrase, ...]:
    """Return the phrases of a language for the sides of a meeting, those of all sides first."""
    wording = wording_in(language)
    with workspace.read() as reader:
        parties = sides_of(reader, meeting_id)
    every = wording.name_all(len(parties))
    found = []
    for row in wording.told["phrases"]:
        grade = Grade(row["grade"])
        speakers: list[tuple[UUID | None, str]] = (
            [(None, every)]
            if grade is Grade.BOTH_SIDES
            else [(party.id, wording.name_side(party)) for party in parties]
        )
        for party_id, side in speakers:
            found.append(_phrase(row, side, every, party_id))
    return tuple(found)


def list_terms(language: str) -> tuple[Term, ...]:
    """Return the terms that have words in ``language``."""
    told = json.loads(paths.resource("minutes", "terms.json").read_text(encoding="utf-8"))
    tag = language.partition("-")[0]
    return tuple(Term(row[tag], row["en"]) for row in told["terms"] if tag in row)


def sides_of(reader: Reader, meeting_id: UUID) -> tuple[Party, ...]:
    """Return the parties of a meeting in the order of their delegations, as named on its day."""
    meeting = reader.get(Meeting, meeting_id)
    opened = sorted(reader.find(Delegation, meeting_id=meeting_id), key=lambda each: each.seat)
    return tuple(party_on(reader, each.party_id, meeting.first_day) for each in opened)


def _phrase(row: Mapping[str, str], side: str, every: str, party_id: UUID | None) -> Phrase:
    text = row["text"].replace("{sides}", every).replace("{side}", side)
    text = text[:1].upper() + text[1:]
    place = text.find(_OPEN)
    return Phrase(
        text=text.replace(_OPEN, ""),
        place=len(text) if place < 0 else place,
        grade=Grade(row["grade"]),
        kind=ParagraphKind(row["kind"]),
        party_id=party_id,
    )
