"""What goes wrong on a disk is said with the remedy that fits it."""

import errno
import os
from pathlib import Path

import pytest

from app.services.disk import FileNotWritten


@pytest.mark.parametrize(
    ("number", "reason", "remedy"),
    [
        (errno.ENOSPC, "the disk is full", "Free some space"),
        (errno.EROFS, "the disk can only be read", "a folder of your own"),
        (errno.EACCES, os.strerror(errno.EACCES), "Close it in Word"),
    ],
)
def test_the_remedy_fits_what_went_wrong(number: int, reason: str, remedy: str) -> None:
    error = OSError(number, os.strerror(number))
    misfortune = FileNotWritten.because_of(Path("minutes.docx"), error)
    assert misfortune.sentence == f"“minutes.docx” could not be written: {reason}."
    assert remedy in misfortune.remedy
