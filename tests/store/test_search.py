from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.clock import FixedClock
from app.domain.body import Body, BodyName
from app.domain.decision import Decision, DecisionKind, DecisionText, TextStatus
from app.domain.party import NameKind
from app.domain.rules import (
    Provision,
    ProvisionKind,
    ProvisionRevision,
    ProvisionText,
    RuleDocument,
    RuleKind,
    RuleVersion,
    VersionStatus,
)
from app.store.engine import Access, connect
from app.store.search import Scope, count_provisions, find_provisions, find_records
from app.store.unit_of_work import UnitOfWork
from app.store.verify import verify
from app.store.workspace import Workspace

AddBody = Callable[..., Body]

TEXTS = {
    "ko-1": ("ko", "제6조", "합동위원회는 매년 회의를 개최한다."),
    "ko-2": ("ko", "제16조", "회의에서 채택한 결정은 공표한다."),
    "ko-3": ("ko", "위원", "위원은 양측 정부가 임명한다."),
    "ja-1": ("ja", "第六条", "合同委員会は実施規則を改正することができる。"),
    "ja-2": ("ja", "用語", "ガイドラインとは実施の指針をいう。"),
    "mn-1": ("mn", "Хурал", "Хамтарсан ажлын хэсгийн хурлыг жил бүр зохион байгуулна."),
    "mn-2": ("mn", "Гишүүд", "Талууд гишүүдээ томилно."),
    "mn-3": ("mn", "Тайлан", "Тайланг хамтран батална."),
    "en-1": ("en", "Meetings", "The Parties shall meet once a year under Article 6.2."),
    "en-2": ("en", "Members", "Each Party appoints its members."),
    "en-3": ("en", "Reports", "A report is adopted jointly; Article 6.12 applies."),
}

JUDGED = [
    ("회의", {"ko-1", "ko-2"}),
    ("회의에서", {"ko-2"}),
    ("위원", {"ko-1", "ko-3"}),
    ("위원회", {"ko-1"}),
    ("제6조", {"ko-1"}),
    ("회의 결정", {"ko-2"}),
    ("결정 임명", set()),
    ("委員会", {"ja-1"}),
    ("実施", {"ja-1", "ja-2"}),
    ("規則を改正", {"ja-1"}),
    ("ｶﾞｲﾄﾞﾗｲﾝ", {"ja-2"}),
    ("第六条", {"ja-1"}),
    ("хурал", {"mn-1"}),
    ("ХУРЛЫГ", {"mn-1"}),
    ("гишүүн", {"mn-2"}),
    ("тайлан", {"mn-3"}),
    ("хамт", {"mn-1", "mn-3"}),
    ("party", {"en-1", "en-2"}),
    ("members", {"en-2"}),
    ("member", {"en-2"}),
    ("6.2", {"en-1"}),
    ("meet", {"en-1"}),
    ("report", {"en-3"}),
    ('"once a year"', {"en-1"}),
    ("absent", set()),
    ("…", set()),
]


def add_text(
    work: UnitOfWork,
    document: RuleDocument,
    *,
    eid: str,
    language: str,
    words: str,
    heading: str = "",
    v_from: int = 1,
    v_to: int | None = None,
) -> ProvisionText:
    provision = work.first(Provision, document_id=document.id, eid=eid) or work.add(
        Provision(document_id=document.id, eid=eid, kind=ProvisionKind.ARTICLE)
    )
    work.flush()
    revision = work.add(
        ProvisionRevision(
            document_id=document.id,
            provision_id=provision.id,
            v_from=v_from,
            v_to=v_to,
            ordinal=1,
            depth=0,
            label=eid,
        )
    )
    work.flush()
    text = ProvisionText(
        revision_id=revision.id,
        language=language,
        heading=heading,
        text=words,
        status=TextStatus.WORKING,
    )
    return work.add(text)


def add_document(work: UnitOfWork, code: str = "RULES", **version: Any) -> RuleDocument:
    document = work.add(
        RuleDocument(code=code, kind=RuleKind.RULE_SET, titles={"en": f"The rules {code}"})
    )
    work.add(RuleVersion(document_id=document.id, number=1, **version))
    work.flush()
    return document


@pytest.fixture
def rules(workspace: Workspace) -> Workspace:
    with workspace.write("Draft rules") as work:
        document = add_document(work)
        for eid, (language, heading, words) in TEXTS.items():
            add_text(work, document, eid=eid, language=language, heading=heading, words=words)
        work.commit()
    return workspace


def eids(workspace: Workspace, query: str, scope: Scope = Scope.NOW) -> list[str]:
    with workspace.read() as reader:
        return [hit.eid for hit in find_provisions(reader, query=query, scope=scope).provisions]


@pytest.mark.parametrize(("query", "found"), JUDGED)
@pytest.mark.parametrize("scope", Scope)
def test_a_query_in_any_of_four_languages_finds(
    rules: Workspace, query: str, found: set[str], scope: Scope
) -> None:
    assert set(eids(rules, query, scope)) == found
    with rules.read() as reader:
        assert count_provisions(reader, query=query, scope=scope) == len(found)


def test_a_hit_says_where_it_stands_and_what_to_mark(rules: Workspace) -> None:
    with rules.read() as reader:
        (hit,) = find_provisions(reader, query="제6조 회의", language="en").provisions
    assert (hit.document_code, hit.document_title) == ("RULES", "The rules RULES")
    assert (hit.language, hit.label, hit.v_from, hit.v_to) == ("ko", "ko-1", 1, None)
    assert [hit.heading[start:end] for start, end in hit.heading_spans] == ["제6조"]
    assert [hit.excerpt.text[start:end] for start, end in hit.excerpt.spans] == ["회의"]


def test_the_word_as_typed_comes_before_wider_forms(workspace: Workspace) -> None:
    with workspace.write("Draft rules") as work:
        document = add_document(work)
        for eid, words in [("a", "тайлах тайлах тайла"), ("b", "нэг тайлан"), ("c", "тайлалт")]:
            add_text(work, document, eid=eid, language="mn", words=words)
        work.commit()
    assert eids(workspace, "тайлан")[0] == "b"
    assert set(eids(workspace, "тайлан")) == {"a", "b", "c"}


def test_a_word_in_a_heading_comes_before_one_in_a_text(workspace: Workspace) -> None:
    with workspace.write("Draft rules") as work:
        document = add_document(work)
        add_text(work, document, eid="text", language="en", words="on the transfer of units")
        add_text(
            work, document, eid="heading", language="en", heading="Transfer", words="of the units"
        )
        work.commit()
    assert eids(workspace, "transfer") == ["heading", "text"]


def test_more_than_a_thousand_are_said_to_be_more(workspace: Workspace) -> None:
    with workspace.write("Draft rules") as work:
        document = add_document(work)
        provision = work.add(
            Provision(document_id=document.id, eid="a", kind=ProvisionKind.ARTICLE)
        )
        work.flush()
        revision = work.add(
            ProvisionRevision(
                document_id=document.id, provision_id=provision.id, v_from=1, ordinal=1, depth=0
            )
        )
        work.flush()
        for number in range(1100):
            work.add(
                ProvisionText(
                    revision_id=revision.id, language="en", correction=number, text="common"
                )
            )
        work.commit()
    with workspace.read() as reader:
        found = find_provisions(reader, query="common", scope=Scope.ALL_VERSIONS, limit=10)
        assert count_provisions(reader, query="common", scope=Scope.NOW) == 1
    assert (found.count, found.is_more, len(found.provisions)) == (1000, True, 10)


def test_only_the_text_in_force_is_found_unless_all_versions_are_asked_for(
    workspace: Workspace, clock: FixedClock
) -> None:
    today = clock.now().date()
    with workspace.write("Draft rules") as work:
        document = add_document(
            work,
            status=VersionStatus.SUPERSEDED,
            adopted_on=date(2024, 1, 1),
            in_force_from=date(2024, 1, 1),
            in_force_to=today,
            content_root="ab",
        )
        work.add(
            RuleVersion(
                document_id=document.id,
                number=2,
                status=VersionStatus.EFFECTIVE,
                adopted_on=today,
                in_force_from=today,
                content_root="cd",
            )
        )
        work.add(RuleVersion(document_id=document.id, number=3))
        add_text(work, document, eid="a", language="en", words="every year", v_to=2)
        add_text(work, document, eid="a", language="en", words="twice a year", v_from=2, v_to=3)
        add_text(work, document, eid="a", language="en", words="thrice a year", v_from=3)
        work.commit()
    with workspace.read() as reader:
        (hit,) = find_provisions(reader, query="year").provisions
        assert hit.excerpt.text == "twice a year"
    assert len(eids(workspace, "year", Scope.ALL_VERSIONS)) == 3


def test_what_comes_into_force_overnight_is_found_the_next_day(
    path: Path, clock: FixedClock
) -> None:
    tomorrow = clock.now().date() + timedelta(days=1)
    with Workspace.open(path, clock=clock, actor="Bat") as opened:
        with opened.write("Adopt rules") as work:
            document = add_document(
                work,
                status=VersionStatus.EFFECTIVE,
                adopted_on=date(2024, 1, 1),
                in_force_from=date(2024, 1, 1),
                in_force_to=tomorrow,
                content_root="ab",
            )
            work.add(
                RuleVersion(
                    document_id=document.id,
                    number=2,
                    status=VersionStatus.ADOPTED,
                    adopted_on=date(2026, 1, 1),
                    in_force_from=tomorrow,
                    content_root="cd",
                )
            )
            add_text(work, document, eid="old", language="en", words="every year", v_to=2)
            add_text(work, document, eid="new", language="en", words="twice a year", v_from=2)
            work.commit()
        assert eids(opened, "year") == ["old"]
    clock.instant += timedelta(days=1)
    with Workspace.open(path, clock=clock, actor="Bat") as opened:
        assert eids(opened, "year") == ["new"]


def test_a_version_that_ceased_is_no_longer_found(workspace: Workspace, clock: FixedClock) -> None:
    with workspace.write("Repeal rules") as work:
        document = add_document(
            work,
            status=VersionStatus.REPEALED,
            adopted_on=date(2020, 1, 1),
            in_force_from=date(2020, 1, 1),
            in_force_to=date(2022, 1, 1),
            content_root="ab",
        )
        add_text(work, document, eid="a", language="en", words="every year")
        work.commit()
    assert eids(workspace, "year") == []
    assert eids(workspace, "year", Scope.ALL_VERSIONS) == ["a"]


def test_a_changed_text_is_found_by_its_new_words_only(rules: Workspace) -> None:
    with rules.write("Change a draft") as work:
        (text,) = [text for text in work.find(ProvisionText) if "임명" in text.text]
        text.text = "위원은 양측이 지명한다."
        work.commit()
    assert eids(rules, "임명") == []
    assert eids(rules, "지명") == ["ko-3"]


def test_a_deleted_text_is_found_no_more(rules: Workspace) -> None:
    with rules.write("Change a draft") as work:
        (text,) = [text for text in work.find(ProvisionText) if "임명" in text.text]
        work.delete(text)
        work.commit()
    assert eids(rules, "임명") == []
    assert eids(rules, "임명", Scope.ALL_VERSIONS) == []


def test_the_latest_correction_of_a_translation_is_the_one_found(rules: Workspace) -> None:
    with rules.write("Correct a translation") as work:
        (text,) = [text for text in work.find(ProvisionText) if "임명" in text.text]
        work.add(
            ProvisionText(
                revision_id=text.revision_id, language="ko", correction=1, text="위원은 지명한다."
            )
        )
        work.commit()
    assert eids(rules, "임명") == []
    assert eids(rules, "지명") == ["ko-3"]


def test_a_text_that_was_rolled_back_is_not_found(rules: Workspace) -> None:
    with rules.write("Change a draft") as work:
        work.find(ProvisionText)[0].text = "unheard-of"
        work.flush()
    with rules.write("Change a draft") as outer:
        with rules.write("Change a draft") as inner:
            inner.find(ProvisionText)[0].text = "unheard-of"
            inner.flush()
        outer.commit()
    assert eids(rules, "unheard", Scope.ALL_VERSIONS) == []


def test_records_are_found_by_their_names_in_any_language(
    workspace: Workspace, add_body: AddBody
) -> None:
    with workspace.write("Set up a body") as work:
        body = add_body(work)
        work.commit()
    with workspace.read() as reader:
        for query in ("합동", "joint group", "KM-JWG", "한몽 working"):
            (hit,) = find_records(reader, query=query, language="ko").records
            assert (hit.entity, hit.key, hit.owner_key) == ("body", str(body.id), str(body.id))
            assert hit.title == "한몽 합동위원회"


def test_a_further_name_leads_to_the_record_that_bears_it(
    workspace: Workspace, add_body: AddBody
) -> None:
    with workspace.write("Set up a body") as work:
        body = add_body(work)
        work.add(BodyName(body_id=body.id, kind=NameKind.ACRONYM, language="en", text="KOMOJOC"))
        work.commit()
    with workspace.read() as reader:
        (hit,) = find_records(reader, query="komojoc").records
    assert (hit.entity, hit.owner_field, hit.owner_key) == ("body_name", "body_id", str(body.id))
    assert [hit.title[start:end] for start, end in hit.title_spans] == ["KOMOJOC"]


def test_a_changed_record_is_found_by_its_new_words_only(
    workspace: Workspace, add_body: AddBody
) -> None:
    with workspace.write("Set up a body") as work:
        body = add_body(work)
        decision = work.add(Decision(body_id=body.id, kind=DecisionKind.OTHER))
        work.add(DecisionText(decision_id=decision.id, language="en", text="adopts the forms"))
        work.commit()
    with workspace.write("Change a draft") as work:
        text = work.find(DecisionText)[0]
        text.language, text.text = "mn", "маягтуудыг батлав"
        work.commit()
    with workspace.read() as reader:
        assert find_records(reader, query="forms").count == 0
        (hit,) = find_records(reader, query="маягт").records
    assert hit.excerpt.text == "маягтуудыг батлав"


def test_the_index_holds_no_more_and_no_less_than_the_records(
    rules: Workspace, path: Path, add_body: AddBody
) -> None:
    with rules.write("Set up a body") as work:
        add_body(work)
        work.commit()
    assert verify(path) == ()


def test_a_new_way_of_cutting_texts_has_everything_indexed_anew(
    path: Path, clock: FixedClock, add_body: AddBody
) -> None:
    with (
        Workspace.open(path, clock=clock, actor="Bat") as opened,
        opened.write("Draft rules") as work,
    ):
        document = add_document(work)
        add_text(work, document, eid="a", language="ko", words="회의를 개최한다")
        add_body(work)
        work.commit()
    with closing(connect(path, access=Access.READ_WRITE)) as connection:
        connection.execute("BEGIN")
        connection.execute("UPDATE store_meta SET value = '0' WHERE key = 'segmenter_version'")
        for table in ("search_now", "search_rest", "search_misc"):
            connection.execute(f"INSERT INTO {table}({table}) VALUES ('delete-all')")
        connection.execute("COMMIT")
    assert [finding.detail for finding in verify(path)] != []
    with Workspace.open(path, clock=clock, actor="Bat") as opened:
        assert eids(opened, "회의") == ["a"]
        assert eids(opened, "회의", Scope.ALL_VERSIONS) == ["a"]
        with opened.read() as reader:
            assert find_records(reader, query="합동").count == 1
    assert verify(path) == ()
