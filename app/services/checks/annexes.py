"""Whether every annex that the document speaks of is attached to it."""

import re
from collections.abc import Iterator, Sequence

from app.domain.attachment import AttachmentLink
from app.services.checks.case import Case
from app.services.checks.results import Check, CheckKey, Finding, Problem, judge, pass_over
from app.texts.blocks import Block, Control, Document, Level, Provision
from app.texts.labels import styles_for
from app.texts.numbering import number
from app.texts.walking import blocks_of


def check_annexes(case: Case) -> Check:
    """Return whether the annexes are there and not empty.

    Files attached to the minutes count on after the annexes that are part of the document.
    """
    blocks = [block for block in blocks_of(case.document) if not isinstance(block, Control)]
    annexes = [block for block in blocks if _is_annex(block)]
    there = len(annexes) + _attached(case)
    mentioned = _mentioned(case)
    if not there and not mentioned:
        return pass_over(CheckKey.ANNEXES)
    label = styles_for(case.language)[Level.ANNEX]
    findings = (
        *(
            Finding(Problem.NOT_ATTACHED, label.write(str(wanted)))
            for wanted in sorted(mentioned)
            if wanted > there
        ),
        *(Finding(Problem.EMPTY, shown) for shown in _empty(blocks, case.document)),
    )
    return judge(CheckKey.ANNEXES, findings, total=max(there, *mentioned, 0))


def _is_annex(block: Block) -> bool:
    return isinstance(block, Provision) and block.level is Level.ANNEX


def _attached(case: Case) -> int:
    if case.minutes is None:
        return 0
    return len(case.reader.find(AttachmentLink, minutes_id=case.minutes.id))


def _mentioned(case: Case) -> set[int]:
    """Return the numbers of the annexes that the words of the document speak of."""
    pattern = styles_for(case.language)[Level.ANNEX].pattern
    before, _, after = pattern.partition("%")
    words = rf"(?<!\w){re.escape(before)}(\d{{1,3}})(?!\d){re.escape(after)}"
    return {int(found) for found in re.findall(words, case.words, re.IGNORECASE)}


def _empty(blocks: Sequence[Block], document: Document) -> Iterator[str]:
    """Yield the labels of the annexes after which nothing comes, or only the next annex."""
    numbering = number(document)
    following: list[Block | None] = [*blocks[1:], None]
    for block, after in zip(blocks, following, strict=True):
        if (
            isinstance(block, Provision)
            and _is_annex(block)
            and (after is None or _is_annex(after))
        ):
            yield numbering.label(block.id).text
