"""Verbs for parties: register one, change it, give it a further name, say which side is ours."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from app.clock import today
from app.domain.errors import InvalidValue, RuleBroken
from app.domain.names import Names, in_language, sort_key
from app.domain.party import NameForm, NameKind, Party, PartyKind, PartyName
from app.domain.workspace_facts import StoreMeta
from app.domain.zones import is_zone
from app.services import states
from app.store.change_set import ChangeSet
from app.store.queries import parties as queries
from app.store.queries.parties import PartyChip, PartyRow
from app.store.reader import Reader
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

__all__ = [
    "PartyChip",
    "PartyRow",
    "PartySheet",
    "add_name",
    "add_state",
    "change",
    "choose_our_side",
    "enter",
    "find_by_code",
    "list_all",
    "our_side",
    "read_sheet",
    "register",
    "today_of_our_side",
]

_OUR_SIDE = "our_side"
_FORMS = {
    NameForm.NAME: "names",
    NameForm.FORMAL: "formal_names",
    NameForm.ADJECTIVE: "adjectives",
}


class NoSuchState(RuleBroken):
    """A state was asked for by a code that none has."""

    def __init__(self, code: str) -> None:
        super().__init__(
            f"No state has the code “{code}”.",
            "Enter the party by hand, with its names.",
            field="code",
        )


@dataclass(frozen=True)
class PartySheet:
    """What staff enter about a party.

    Attributes:
        parent_id: The state that a province, city or ministry belongs to.
        adjectives: As in “the Korean side”.
        weekend: The weekdays on which its offices are closed, from Monday as 1.
    """

    code: str
    kind: PartyKind = PartyKind.STATE
    parent_id: UUID | None = None
    names: Names = field(default_factory=dict)
    formal_names: Names = field(default_factory=dict)
    adjectives: Names = field(default_factory=dict)
    time_zone: str = ""
    weekend: tuple[int, ...] = (6, 7)


def list_all(workspace: Workspace, *, language: str = "en") -> tuple[PartyRow, ...]:
    """Return all parties by name."""
    with workspace.read() as reader:
        return queries.list_parties(reader, language=language)


def find_by_code(workspace: Workspace, *, code: str) -> UUID | None:
    """Return the key of the party with a code, or ``None``."""
    with workspace.read() as reader:
        party = reader.first(Party, code=code)
        return party.id if party else None


def read_sheet(workspace: Workspace, *, party_id: UUID) -> PartySheet:
    """Return what was entered about a party.

    Raises:
        NotFound: if there is no such party.
    """
    with workspace.read() as reader:
        party = reader.get(Party, party_id)
        return PartySheet(
            code=party.code,
            kind=party.kind,
            parent_id=party.parent_id,
            names=dict(party.names),
            formal_names=dict(party.formal_names),
            adjectives=dict(party.adjectives),
            time_zone=party.time_zone,
            weekend=tuple(party.weekend),
        )


def register(workspace: Workspace, draft: Party) -> ChangeSet:
    """Enter a party; a province or city needs the state it belongs to."""
    with workspace.write("Register party") as work:
        party = draft.copied()
        party.sort_key = sort_key(party.names)
        work.add(party)
        return work.commit(subject=party.id)


def enter(workspace: Workspace, sheet: PartySheet) -> ChangeSet:
    """Enter a party from what staff have filled in.

    Raises:
        InvalidValue: naming each field that does not fit.
        RuleBroken: if another party has the code.
    """
    _require_fit(sheet)
    with workspace.write("Add party") as work:
        party = Party(code=sheet.code.strip(), kind=sheet.kind)
        _fill(party, sheet)
        work.add(party)
        return work.commit(subject=party.id)


def add_state(workspace: Workspace, *, code: str) -> ChangeSet:
    """Enter a state with the names that come with the program; one that is there stays as it is.

    Raises:
        NoSuchState: if no state has the code.
    """
    state = states.find(code)
    if state is None:
        raise NoSuchState(code)
    with workspace.write(f"Add {state.name('en')}") as work:
        party = work.first(Party, code=code)
        if party is None:
            party = work.add(
                Party(
                    code=code,
                    kind=PartyKind.STATE,
                    names=dict(state.names),
                    formal_names=dict(state.formal_names),
                    adjectives=dict(state.adjectives),
                    time_zone=state.time_zone,
                    sort_key=sort_key(state.names),
                )
            )
        return work.commit(subject=party.id)


def change(
    workspace: Workspace, *, party_id: UUID, sheet: PartySheet, since: date | None
) -> ChangeSet:
    """Change what was entered about a party.

    Args:
        workspace: The workspace.
        party_id: Which party.
        sheet: What holds now.
        since: From which day it bears names that differ: documents of earlier days keep the old
            ones. ``None`` corrects a mistake, and earlier documents with it.

    Raises:
        InvalidValue: naming each field that does not fit.
        RuleBroken: if another party has the code.
    """
    _require_fit(sheet)
    with workspace.write("Change party") as work:
        party = work.get(Party, party_id)
        if since is not None:
            _keep_former_names(work, party, sheet, since)
        party.code = sheet.code.strip()
        party.kind = sheet.kind
        _fill(party, sheet)
        return work.commit(subject=party_id)


def add_name(workspace: Workspace, draft: PartyName) -> ChangeSet:
    """Give a party a further name, with the dates of its use."""
    with workspace.write("Add name of party") as work:
        work.get(Party, draft.party_id)
        name = work.add(draft.copied())
        return work.commit(subject=name.id)


def our_side(workspace: Workspace) -> UUID | None:
    """Return the party whose secretariat keeps this workspace, where that was said."""
    with workspace.read() as reader:
        return our_side_in(reader)


def our_side_in(reader: Reader) -> UUID | None:
    """Return the same inside a reading that is under way."""
    told = reader.first(StoreMeta, key=_OUR_SIDE)
    return UUID(told.value) if told is not None and told.value else None


def choose_our_side(workspace: Workspace, *, party_id: UUID | None) -> ChangeSet:
    """Say which party's secretariat keeps this workspace; ``None`` says that it is nobody's."""
    with workspace.write("Choose our side") as work:
        if party_id is not None:
            work.get(Party, party_id)
        value = str(party_id) if party_id is not None else ""
        told = work.first(StoreMeta, key=_OUR_SIDE)
        if told is None:
            work.add(StoreMeta(key=_OUR_SIDE, value=value))
        else:
            told.value = value
        return work.commit(subject=party_id)


def today_of_our_side(workspace: Workspace) -> date:
    """Return the present day where our side works; in UTC where no side is ours."""
    with workspace.read() as reader:
        return our_today_in(reader, workspace)


def our_today_in(reader: Reader, workspace: Workspace) -> date:
    """Return the same inside a reading that is under way."""
    ours = our_side_in(reader)
    party = reader.first(Party, id=ours) if ours is not None else None
    return today(workspace.clock, party.time_zone if party and party.time_zone else "UTC")


def _fill(party: Party, sheet: PartySheet) -> None:
    party.parent_id = sheet.parent_id
    party.names = dict(sheet.names)
    party.formal_names = dict(sheet.formal_names)
    party.adjectives = dict(sheet.adjectives)
    party.time_zone = sheet.time_zone
    party.weekend = sorted(sheet.weekend)
    party.sort_key = sort_key(sheet.names)


def _require_fit(sheet: PartySheet) -> None:
    problems = []
    if not sheet.code.strip():
        problems.append(("code", "Enter a short code, such as KR."))
    if not in_language(sheet.names, "en"):
        problems.append(("names", "Enter the name in at least one language."))
    if sheet.time_zone and not is_zone(sheet.time_zone):
        wrong = f"There is no time zone “{sheet.time_zone}”; choose one, such as Asia/Seoul."
        problems.append(("time_zone", wrong))
    if sheet.kind in {PartyKind.PROVINCE, PartyKind.CITY} and sheet.parent_id is None:
        problems.append(("parent_id", "Choose the state that it belongs to."))
    if len(set(sheet.weekend)) > 6:
        problems.append(("weekend", "Leave at least one working day in the week."))
    if problems:
        raise InvalidValue("party", tuple(problems))


def _keep_former_names(work: UnitOfWork, party: Party, sheet: PartySheet, since: date) -> None:
    """Keep each name that is given up, with the day on which it was given up."""
    for form, attribute in _FORMS.items():
        now: Names = getattr(sheet, attribute)
        before: Names = getattr(party, attribute)
        if form is NameForm.FORMAL:  # where there was none, documents printed the name
            before = {tag: party.names[tag] for tag in now if tag in party.names} | before
        for language, text in before.items():
            if now.get(language) != text:
                work.add(
                    PartyName(
                        party_id=party.id,
                        kind=NameKind.FORMER,
                        form=form,
                        language=language,
                        text=text,
                        valid_to=since.isoformat(),
                    )
                )
