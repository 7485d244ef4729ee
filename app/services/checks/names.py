"""Whether the document names people as the delegation list does."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from app.documents.kinds import DocumentKind
from app.domain.delegation import Delegate, Delegation
from app.domain.minutes import Signature
from app.domain.names import in_language
from app.domain.person import Person
from app.services.checks.case import RECORDS_OF_MEETINGS, Case
from app.services.checks.results import Check, CheckKey, Finding, Problem, judge, pass_over
from app.texts.near_names import find_near_names

_NAMING = RECORDS_OF_MEETINGS | {DocumentKind.PARTICIPANTS, DocumentKind.PRESS_RELEASE}


def check_names(case: Case) -> Check:
    """Return whether signatories and speakers are delegates, and every name is spelled as listed.

    Every spelling of a delegate's name that the workspace knows is right, in whatever script.
    """
    people = _people(case)
    if case.kind not in _NAMING or not people:
        return pass_over(CheckKey.NAMES)
    spellings = {name for names in people.values() for name in names}
    near = find_near_names(case.words, names=spellings)
    findings = (
        *_unlisted_signatories(case, people),
        *_unlisted_speakers(case, people),
        *(Finding(Problem.SPELLED_OTHERWISE, each.found, meant=each.meant) for each in near),
    )
    return judge(CheckKey.NAMES, tuple(dict.fromkeys(findings)), total=len(people))


def _people(case: Case) -> dict[UUID, set[str]]:
    """Return the people in the delegations, each with every known spelling of the name."""
    people: dict[UUID, set[str]] = {}
    for delegation in case.reader.find(Delegation, meeting_id=case.meeting_id):
        for delegate in case.reader.find(Delegate, delegation_id=delegation.id):
            if delegate.person_id is not None:
                people[delegate.person_id] = set(_spellings(case, delegate, delegate.person_id))
    return people


def _spellings(case: Case, delegate: Delegate, person_id: UUID) -> Iterator[str]:
    person = case.reader.get(Person, person_id)
    printed = [name for name in delegate.printed_names.values() if name]
    # What the list prints on that day is the rule; the person's own record only where it is silent.
    yield from printed or (person.printed_name, *filter(None, person.names.values()))


def _unlisted_signatories(case: Case, people: dict[UUID, set[str]]) -> Iterator[Finding]:
    if case.minutes is None:
        return
    known = {name for names in people.values() for name in names}
    for signature in case.reader.find(Signature, minutes_id=case.minutes.id):
        printed = in_language(signature.printed_names, case.language)
        listed = signature.person_id is None or signature.person_id in people
        if not listed or (printed and printed not in known):
            name = printed or _name_of(case, signature.person_id)
            yield Finding(Problem.NOT_ON_THE_LIST, name, subject=signature.id)


def _unlisted_speakers(case: Case, people: Iterable[UUID]) -> Iterator[Finding]:
    for paragraph in case.paragraphs:
        if paragraph.person_id is not None and paragraph.person_id not in people:
            name = _name_of(case, paragraph.person_id)
            yield Finding(Problem.NOT_ON_THE_LIST, name, subject=paragraph.id)


def _name_of(case: Case, person_id: UUID | None) -> str:
    return case.reader.get(Person, person_id).printed_name if person_id else ""
