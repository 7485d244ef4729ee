import pytest

from app.exchange.decoding import decode
from app.exchange.refusals import NotThisEncoding

KOREAN = "번호,성명,소속,직위\n1,조계연,외교부,심의관\n2,김서연,기후에너지환경부,과장\n"
JAPANESE = "番号,氏名,所属,役職\n1,大河内 昭博,外務省,審議官\n2,佐藤 花子,環境省,課長\n"
MONGOLIAN = "№;Овог нэр;Албан тушаал\n1;Батхишиг Пурэвдоо;Зєвлєх\n2;Дорж Бат;Мэргэжилтэн\n"
WESTERN = "Name;Post\nJosé Müller;Directeur général\nÉlise Dupré;Attachée\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (KOREAN, "cp949"),
        (KOREAN, "utf-8"),
        (KOREAN, "utf-16"),
        (KOREAN, "utf-16-le"),
        (KOREAN, "utf-16-be"),
        (KOREAN, "utf-32"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "utf-8"),
        (MONGOLIAN, "cp1251"),
        (WESTERN, "cp1252"),
        ("조계연\n김서연\n이보라\n", "cp949"),
        ("大河内昭博\n佐藤花子\n鈴木一郎\n", "cp932"),
        ("サトウ タロウ", "cp932"),
        ("Батхишиг\nДорж\n", "cp1251"),
        ("김", "cp949"),
        ("plain names only", "ascii"),
    ],
)
def test_the_encoding_of_a_list_is_guessed_from_its_bytes(text, encoding):
    assert decode(text.encode(encoding)).text == text


def test_a_byte_order_mark_is_no_part_of_the_first_heading():
    assert decode(KOREAN.encode("utf-8-sig")).text == KOREAN


def test_the_guess_can_be_changed_and_what_else_is_possible_is_told():
    data = KOREAN.encode("cp949")
    guessed = decode(data)

    assert guessed.encoding == "cp949"
    assert "cp1251" in guessed.others
    assert decode(data, encoding="cp1251").text != KOREAN


def test_an_encoding_that_cannot_be_is_refused_in_words():
    with pytest.raises(NotThisEncoding, match="cannot be read as utf-8"):
        decode(KOREAN.encode("cp949"), name="list.csv", encoding="utf-8")
    with pytest.raises(NotThisEncoding):
        decode(b"x", encoding="no-such-thing")


def test_bytes_that_are_nothing_in_particular_are_still_read():
    assert decode(bytes(range(1, 256))).text
