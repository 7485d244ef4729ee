"""Keeps with a document how it was wanted, so that the same can be made again and compared."""

from collections.abc import Mapping
from datetime import date

from app.documents.kinds import DocumentKind
from app.documents.optional_sections import OptionalSection
from app.domain.errors import Misfortune
from app.domain.issued import IssuedDocument
from app.services.wanted import Wanted

_KINDS = frozenset(kind.value for kind in DocumentKind)
_OMITTED, _CIRCULATED, _BESIDE, _ON = "omitted", "for_circulation", "beside", "on"


class OfOwnForm(Misfortune):
    """A letter that was written with an own Word form was to be made again as ours are."""

    def __init__(self, file_name: str) -> None:
        super().__init__(
            f"“{file_name}” was written with a Word form of your own.",
            "Fill the form again on the Templates page, and compare the two in Word.",
        )


def choices_of(wanted: Wanted) -> dict[str, str]:
    """Return what was chosen otherwise than usual, as an issued document keeps it."""
    told = {
        _OMITTED: " ".join(sorted(section.value for section in wanted.omitted)),
        _CIRCULATED: "" if wanted.for_circulation is None else str(wanted.for_circulation).lower(),
        _BESIDE: wanted.beside or "",
        _ON: wanted.on.isoformat() if wanted.on else "",
    }
    return {name: value for name, value in told.items() if value}


def wanted_again(issued: IssuedDocument) -> Wanted:
    """Return the document that would be made today in the place of one that is kept.

    Raises:
        OfOwnForm: It was written with a Word form of the office's own.
    """
    if issued.kind not in _KINDS:
        raise OfOwnForm(issued.file_name)
    kept = issued.choices
    made_of = (issued.meeting_id, issued.decision_id, issued.rule_version_id)
    return Wanted(
        kind=DocumentKind(issued.kind),
        language=issued.language,
        original_of=issued.original_of_id,
        meeting_id=issued.meeting_id,
        decision_id=issued.decision_id,
        rule_version_id=issued.rule_version_id,
        body_id=issued.body_id if not any(made_of) else None,
        omitted=_omitted(kept),
        for_circulation=kept[_CIRCULATED] == "true" if _CIRCULATED in kept else None,
        beside=kept.get(_BESIDE),
        on=date.fromisoformat(kept[_ON]) if _ON in kept else None,
    )


def _omitted(kept: Mapping[str, str]) -> frozenset[OptionalSection]:
    known = {section.value for section in OptionalSection}
    # A workspace of a later version may name sections that this one does not know.
    names = kept.get(_OMITTED, "").split()
    return frozenset(OptionalSection(name) for name in names if name in known)
