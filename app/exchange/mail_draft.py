"""Drafts of messages as files that Outlook, Thunderbird and Mail open to be looked at and sent.

Nothing is ever sent from here: the file is marked as not sent, so that it opens for writing.
"""

import re
from collections.abc import Sequence
from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr

from app.texts.characters import clean

_ADDRESS = re.compile(r"[^@\s<>,;:\"()\[\]\\]+@[^@\s<>,;:\"()\[\]\\]+\.[^@\s<>,;:\"()\[\]\\]+")


def write_draft(*, subject: str, to: Sequence[str], text: str, stamp: datetime) -> bytes:
    """Return a message that is not sent yet; the same words and stamp give the same bytes.

    Args:
        subject: Its subject; line breaks in it become spaces.
        to: The addresses, as far as they are known; what is none is left out.
        text: What it says.
        stamp: The instant at which it is written.
    """
    message = EmailMessage(policy=policy.SMTP)
    message["X-Unsent"] = "1"
    message["Date"] = format_datetime(stamp)
    if addresses := [address for address in map(_address, to) if address]:
        message["To"] = ", ".join(dict.fromkeys(addresses))
    message["Subject"] = " ".join(clean(subject).split())
    message.set_content(clean(text).strip() + "\n", charset="utf-8", cte="base64")
    return message.as_bytes()


def _address(told: str) -> str:
    found = parseaddr(" ".join(told.split()))[1]
    return found if found.isascii() and _ADDRESS.fullmatch(found) else ""
