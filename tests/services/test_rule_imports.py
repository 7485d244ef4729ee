from datetime import date
from uuid import UUID

import pytest

from app.domain.attachment import Attachment, AttachmentLink
from app.domain.decision import Decision, DecisionStatus, TextStatus
from app.domain.rules import Amendment, RuleDocument, RuleVersion, VersionStatus
from app.services import (
    attachments,
    decisions,
    rule_exports,
    rule_imports,
    rule_reading,
    rules,
    seals,
)
from app.services.rule_documents import NotInForce
from app.services.rule_imports import (
    DecisionNotTaken,
    ImportStopped,
    Missing,
    OutOfTurn,
    Taking,
    look_beside,
    look_into,
    take_over,
)
from app.services.second_languages import LanguageThere, NotAligned
from app.services.version_drafts import DraftPending
from tests.builders import a_decision, key_of

FIRST = """\
I. Scope
Rule 1
These rules govern the Committee.
(1) It meets once a year.
(2) It keeps a record.
II. Records
Rule 2
Records are kept for ten years.
"""
ENGLISH = """\
Article 1 Scope
1. These Rules apply to every project.
2. They apply from 1 May 2026.
Article 2 Meetings
1. The Committee meets twice a year.
(a) in Seoul;
(b) in Ulaanbaatar.
"""
SECOND = ENGLISH.replace(
    "Article 2 Meetings", "Article 2 Names\nNames are as listed.\nArticle 3 Meetings"
).replace("every project", "any project")
KOREAN = """\
제1조(적용범위)
1. 이 규칙은 모든 사업에 적용한다.
2. 이 규칙은 2026년 5월 2일부터 적용한다.
제2조(회의)
1. 위원회는 연 2회 회의를 연다.
가. 서울
나. 울란바토르
"""
DAY = date(2026, 3, 2)


def taking(world, text, **fields):
    language = fields.pop("language", "en")
    preview = look_into(text, language=language)
    given = {
        "source": preview.source,
        "rows": preview.rows,
        "language": language,
        "body_id": world.body,
        "code": "CAME",
        "title": "Rules that came",
        "label": "ver01.0",
    }
    return Taking(**(given | fields))


def adopted(world, text, **fields):
    return taking(
        world,
        text,
        **({"is_adopted": True, "adopted_on": DAY, "in_force_from": DAY} | fields),
    )


def version_of(workspace, change) -> RuleVersion:
    with workspace.read() as reader:
        return reader.get(RuleVersion, key_of(change))


def read(workspace, document_id: UUID, *, language="en", number=1, against=None):
    found = rule_reading.read(
        workspace,
        document_id=document_id,
        languages=(language,),
        number=number,
        against=against,
    )
    assert found is not None
    return found


def said(wording) -> str:
    return "".join(piece.words for piece in wording.text)


def test_new_rules_come_in_as_a_draft_with_every_word(workspace, world):
    version = version_of(workspace, take_over(workspace, taking(world, ENGLISH)))
    assert (version.status, version.label) == (VersionStatus.DRAFT, "ver01.0")
    provisions = read(workspace, version.document_id).provisions
    assert [row.eid for row in provisions][:3] == ["art_1", "art_1__para_1", "art_1__para_2"]
    assert said(provisions[1].wordings[0]) == "These Rules apply to every project."


def test_what_relies_on_a_provision_is_read_from_the_words_that_came(workspace, world):
    text = (
        "Article 1\n1. The Committee meets once a year.\n"
        "2. Subject to the preceding paragraph, it may meet more often.\n"
        "Article 2\nNotice of meetings under Article 1(1) is given.\n"
        "Article 3\nParagraph 1 of Article 1 of the Basic Agreement stands.\n"
    )
    version = version_of(workspace, take_over(workspace, taking(world, text)))
    asked = {"document_id": version.document_id, "number": 1}
    naming = rule_reading.show_reliances(workspace, eid="art_1__para_1", **asked)
    assert [(row.label, row.is_elsewhere) for row in naming] == [
        ("Article 1(2)", False),
        ("Article 2", False),
    ]
    assert rule_reading.show_reliances(workspace, eid="art_2", **asked) == ()


def test_the_file_is_kept_with_the_version(workspace, world, tmp_path):
    path = tmp_path / "rules.txt"
    path.write_bytes(KOREAN.encode("cp949"))
    change = take_over(workspace, taking(world, path, language="ko"))
    with workspace.read() as reader:
        link = reader.first(AttachmentLink, rule_version_id=key_of(change))
        assert link is not None
        assert attachments.read(reader, link.attachment_id) == KOREAN.encode("cp949")
        assert reader.get(Attachment, link.attachment_id).file_name == "rules.txt"


def test_an_adopted_text_is_sealed_with_its_three_dates_and_its_decision(workspace, world):
    change = take_over(
        workspace,
        adopted(
            world,
            ENGLISH,
            in_force_from=date(2026, 4, 1),
            published_on=date(2026, 3, 9),
            decision_symbol="7/JC.1",
            decision_title="Adoption of the rules",
        ),
    )
    version = version_of(workspace, change)
    assert version.status is VersionStatus.ADOPTED
    assert version.content_root
    assert (version.adopted_on, version.in_force_from, version.published_on) == (
        DAY,
        date(2026, 4, 1),
        date(2026, 3, 9),
    )
    assert seals.find_broken(workspace) == ()
    with workspace.read() as reader:
        decision = reader.get(Decision, version.decision_id)
    assert (decision.symbol, decision.status, decision.taken_on) == (
        "7/JC.1",
        DecisionStatus.ADOPTED,
        DAY,
    )


def test_a_further_version_keeps_identities_and_its_changes_are_computed(workspace, world):
    first = version_of(workspace, take_over(workspace, adopted(world, ENGLISH)))
    take_over(
        workspace,
        adopted(
            world,
            SECOND,
            document_id=first.document_id,
            label="ver02.0",
            adopted_on=date(2026, 9, 1),
            in_force_from=date(2026, 9, 1),
            decision_symbol="8/JC.1",
        ),
    )
    found = read(workspace, first.document_id, number=2, against=1)
    changes = {row.eid: row.change.value for row in found.provisions}
    assert changes["art_2"] == "renumbered"
    assert changes["art_2__para_1__item_a"] == "none"
    assert changes["art_1__para_1"] == "changed"
    assert [eid for eid, change in changes.items() if change == "inserted"] == ["art_2.2"]
    assert version_of_number(workspace, first.document_id, 1).status is VersionStatus.SUPERSEDED
    with workspace.read() as reader:
        kinds = sorted(row.kind.value for row in reader.find(Amendment))
    assert kinds == ["insert", "renumber", "replace"]
    assert seals.find_broken(workspace) == ()


def version_of_number(workspace, document_id, number) -> RuleVersion:
    with workspace.read() as reader:
        found = reader.first(RuleVersion, document_id=document_id, number=number)
        assert found is not None
        return found


def test_words_that_a_new_version_no_longer_has_are_gone(workspace, world):
    text = "Article 1 Scope\nThese rules apply.\nArticle 2 End\nThey end.\n"
    first = version_of(workspace, take_over(workspace, adopted(world, text)))
    later = "Article 1\nThese rules apply.\nArticle 2 End\nThey end.\n"
    take_over(workspace, adopted(world, later, document_id=first.document_id, label="2", code=""))
    provision = read(workspace, first.document_id, number=2).provisions[0]
    assert provision.wordings[0].heading == ()
    assert said(provision.wordings[0]) == "These rules apply."


def test_another_language_is_laid_beside_by_the_numbers(workspace, world):
    first = version_of(workspace, take_over(workspace, adopted(world, ENGLISH)))
    alignment = look_beside(
        workspace,
        document_id=first.document_id,
        number=1,
        rows=look_into(KOREAN, language="ko").rows,
        language="ko",
    )
    assert alignment.strangers == ()
    assert [(each.eid, each.warned.kind.value) for each in alignment.warnings] == [
        ("art_1__para_2", "dates")
    ]
    take_over(
        workspace,
        taking(world, KOREAN, language="ko", document_id=first.document_id, beside=1, title="규칙"),
    )
    rows = {row.eid: row for row in read(workspace, first.document_id, language="ko").provisions}
    assert said(rows["art_2__para_1__item_b"].wordings[0]) == "울란바토르"
    assert rows["art_2"].wordings[0].label == "제2조"
    assert seals.find_broken(workspace) == ()
    with workspace.read() as reader:
        assert reader.get(RuleDocument, first.document_id).titles["ko"] == "규칙"


def test_another_language_follows_the_numbers_of_its_version_not_the_identities(workspace, world):
    first = version_of(workspace, take_over(workspace, adopted(world, ENGLISH)))
    take_over(workspace, adopted(world, SECOND, document_id=first.document_id, label="ver02.0"))
    text = "제1조(적용범위)\n1. 가\n2. 나\n제2조(명칭)\n명칭은 표와 같다.\n제3조(회의)\n1. 다\n"
    alignment = look_beside(
        workspace,
        document_id=first.document_id,
        number=2,
        rows=look_into(text, language="ko").rows,
        language="ko",
    )
    eids = {draft.label: eid for eid, draft in alignment.pairs}
    assert (eids["제2조"], eids["제3조"]) == ("art_2.2", "art_2")


def test_a_provision_without_counterpart_is_refused_and_nothing_is_stored(
    workspace, world, unchanged
):
    first = version_of(workspace, take_over(workspace, adopted(world, ENGLISH)))
    more = taking(
        world, f"{KOREAN}제3조(부칙)\n", language="ko", document_id=first.document_id, beside=1
    )
    with unchanged(), pytest.raises(NotAligned, match="제3조"):
        take_over(workspace, more)


def test_a_language_that_is_there_is_not_written_over(workspace, world):
    first = version_of(workspace, take_over(workspace, adopted(world, ENGLISH)))
    with pytest.raises(LanguageThere):
        take_over(workspace, taking(world, ENGLISH, document_id=first.document_id, beside=1))


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"code": " "}, "code"),
        ({"title": ""}, "title"),
        ({"label": ""}, "label"),
        ({"is_adopted": True, "in_force_from": DAY}, "adopted_on"),
        ({"is_adopted": True, "adopted_on": DAY}, "in_force_from"),
        ({"body_id": None}, "body_id"),
    ],
)
def test_what_is_missing_is_told_beside_its_field(workspace, world, unchanged, fields, field):
    with unchanged(), pytest.raises(Missing) as caught:
        take_over(workspace, taking(world, ENGLISH, **fields))
    assert caught.value.field == field


def test_an_older_text_does_not_follow_a_newer_one(workspace, world, unchanged):
    first = version_of(workspace, take_over(workspace, adopted(world, ENGLISH)))
    late = adopted(
        world, SECOND, document_id=first.document_id, label="0.9", adopted_on=date(2020, 1, 1)
    )
    with unchanged(), pytest.raises(OutOfTurn) as caught:
        take_over(workspace, late)
    assert caught.value.field == "adopted_on"


def test_a_decision_that_is_not_adopted_adopts_nothing(workspace, world):
    draft = key_of(decisions.draft_decision(workspace, a_decision(world.body)))
    with pytest.raises(DecisionNotTaken):
        take_over(workspace, adopted(world, ENGLISH, decision_id=draft))


def test_a_second_draft_waits_for_the_first(workspace, world):
    first = version_of(workspace, take_over(workspace, taking(world, ENGLISH)))
    with pytest.raises(DraftPending):
        take_over(workspace, taking(world, SECOND, document_id=first.document_id))


def test_a_draft_that_came_in_can_be_withdrawn(workspace, world):
    change = take_over(workspace, taking(world, ENGLISH))
    rules.withdraw_draft(workspace, version_id=key_of(change))
    assert version_of(workspace, change).status is VersionStatus.WITHDRAWN
    with workspace.read() as reader:
        document = version_of(workspace, change).document_id
        assert reader.get(RuleDocument, document).code == "CAME"


def test_it_can_be_stopped_and_tells_how_far_it_is(workspace, world, unchanged):
    told = []
    with unchanged(), pytest.raises(ImportStopped):
        take_over(
            workspace,
            taking(world, ENGLISH),
            progress=lambda *done: told.append(done),
            is_stopped=lambda: bool(told),
        )
    assert told == [(0, 7)]


def begins(words: list[str], label: str) -> bool:
    return " ".join(words[: len(label.split())]) == label


def test_numbers_that_we_do_not_count_come_out_as_they_were_printed(workspace, world, tmp_path):
    version = version_of(workspace, take_over(workspace, adopted(world, FIRST)))
    document_id = version.document_id
    labels = [row.wordings[0].label for row in read(workspace, document_id).provisions]
    printed = ["I.", "Rule 1", "(1)", "(2)", "II.", "Rule 2"]
    assert labels == printed
    plain = tmp_path / "rules.txt"
    rule_exports.save(workspace, document_id=document_id, number=1, form="txt", path=plain)
    told = plain.read_text("utf-8")
    began = [line.strip().split(" ") for line in told.splitlines()]
    places = [max(at for at, line in enumerate(began) if begins(line, each)) for each in printed]
    assert places == sorted(places)
    assert "(1) It meets once a year." in told
    word = tmp_path / "rules.docx"
    rule_exports.save(workspace, document_id=document_id, number=1, form="docx", path=word)
    again = look_into(word, language="en").source.text
    places = [again.index(f"\n{label}") for label in printed]
    assert places == sorted(places)
    akoma = rule_exports.akoma_ntoso(workspace, document_id=document_id, number=1).decode()
    assert all(f">{label}<" in akoma for label in printed)


def test_sections_and_annexes_are_printed_and_compared(workspace, world, tmp_path):
    text = (
        "I. General\nA. Meetings\n1. The Committee meets once a year.\nB. Records\n"
        "2. Records are kept.\nAnnex I\nForm of the record\nThe form has two columns.\n"
    )
    version = version_of(workspace, take_over(workspace, adopted(world, text)))
    document_id = version.document_id
    kinds = {row.kind for row in read(workspace, document_id).provisions}
    assert {"section", "annex"} <= kinds
    later = text.replace("once", "twice")
    take_over(workspace, adopted(world, later, document_id=document_id, label="2"))
    redline = tmp_path / "redline.docx"
    rule_exports.save(workspace, document_id=document_id, number=2, form="redline", path=redline)
    plain = tmp_path / "rules.txt"
    rule_exports.save(workspace, document_id=document_id, number=2, form="txt", path=plain)
    assert "B. Records" in plain.read_text("utf-8")
    assert "Annex I" in plain.read_text("utf-8")
    assert "twice" in look_into(redline, language="en").source.text


def test_a_text_is_saved_in_two_columns_and_as_of_a_day(workspace, world, tmp_path):
    version = version_of(workspace, take_over(workspace, adopted(world, ENGLISH)))
    document_id = version.document_id
    take_over(workspace, taking(world, KOREAN, language="ko", document_id=document_id, beside=1))
    two, clean = tmp_path / "two.docx", tmp_path / "clean.docx"
    rule_exports.save(
        workspace, document_id=document_id, number=1, form="bilingual", path=two, beside="ko"
    )
    told = look_into(two, language="en").source.text
    assert "These Rules apply to every project." in told
    assert "이 규칙은 모든 사업에 적용한다." in told
    day = date(2027, 5, 3)
    rule_exports.save(workspace, document_id=document_id, number=1, form="docx", path=clean, on=day)
    assert "3 May 2027" in look_into(clean, language="en").source.text
    with pytest.raises(NotInForce):
        rule_exports.save(
            workspace, document_id=document_id, number=1, form="docx", path=clean,
            on=date(2020, 1, 1),
        )  # fmt: skip


@pytest.mark.parametrize("step", ["lift", "lower", "join", "leave-out", "call"])
def test_a_row_is_put_right_without_losing_the_place_in_hand(step):
    rows = look_into(ENGLISH, language="en").rows
    arranged, place = rule_imports.arrange(rows, step, len(rows) - 1, kind="paragraph")
    assert 0 <= place < len(arranged)


def test_the_status_of_a_text_is_kept(workspace, world):
    change = take_over(workspace, taking(world, ENGLISH, status=TextStatus.OFFICIAL))
    rows = read(workspace, version_of(workspace, change).document_id).provisions
    assert rows[1].wordings[0].status == "official"
