import pytest

from app.exchange.reading import read_file, read_pasted
from app.exchange.refusals import Damaged
from app.exchange.tables import SourceKind

MODERN = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Cho;Gye-yeon;;Mr.;\r\nFN:Cho Gye-yeon\r\n"
    "ORG:Ministry of Foreign Affairs;Climate Bureau\r\nTITLE:Deputy Director-General\r\n"
    "EMAIL;TYPE=WORK:cho@mofa.go.kr\r\nTEL:+82-2-1\r\nPHOTO;ENCODING=b:AAAA\r\nEND:VCARD\r\n"
)
OLD = (
    "BEGIN:VCARD\r\nVERSION:2.1\r\n"
    "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=EC=A1=B0;=EA=B3=84=EC=97=B0;;;\r\n"
    "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=EC=A1=B0=EA=B3=84=EC=97=B0\r\n"
    "TEL;CELL:010-1\r\nEND:VCARD\r\n"
)
NEWEST = (
    "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:大河内 昭博\r\nN:大河内;昭博;;;\r\n"
    "TEL;VALUE=uri:tel:+81-3\r\nEND:VCARD\r\n"
)


def people(table):
    return [list(row.cells) for row in table.sheets[0].rows[1:]]


def test_a_card_is_a_row_with_known_headings():
    table = read_pasted(MODERN)

    assert table.kind is SourceKind.CARDS
    assert people(table) == [
        [
            "Cho Gye-yeon",
            "Cho",
            "Gye-yeon",
            "Mr.",
            "Deputy Director-General",
            "Ministry of Foreign Affairs, Climate Bureau",
            "cho@mofa.go.kr",
            "+82-2-1",
        ]
    ]


def test_cards_of_old_telephones_and_of_new_ones_are_read():
    old, new = people(read_pasted(OLD + NEWEST))

    assert (old[0], old[7]) == ("조계연", "010-1")
    assert (new[0], new[1], new[7]) == ("大河内 昭博", "大河内", "+81-3")


def test_a_file_of_cards_may_be_in_an_old_encoding(tmp_path):
    path = tmp_path / "people.vcf"
    path.write_bytes(NEWEST.encode("cp932"))

    table = read_file(path)

    assert (table.encoding, people(table)[0][0]) == ("cp932", "大河内 昭博")


@pytest.mark.parametrize(
    "broken",
    ["BEGIN:VCARD", "BEGIN:VCARD\r\nFN:Kim\r\n", "BEGIN:VCARD\r\n\x00;;;===\r\nEND:VEVENT\r\n"],
)
def test_a_card_that_breaks_off_is_refused_in_words(broken):
    with pytest.raises(Damaged, match="damaged or was not downloaded whole"):
        read_pasted(broken)
