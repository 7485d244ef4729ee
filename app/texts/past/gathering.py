"""Puts the papers of one meeting together, and tells meetings of one number apart."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.texts.past.body_terms import Closeness
from app.texts.past.evidence import Certainty, is_surer
from app.texts.past.facts import Fact, FactField, facts_of
from app.texts.past.file_kinds import FileKind
from app.texts.past.recognition import PaperSaid

_NEAR = 60
"""How many days apart two papers may put one meeting; further apart they mean two."""


@dataclass(frozen=True)
class Gathered:
    """The papers of one meeting, or one paper that speaks of none.

    Attributes:
        files: The names of the papers.
        facts: What they say of the meeting; empty where they speak of none.
        is_twice: Whether another meeting bears the same number.
    """

    files: tuple[str, ...]
    facts: tuple[Fact, ...] = ()
    is_twice: bool = False

    def of(self, field: FactField) -> tuple[Fact, ...]:
        """Return the values that are given for one thing."""
        return tuple(fact for fact in self.facts if fact.field is field)

    @property
    def ordinal(self) -> int | None:
        """The number of the meeting, if one is given."""
        found = self.of(FactField.ORDINAL)
        return found[0].value if found else None

    @property
    def first_day(self) -> date | None:
        """The first day of the meeting, if one is given."""
        found = (*self.of(FactField.DAYS), *self.of(FactField.PLANNED_DAYS))
        return found[0].value.first if found else None


def gather(papers: Sequence[tuple[str, PaperSaid]]) -> tuple[Gathered, ...]:
    """Return the papers by meeting, the earliest first; those of no meeting come last, each alone.

    Args:
        papers: The name of each file, with its folder, and what it says.
    """
    meetings: list[list[tuple[str, PaperSaid]]] = []
    loose: list[tuple[str, PaperSaid]] = []
    ordered = sorted(papers, key=lambda paper: _richness(paper[1]))
    for paper in ordered:
        if not paper[1].meeting.is_there:
            loose.append(paper)
            continue
        home = _home_of(paper, meetings)
        if home is None:
            meetings.append([paper])
        else:
            home.append(paper)
    loose = [paper for paper in loose if not _join_folder(paper, meetings)]
    groups = [
        Gathered(_names(group), tuple(facts_of([said for _name, said in group])))
        for group in meetings
    ]
    alone = [Gathered((name,)) for name, _said in sorted(loose, key=lambda paper: paper[0])]
    return (*_mark_twice(sorted(groups, key=_when)), *alone)


def _home_of(
    paper: tuple[str, PaperSaid], meetings: Sequence[list[tuple[str, PaperSaid]]]
) -> list[tuple[str, PaperSaid]] | None:
    """Return the one meeting that a paper can mean; of several the one of its own folder."""
    fitting = [group for group in meetings if _belongs(paper[1], group)]
    if len(fitting) > 1:
        fitting = [group for group in fitting if _folders(group) == {_folder(paper[0])}]
    return fitting[0] if len(fitting) == 1 else None


def _folder(name: str) -> str:
    return name.rpartition("/")[0]


def _folders(group: Sequence[tuple[str, PaperSaid]]) -> set[str]:
    return {_folder(name) for name, _said in group}


def _richness(said: PaperSaid) -> tuple[int, int]:
    """Papers that give both number and days come first, so that others find their meeting."""
    meeting = said.meeting
    return (-int(bool(meeting.ordinals)) - int(bool(meeting.days)), -len(meeting.places))


def _belongs(said: PaperSaid, group: Sequence[tuple[str, PaperSaid]]) -> bool:
    return all(_may_be_one(said, other) for _name, other in group) and any(
        _is_one(said, other) for _name, other in group
    )


def _may_be_one(one: PaperSaid, other: PaperSaid) -> bool:
    numbers = {said.value for each in (one, other) for said in each.meeting.ordinals}
    if len(numbers) > 1:
        return False
    return _apart(one, other) <= _NEAR


def _is_one(one: PaperSaid, other: PaperSaid) -> bool:
    if one.meeting.ordinals and other.meeting.ordinals:
        return True
    return bool(one.meeting.days and other.meeting.days) and _apart(one, other) <= 1


def _apart(one: PaperSaid, other: PaperSaid) -> int:
    """Return how many days lie between two papers' days, at best; none where one is silent."""
    apart = [
        abs((first.value.first - second.value.first).days)
        for first in one.meeting.days
        for second in other.meeting.days
    ]
    return min(apart, default=0)


def _join_folder(
    paper: tuple[str, PaperSaid], meetings: Sequence[list[tuple[str, PaperSaid]]]
) -> bool:
    """Put a paper that speaks of no meeting to that of its own sub-folder, if there is one."""
    name, said = paper
    is_plain = said.kind.value in {FileKind.AGENDA, FileKind.PARTICIPANTS}
    is_close = said.closeness is Closeness.SURELY and said.kind.value in _OF_A_MEETING
    if not _folder(name) or not (is_plain or is_close):
        return False
    homes = [group for group in meetings if _folder(name) in _folders(group)]
    if len(homes) != 1 or not any(_is_certain(each) for _name, each in homes[0]):
        return False
    homes[0].append(paper)
    return True


_OF_A_MEETING = frozenset({FileKind.MINUTES, FileKind.DECISION})


def _is_certain(said: PaperSaid) -> bool:
    told = (*said.meeting.ordinals, *said.meeting.days)
    return any(each.certainty is Certainty.CERTAIN for each in told)


def _gathered(group: Sequence[tuple[str, PaperSaid]]) -> Gathered:
    return Gathered(_names(group), tuple(facts_of([said for _name, said in group])))


def _names(group: Iterable[tuple[str, PaperSaid]]) -> tuple[str, ...]:
    return tuple(sorted(name for name, _said in group))


def _when(group: Gathered) -> tuple[date, int, tuple[str, ...]]:
    return (group.first_day or date.max, group.ordinal or 0, group.files)


def _mark_twice(groups: Sequence[Gathered]) -> Iterator[Gathered]:
    """Mark meetings of one number; one that is surer than all others of it is not in doubt."""
    grades: dict[int, list[Certainty]] = {}
    for group in groups:
        for fact in group.of(FactField.ORDINAL):
            grades.setdefault(fact.value, []).append(fact.certainty)
    for group in groups:
        own = group.of(FactField.ORDINAL)
        others = list(grades.get(own[0].value, ())) if own else []
        if own:
            others.remove(own[0].certainty)
        is_surest = all(is_surer(own[0].certainty, other) for other in others)
        yield replace(group, is_twice=bool(others) and not is_surest)
