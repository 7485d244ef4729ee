import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.safe_names import LONGEST, key_of, safe_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Concept note.docx", "Concept note.docx"),
        ("JWG.2/1.docx", "JWG.2-1.docx"),
        ("../../etc/passwd", "-..-etc-passwd"),
        ("..\\..\\boot.ini", "-..-boot.ini"),
        ('a<b>c:d"e|f?g*h.pdf', "a-b-c-d-e-f-g-h.pdf"),
        ("CON", "_CON"),
        ("con.txt", "_con.txt"),
        ("LPT1.docx", "_LPT1.docx"),
        ("COM¹.docx", "_COM¹.docx"),
        ("CONSULTATION.docx", "CONSULTATION.docx"),
        ("name. . .", "name"),
        ("   ", "file"),
        ("", "file"),
        (".docx", "docx"),
        ("a\x00b\nc\td.pdf", "ab c d.pdf"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("회의록.hwp", "회의록.hwp"),
    ],
)
def test_a_name_becomes_one_that_holds_everywhere(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_a_long_name_is_cut_and_keeps_its_ending() -> None:
    cut = safe_name("a" * 300 + ".docx")
    assert len(cut) == LONGEST
    assert cut.endswith(".docx")
    korean = safe_name("회" * 300 + ".docx")
    assert len(korean.encode()) <= 255
    assert korean.endswith(".docx")


def test_a_name_that_is_taken_gets_a_number() -> None:
    taken = {key_of("Agenda.docx"), key_of("agenda (2).DOCX")}
    assert safe_name("AGENDA.docx", taken=taken) == "AGENDA (3).docx"


def test_names_that_some_computers_take_for_one_are_one() -> None:
    composed, decomposed = "회의.docx", unicodedata.normalize("NFD", "회의.docx")
    assert key_of(composed) == key_of(decomposed) == key_of(decomposed.upper())


@given(st.text(max_size=400))
def test_whatever_comes_in_what_goes_out_is_one_safe_name(name: str) -> None:
    safe = safe_name(name)
    assert 0 < len(safe) <= LONGEST
    assert len(safe.encode()) <= 255
    assert not set(safe) & set('<>:"/\\|?*')
    assert safe not in {".", ".."}
    assert safe == safe.strip()
    assert not safe.endswith(".")
    assert all(unicodedata.category(sign) not in {"Cc", "Cf", "Cs"} for sign in safe)
    again = safe_name(safe, taken={key_of(safe)})
    assert key_of(again) != key_of(safe)
