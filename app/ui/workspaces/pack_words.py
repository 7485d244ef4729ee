"""Says of a pack that is open whose it is, as of which day it stands, and what is proved of it."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui import dates
from app.ui.window.pack_line import PackTold

if TYPE_CHECKING:
    from app.services.packs.verification import Verification


def tell_pack(found: "Verification", *, name: str, detail: str) -> PackTold:
    """Return what the line above a pack says.

    Args:
        found: What was proved when it was opened.
        name: What its file is called.
        detail: What is proved, in full.
    """
    say = QCoreApplication.translate
    manifest = found.manifest
    proof = found.proof.value
    told = {
        "signed": say("Pack", "Complete and unchanged, signed by {owner}"),
        "signed-by-unknown": say("Pack", "Complete and unchanged, signed by a key unknown here"),
        "revoked": say("Pack", "Signed by {owner} with a key that was revoked"),
        "unsigned": say("Pack", "Not signed: nothing proves whose it is"),
    }.get(proof, say("Pack", "It cannot be verified"))
    about = ""
    if manifest is not None:
        about = say("Pack", "{body} · as of {day}").format(
            body=manifest.body_name, day=dates.day_and_year(date.fromisoformat(manifest.on))
        )
        if manifest.meeting:
            about += f" · {manifest.meeting}"
    return PackTold(
        title=manifest.title if manifest is not None else name,
        about=about,
        proof=told.format(owner=found.standing.owner),
        detail=detail,
        is_fine=proof == "signed",
    )
