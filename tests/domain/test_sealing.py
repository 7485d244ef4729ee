import hashlib
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.sealing import SealedText, chain_hash, merkle_root, text_hash

TEXT = SealedText(
    document="JWG-RULES",
    version=2,
    eid="art_7__para_2",
    language="en",
    label="2.",
    heading="Decisions",
    text="Decisions are taken by consensus.",
)
# The test vectors of the first implementation of RFC 6962, certificate-transparency.
LEAVES = [
    bytes.fromhex(leaf)
    for leaf in (
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]  # fmt: skip
ROOTS = {
    0: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    4: "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    5: "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    6: "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    7: "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
}
some_leaves = st.lists(st.binary(max_size=8), max_size=12)


@pytest.mark.parametrize("count", ROOTS)
def test_roots_are_those_of_rfc_6962(count: int) -> None:
    assert merkle_root(LEAVES[:count]) == ROOTS[count]


@given(some_leaves, some_leaves)
def test_two_lists_of_leaves_have_one_root_only_if_they_are_the_same(
    one: list[bytes], other: list[bytes]
) -> None:
    assert (merkle_root(one) == merkle_root(other)) == (one == other)


@pytest.mark.parametrize("count", [1, 3, 5, 7])
def test_repeating_the_last_of_an_odd_number_of_leaves_gives_another_root(count: int) -> None:
    odd = LEAVES[:count]
    assert merkle_root(odd) != merkle_root([*odd, odd[-1]])


def test_an_inner_node_cannot_pass_for_a_leaf() -> None:
    inner = b"".join(hashlib.sha256(b"\x00" + leaf).digest() for leaf in LEAVES[:2])
    assert merkle_root([inner]) != merkle_root(LEAVES[:2])
    assert merkle_root([b"\x01" + inner]) != merkle_root(LEAVES[:2])


@given(st.lists(st.binary(max_size=4), min_size=2, max_size=9, unique=True), st.randoms())
def test_leaves_in_another_order_have_another_root(leaves: list[bytes], random: object) -> None:
    moved = [*leaves[1:], leaves[0]]
    assert merkle_root(moved) != merkle_root(leaves)


@given(st.text(min_size=1, max_size=40), st.data())
def test_one_changed_sign_changes_the_root(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text) - 1))
    sign = data.draw(st.characters(exclude_characters=text[place], codec="utf-8"))
    changed = text[:place] + sign + text[place + 1 :]
    others = [TEXT.canonical(), replace(TEXT, language="ko").canonical()]
    before, after = (replace(TEXT, text=told).canonical() for told in (text, changed))
    is_the_same = unicodedata.normalize("NFC", text) == unicodedata.normalize("NFC", changed)
    assert (merkle_root([*others, before]) == merkle_root([*others, after])) == is_the_same


@pytest.mark.parametrize(
    "change",
    [
        {"document": "JWG-RULES-2"},
        {"version": 3},
        {"eid": "art_7__para_3"},
        {"language": "mn"},
        {"label": "3."},
        {"heading": "decisions"},
        {"text": "Decisions are taken by consensus"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_every_part_of_a_text_is_sealed(change: dict[str, object]) -> None:
    changed = replace(TEXT, **change)  # type: ignore[arg-type]
    assert merkle_root([changed.canonical()]) != merkle_root([TEXT.canonical()])


def test_words_cannot_wander_from_the_heading_into_the_text() -> None:
    one = replace(TEXT, heading="Decisions", text="are taken")
    other = replace(TEXT, heading="Decisions are", text="taken")
    quoted = replace(TEXT, heading='Decisions","label":"', text="are taken")
    assert len({sealed.canonical() for sealed in (one, other, quoted)}) == 3


def test_the_canonical_bytes_are_what_was_written_down() -> None:
    assert (
        replace(TEXT, text="합의 “7”\n").canonical()
        == (
            '{"doc":"JWG-RULES","eid":"art_7__para_2","heading":"Decisions","label":"2.",'
            '"lang":"en","text":"합의 “7”\\n","v":2}'
        ).encode()
    )


def test_composed_and_decomposed_hangul_have_one_seal() -> None:
    composed = replace(TEXT, text="합의로 결정한다")
    decomposed = replace(TEXT, text=unicodedata.normalize("NFD", composed.text))
    assert decomposed != composed
    assert decomposed.canonical() == composed.canonical()
    assert text_hash(decomposed.text) == text_hash(composed.text)


def test_the_hash_of_a_text_is_its_sha256() -> None:
    assert text_hash("") == hashlib.sha256(b"").hexdigest()
    assert text_hash("제7조") == hashlib.sha256("제7조".encode()).hexdigest()


def test_a_link_of_the_chain_depends_on_everything_in_it() -> None:
    link = {"prev": "a" * 64, "kind": "rule_version", "reference": "R/1", "root": "b" * 64}
    changed: list[dict[str, str | None]] = [
        {"prev": None},
        {"kind": "minutes"},
        {"reference": "R/2"},
        {"root": "c" * 64},
    ]
    hashes = {chain_hash(**link), *(chain_hash(**(link | change)) for change in changed)}
    assert len(hashes) == 5
    assert all(len(made) == 64 for made in hashes)


def test_parts_of_a_link_cannot_run_into_one_another() -> None:
    one = chain_hash(prev=None, kind="a", reference="bc", root="d")
    other = chain_hash(prev=None, kind="ab", reference="c", root="d")
    assert one != other
