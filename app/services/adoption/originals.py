"""Verbs for a further authentic language of an adopted text: it comes with a seal of its own.

What was adopted is never written again. The texts that the first seal covers stay as they are, and
the further language is sealed beside them in the same chain, on the day on which it is added.
"""

from datetime import datetime
from uuid import UUID

from app.domain.decision import TextStatus
from app.domain.errors import Misfortune
from app.domain.rules import SEALED_VERSIONS, RuleDocument, RuleVersion
from app.services import seals
from app.store.change_set import ChangeSet
from app.store.queries.rules import sealed_texts, texts_in
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

__all__ = ["NoFurtherOriginal", "declare_authentic", "make_authentic"]


class NoFurtherOriginal(Misfortune):
    """A language cannot become an authentic one of a version; ``field`` is ``language``."""

    def __init__(self, sentence: str, remedy: str = "") -> None:
        super().__init__(sentence, remedy, field="language")


def declare_authentic(workspace: Workspace, *, version_id: UUID, language: str) -> ChangeSet:
    """Make the text of an adopted version in one language an authentic one, with its own seal.

    Raises:
        NoFurtherOriginal: if the version is no adopted one, or if there is no whole text of it in
            that language, or if that text is authentic already.
    """
    with workspace.write("Declare text authentic") as work:
        version = work.get(RuleVersion, version_id)
        if version.status not in SEALED_VERSIONS or not version.content_root:
            raise NoFurtherOriginal(
                "This version is not adopted yet.",
                "Its languages become authentic with its adoption.",
            )
        _require_whole(work, version, language)
        make_authentic(work, version, language, at=workspace.clock.now())
        return work.commit(subject=version_id)


def make_authentic(work: UnitOfWork, version: RuleVersion, language: str, *, at: datetime) -> None:
    """Seal the texts of one language and make them authentic, within ``work``."""
    key, number = version.document_id, version.number
    work.flush()
    if version.status in SEALED_VERSIONS:
        seals.seal_language(work, version, language, at=at)
    for _, text in texts_in(work, document_id=key, number=number, language=language):
        text.status = TextStatus.AUTHENTIC
        text.source_sha256 = None
    document = work.get(RuleDocument, key)
    if language not in document.authentic_languages:
        document.authentic_languages = [*document.authentic_languages, language]
    work.flush()


def _require_whole(work: UnitOfWork, version: RuleVersion, language: str) -> None:
    key, number = version.document_id, version.number
    texts = texts_in(work, document_id=key, number=number, language=language)
    if not texts:
        raise NoFurtherOriginal(
            "There is no text of this version in that language.",
            "Bring it in beside the version first.",
        )
    if all(text.status is TextStatus.AUTHENTIC for _, text in texts):
        raise NoFurtherOriginal("The text in that language is authentic already.")
    there = {sealed.eid for sealed, _ in texts}
    missing = [
        sealed.label or sealed.eid
        for sealed in sealed_texts(work, document_id=key, number=number)
        if sealed.eid not in there and (sealed.text or sealed.heading)
    ]
    if missing:
        told = ", ".join(dict.fromkeys(missing[:5])) + (" …" if len(missing) > 5 else "")
        raise NoFurtherOriginal(
            f"An authentic text must be whole; in that language there is none of: {told}.",
            "Bring in what is missing first.",
        )
