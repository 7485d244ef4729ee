"""What stands before the text of an Akoma Ntoso file: identity, life cycle, who changed what."""

from collections.abc import Iterator, Mapping
from datetime import date

from lxml import etree

from app.exchange.akoma_elements import below, element
from app.exchange.akoma_facts import AkomaAmendment, AkomaText
from app.exchange.akoma_identifiers import (
    expression_of,
    language_code,
    safe_part,
    work_of,
)

_SOURCE = "#secretariat"
_CHANGES = {
    "insert": "insertion",
    "replace": "substitution",
    "repeal": "repeal",
    "renumber": "renumbering",
    "move": "renumbering",
}


def meta(text: AkomaText, ids: Mapping[str, str], *, component: str = "main") -> etree._Element:
    """Return the ``meta`` of the document, or of one of its attachments.

    Args:
        text: The text.
        ids: The ``eId`` of every provision; without them the changes are not listed.
        component: ``main``, or the name of the attachment.
    """
    made = element("meta")
    _identification(made, text, component)
    if component == "main":
        _lifecycle(made, text)
        if text.amendments and ids:
            _analysis(made, text, ids)
        _references(made, text)
    return made


def _identification(made: etree._Element, text: AkomaText, component: str) -> None:
    part = f"!{component}"
    whole = below(made, "identification", source=_SOURCE)
    work = below(whole, "FRBRWork")
    _identifiers(work, f"{work_of(text)}/{part}", work_of(text))
    below(work, "FRBRdate", date=text.first_day.isoformat(), name="adoption")
    below(work, "FRBRauthor", href=f"#{safe_part(text.actor)}")
    below(work, "FRBRcountry", value=text.jurisdiction)
    if component == "main":
        below(work, "FRBRsubtype", value="provision")
        below(work, "FRBRnumber", value=safe_part(text.document))
        below(work, "FRBRname", value=text.title)
    expression = below(whole, "FRBRExpression")
    _identifiers(expression, f"{expression_of(text)}/{part}", expression_of(text))
    below(expression, "FRBRdate", date=text.version_day.isoformat(), name="version")
    below(expression, "FRBRauthor", href=f"#{safe_part(text.actor)}")
    below(expression, "FRBRlanguage", language=language_code(text.language))
    manifestation = below(whole, "FRBRManifestation")
    _identifiers(manifestation, f"{expression_of(text)}/{part}.xml", f"{expression_of(text)}.xml")
    below(manifestation, "FRBRdate", date=text.version_day.isoformat(), name="generation")
    below(manifestation, "FRBRauthor", href=_SOURCE)


def _lifecycle(made: etree._Element, text: AkomaText) -> None:
    days = tuple(_days(text))
    lifecycle = below(made, "lifecycle", source=_SOURCE)
    for number, (day, kind) in enumerate(days, 1):
        below(
            lifecycle,
            "eventRef",
            eId=f"eventRef_{number}",
            date=day.isoformat(),
            type=kind,
            source=f"#{safe_part(text.actor)}",
        )


def _days(text: AkomaText) -> Iterator[tuple[date, str]]:
    if not text.events:
        yield text.first_day, "generation"
    for number, event in enumerate(text.events):
        yield event.day, "amendment" if number else "generation"


def _analysis(made: etree._Element, text: AkomaText, ids: Mapping[str, str]) -> None:
    analysis = below(made, "analysis", source=_SOURCE)
    changes = below(analysis, "passiveModifications")
    for number, amendment in enumerate(text.amendments, 1):
        change = below(
            changes,
            "textualMod",
            type=_CHANGES[amendment.kind],
            eId=f"pmod_{number}",
        )
        below(
            change,
            "source",
            eId=f"pmod_{number}__source",
            href=f"#{_decided_by(text, amendment)}",
        )
        place = ids.get(amendment.identity, amendment.identity)
        below(change, "destination", eId=f"pmod_{number}__destination", href=f"#{place}")


def _decided_by(text: AkomaText, amendment: AkomaAmendment) -> str:
    """Return what an amendment comes from: a decision, or the body where none is known."""
    if not amendment.decision:
        return safe_part(text.actor)
    return f"decision_{safe_part(amendment.decision)}"


def _references(made: etree._Element, text: AkomaText) -> None:
    references = below(made, "references", source=_SOURCE)
    below(
        references,
        "TLCOrganization",
        eId=safe_part(text.actor),
        href=f"/akn/ontology/organization/{safe_part(text.actor)}",
        showAs=text.actor_name,
    )
    below(
        references,
        "TLCRole",
        eId="secretariat",
        href="/akn/ontology/role/secretariat",
        showAs="Secretariat",
    )
    decisions = dict.fromkeys(
        [*(event.decision for event in text.events)]
        + [amendment.decision for amendment in text.amendments]
    )
    for symbol in decisions:
        if symbol:
            below(
                references,
                "TLCReference",
                eId=f"decision_{safe_part(symbol)}",
                name="decision",
                href=f"/akn/{text.jurisdiction}/statement/{safe_part(symbol)}",
                showAs=symbol,
            )


def _identifiers(holder: etree._Element, this: str, uri: str) -> None:
    below(holder, "FRBRthis", value=this)
    below(holder, "FRBRuri", value=uri)
