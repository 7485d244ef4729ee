"""What can be chosen in the studio, settled in one go away from the window's thread."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.ui.studio.material import Material, Record, Source, read_material
from app.ui.studio.record_facts import Fact
from app.ui.studio.wish import CHANGES, FIRST_LANGUAGE, IN_TWO_LANGUAGES, Subject, Wish

if TYPE_CHECKING:
    from app.services.parties import PartyChip
    from app.services.rules import VersionRow

_ORDER = ("en", "ko", "mn", "ja")
_RULES = "rules"


@dataclass(frozen=True)
class Offer:
    """What there is to choose from, and what is chosen of it.

    Attributes:
        subjects: What documents can be made of here.
        records: The records of the subject that is chosen.
        kinds: The documents that the records are enough for.
        versions: The versions of the rules.
        originals: The sides that each have an original of their own; else empty.
        languages: The languages in which there is a template of the document.
        second_languages: Those that may stand in the second column.
        sections: What can be left out of the document.
        can_circulate: Whether a draft of it can go round for comments.
        facts: What the records say that the document is made of.
        chosen: What is chosen; its kind is ``None`` if no document can be made.
        wanted: What the services are asked for; ``None`` likewise.
        meeting_id: The meeting whose records the page leads to, if there is one.
    """

    subjects: tuple[Subject, ...]
    records: tuple[Record, ...]
    facts: tuple[Fact, ...]
    chosen: Wish
    kinds: tuple[Any, ...] = ()
    versions: "tuple[VersionRow, ...]" = ()
    originals: "tuple[PartyChip, ...]" = ()
    languages: tuple[str, ...] = ()
    second_languages: tuple[str, ...] = ()
    sections: tuple[Any, ...] = ()
    can_circulate: bool = False
    wanted: Any = None
    meeting_id: UUID | None = None

    @property
    def is_comparison(self) -> bool:
        """Whether two versions are put side by side."""
        return bool(self.chosen.kind == CHANGES)


def read_offer(source: Source, wish: Wish) -> Offer | None:
    """Return what can be chosen of a body's records, as near to the wish as can be.

    Args:
        source: Where everything is read from.
        wish: What the user would like.

    Returns:
        The offer; ``None`` if the body has no records at all that documents are made of.

    Raises:
        Misfortune: No version of the rules was in force on the day that is wanted.
    """
    subjects, material = read_material(source, wish)
    if material is None:
        return None
    chosen = material.wish
    bare = Offer(
        subjects,
        material.records,
        material.facts,
        replace(chosen, kind=None),
        meeting_id=material.meeting_id,
    )
    if not material.kinds:
        return bare
    kind = _nearest(chosen.kind, material.kinds)
    if kind == CHANGES:
        return _offer_changes(source, material, replace(bare, chosen=replace(chosen, kind=kind)))
    return _offer_document(source, material, replace(bare, chosen=replace(chosen, kind=kind)))


def _offer_changes(source: Source, material: Material, bare: Offer) -> Offer:
    """Offer two versions of rules; the older one may be chosen too."""
    languages = _languages(source, material, _RULES)
    chosen = replace(bare.chosen, language=_nearest(bare.chosen.language, languages))
    wanted = source.services.comparisons.TwoVersions(
        document_id=chosen.rules_id,
        older=chosen.since,
        newer=chosen.version,
        language=chosen.language,
    )
    return replace(
        bare,
        kinds=material.kinds,
        versions=material.versions,
        languages=languages,
        chosen=chosen,
        wanted=wanted,
    )


def _offer_document(source: Source, material: Material, bare: Offer) -> Offer:
    kind, documents = bare.chosen.kind, source.services.documents
    languages = _languages(source, material, kind)
    language = _nearest(bare.chosen.language, languages)
    seconds = tuple(tag for tag in material.held if tag != language)
    seconds = seconds if kind == IN_TWO_LANGUAGES else ()
    chosen = replace(bare.chosen, language=language, beside=_nearest(bare.chosen.beside, seconds))
    wanted = _wanted(source, material, chosen)
    owners = [
        each.original_of
        for each in source.services.issuing.list_originals(source.workspace, wanted)
    ]
    originals = tuple(material.parties[owner] for owner in owners if owner in material.parties)
    whose = _nearest(chosen.original_of, tuple(party.id for party in originals))
    return replace(
        bare,
        kinds=material.kinds,
        versions=material.versions,
        originals=originals,
        languages=languages,
        second_languages=seconds,
        sections=documents.list_sections(kind=kind),
        can_circulate=documents.can_circulate(kind=kind),
        chosen=replace(chosen, original_of=whose),
        wanted=replace(wanted, original_of=whose),
    )


def _wanted(source: Source, material: Material, chosen: Wish) -> Any:
    is_rules = chosen.subject is Subject.RULES
    return source.services.issuing.Wanted(
        kind=chosen.kind,
        language=chosen.language,
        omitted=chosen.omitted,
        for_circulation=chosen.for_circulation,
        beside=chosen.beside,
        on=chosen.on if is_rules else None,
        **material.made_of,
    )


def _languages(source: Source, material: Material, kind: Any) -> tuple[str, ...]:
    with_template = source.services.documents.list_languages_of_kind(
        kind=kind, workspace=source.workspace, body_id=source.body_id
    )
    held = tuple(tag for tag in with_template if tag in material.held)
    return _in_order(held or with_template, material.languages)


def _nearest(wished: Any, offered: tuple[Any, ...]) -> Any:
    return wished if wished in offered else next(iter(offered), None)


def _in_order(tags: tuple[str, ...], of_the_record: tuple[str, ...]) -> tuple[str, ...]:
    """Return English first, then the languages of the record, then the others."""
    known = [*_ORDER, *sorted(set(tags) - set(_ORDER))]
    others = [tag for tag in known if tag not in of_the_record]
    row = dict.fromkeys((FIRST_LANGUAGE, *of_the_record, *others))
    return tuple(tag for tag in row if tag in tags)
