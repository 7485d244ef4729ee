"""Whether the party whose original it is is named first and signs on the left."""

import re
from collections.abc import Iterator

from app.domain.delegation import Delegation
from app.domain.party import Party
from app.services.checks.case import Case
from app.services.checks.results import Check, CheckKey, Finding, Problem, judge, pass_over
from app.texts.blocks import Signatures
from app.texts.walking import blocks_of


def check_party_order(case: Case) -> Check:
    """Return whether the order of the parties is that of the alternat."""
    if case.holder is None:
        return pass_over(CheckKey.PARTY_ORDER)
    parties = tuple(
        case.reader.get(Party, opened.party_id)
        for opened in case.reader.find(Delegation, meeting_id=case.meeting_id)
    )
    names = {party.code: _names(party, case.language) for party in parties}
    findings = (*_named_first(case, case.holder, names), *_signs_first(case, case.holder))
    shown = names.get(case.holder.code, ()) or (case.holder.code,)
    return judge(CheckKey.PARTY_ORDER, findings, total=len(parties), first=shown[-1])


def _names(party: Party, language: str) -> tuple[str, ...]:
    """Return what a document in ``language`` calls a party, the longest first."""
    found = {
        names.get(language) or names.get("en", "") for names in (party.formal_names, party.names)
    }
    return tuple(sorted(filter(None, found), key=len, reverse=True))


def _named_first(case: Case, holder: Party, names: dict[str, tuple[str, ...]]) -> Iterator[Finding]:
    """Look at the first paragraph in which two parties are named, which is in the title."""
    for line in case.words.split("\n\n"):
        places = {code: place for code, each in names.items() if (place := _find(line, each)) >= 0}
        if len(places) > 1:
            first = min(places, key=lambda code: places[code])
            if first != holder.code:
                yield Finding(Problem.NAMED_FIRST, first, meant=holder.code)
            return


def _signs_first(case: Case, holder: Party) -> Iterator[Finding]:
    for block in blocks_of(case.document):
        if isinstance(block, Signatures) and block.signatories:
            first = block.signatories[0].party
            if first != holder.code:
                yield Finding(Problem.SIGNS_FIRST, first, meant=holder.code)


def _find(line: str, names: tuple[str, ...]) -> int:
    """Return where the first of ``names`` stands, or -1; “Mongolian” does not name Mongolia.

    Korean and Japanese write particles onto a name, so only a letter of the Latin or Cyrillic
    scripts after it makes another word of it.
    """
    found = (re.search(rf"{re.escape(name)}(?![a-zа-яөүё])", line, re.IGNORECASE) for name in names)
    return min((each.start() for each in found if each), default=-1)
