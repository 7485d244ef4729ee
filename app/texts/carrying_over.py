"""Gives the provisions of a text that came anew the identities they had in the text before.

A second version that arrives as a Word file knows nothing of identities. Its provisions are found
by what they say, wherever they stand and whatever number they bear now; only what is found nowhere
is new.
"""

from collections.abc import Collection
from dataclasses import replace

from app.texts.blocks import Paragraph, Text
from app.texts.provision_draft import ProvisionDraft, walk
from app.texts.text_alignment import TextAlignment
from app.texts.units import Unit


def carry_identities(
    before: tuple[ProvisionDraft, ...],
    after: tuple[ProvisionDraft, ...],
    *,
    language: str,
    taken: Collection[str] = (),
) -> tuple[ProvisionDraft, ...]:
    """Return ``after`` with the identities of ``before`` where a provision is the same one.

    Args:
        before: The text as it stood.
        after: The text that came.
        language: The language in which both are compared.
        taken: Identities that the document has used at any time; none is given again.
    """
    old = [provision for provision, _, _ in walk(before)]
    new = [provision for provision, _, _ in walk(after)]
    pairs = TextAlignment(_units(old, language), _units(new, language)).pairs()
    carried = {
        new[there].eid: old[here].eid for here, there in pairs if old[here].kind is new[there].kind
    }
    used = {*taken, *(provision.eid for provision in old)}
    for provision in new:
        if provision.eid not in carried:
            carried[provision.eid] = _fresh(provision.eid, used)
    return tuple(_renamed(provision, carried) for provision in after)


def _units(provisions: list[ProvisionDraft], language: str) -> list[Unit]:
    return [
        Unit(
            place,
            provision.eid,
            Paragraph(()),
            (
                (Text(provision.headings.get(language, "")),),
                (Text(provision.texts.get(language, "")),),
            ),
        )
        for place, provision in enumerate(provisions)
    ]


def _fresh(eid: str, used: set[str]) -> str:
    place, fresh = 1, eid
    while fresh in used:
        place += 1
        fresh = f"{eid}.{place}"
    used.add(fresh)
    return fresh


def _renamed(provision: ProvisionDraft, carried: dict[str, str]) -> ProvisionDraft:
    children = tuple(_renamed(child, carried) for child in provision.children)
    return replace(provision, eid=carried[provision.eid], children=children)
