"""Says in a sentence what is proved of a pack, and what is not, for the window and the console."""

from app.domain.pack_scope import spell_key
from app.services.packs.verification import Beside, Proof, Verification

_SENTENCES = {
    Proof.SIGNED: "Complete and unchanged since it was signed by {owner} (key {key}).",
    Proof.SIGNED_BY_UNKNOWN: "Complete and unchanged since it was signed, but nobody here knows "
    "whose the key {key} is. Compare it with what the secretariat has printed.",
    Proof.REVOKED: "Signed by {owner} with the key {key}, which was revoked on {day}: {reason}",
    Proof.UNSIGNED: "Complete as its own list says, but not signed: anybody could have written it.",
    Proof.CHANGED: "NOT as it was made. Changed: {changed}.",
    Proof.CANNOT_BE_VERIFIED: "It cannot be verified. {detail}",
}
_BESIDE = {
    Beside.MISSING: " No manifest lies beside it, against which the file could be held.",
    Beside.UNREADABLE: " The manifest beside it cannot be read.",
    Beside.OF_ANOTHER_FILE: " The manifest beside it is that of ANOTHER file: the hash differs. "
    "Ask the secretariat which of the two it sent.",
    Beside.OF_ANOTHER_KEY: " The manifest beside it names ANOTHER key than the pack. Ask the "
    "secretariat which of the two it sent.",
}
_TABLES = {
    "provision_text": "texts of rules",
    "provision_revision": "the order and numbers of rules",
    "rule_version": "versions of rules",
    "rule_document": "rule documents",
    "decision": "decisions",
    "decision_text": "texts of decisions",
    "attachment_blob": "files of papers",
    "agenda_item": "the agenda",
    "minutes_paragraph": "the minutes",
    "delegate": "the participants",
    "root": "what it says of itself",
}


def say(found: Verification) -> str:
    """Return what is proved of a pack."""
    told = _SENTENCES[found.proof].format(
        owner=found.standing.owner or "somebody unknown",
        key=spell_key(found.manifest.key_id) if found.manifest else "",
        day=found.standing.revoked_on,
        reason=found.standing.reason or "no reason is given.",
        changed=say_changed(found),
        detail=found.detail,
    )
    told += " Its search index was made anew." if found.index_remade else ""
    return told + (_BESIDE.get(found.beside, "") if found.beside else "")


def say_changed(found: Verification) -> str:
    """Return what is not as it was made."""
    names = [_TABLES.get(each, each.replace("_", " ")) for each in found.changed]
    return ", ".join(names) or "what it says of itself"
