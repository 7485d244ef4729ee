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


@pytest.mark.parametrize(
    ("name", "program"),
    [("list.xlsx", "Excel"), ("minutes.pdf", "the PDF reader"), ("dates.ics", "the other program")],
)
def test_the_remedy_names_the_program_that_may_hold_the_file(name: str, program: str) -> None:
    error = OSError(errno.EACCES, os.strerror(errno.EACCES))
    remedy = FileNotWritten.because_of(Path(name), error).remedy
    assert remedy.startswith(f"Close it in {program} if it is open there")
