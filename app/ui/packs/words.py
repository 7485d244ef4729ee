"""What packs and keys are called on screen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.pack_scope import PackPart

if TYPE_CHECKING:
    from app.services.packs.making import PackPreview


def say_part(part: PackPart) -> str:
    """Return what a part of a pack is called."""
    say = QCoreApplication.translate
    return {
        PackPart.RULES: say("Packs", "Rules with their history"),
        PackPart.DECISIONS: say("Packs", "Decisions"),
        PackPart.AGENDA: say("Packs", "Agenda"),
        PackPart.PAPERS: say("Packs", "Papers"),
        PackPart.MINUTES: say("Packs", "Signed minutes"),
        PackPart.PARTICIPANTS: say("Packs", "Participants"),
    }[part]


def say_contents(preview: "PackPreview") -> str:
    """Return what a pack would hold, in figures."""
    say = QCoreApplication.translate
    if preview.is_empty:
        return say("Packs", "Nothing of this was adopted or signed by that day.")
    told = [
        (
            say("Packs", "{title}: versions {versions}, provisions {provisions}")
            if provisions
            else say("Packs", "{title}: its text is not on record")
        ).format(title=title, versions=versions, provisions=provisions)
        for title, versions, provisions in preview.documents
        if versions
    ]
    others = [part for part in PackPart if part is not PackPart.RULES and preview.counts[part]]
    told += [f"{say_part(part)}: {preview.counts[part]}" for part in others]
    return "\n".join(told)


def say_kept_back(preview: "PackPreview") -> str:
    """Return which papers stay behind; nothing where none does."""
    if not preview.kept_back:
        return ""
    named = ", ".join(paper.symbol or paper.title for paper in preview.kept_back)
    told = QCoreApplication.translate(
        "Packs", "These papers stay behind, as they are confidential or for one side: {papers}."
    )
    return told.format(papers=named)
