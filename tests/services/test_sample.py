"""The sample workspace holds what its sources say, and marks what they do not say."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from app.clock import FixedClock
from app.domain.agenda import AgendaItem
from app.domain.body import Body, BodyParty, BodyStatus
from app.domain.decision import Decision, DecisionStatus
from app.domain.delegation import Delegate
from app.domain.instrument import Instrument, InstrumentParty
from app.domain.journal import ChangeEntry, ChangeSetEntry
from app.domain.meeting import Meeting
from app.domain.minutes import Minutes, MinutesParagraph, MinutesStatus
from app.domain.organisation import Organisation
from app.domain.party import Party
from app.domain.person import Person
from app.domain.project import Project, Quantity
from app.domain.provenance import Provenance
from app.domain.rules import (
    Provision,
    ProvisionText,
    RuleDocument,
    RuleVersion,
    VersionStatus,
)
from app.domain.seal import Seal
from app.domain.source import Source, Statement
from app.domain.tables import METADATA
from app.services import (
    actions,
    bodies,
    decisions,
    delegations,
    meetings,
    minutes,
    organisations,
    parties,
    persons,
    preparation,
    rules,
    sample,
    sources,
    workspaces,
)
from app.services.finding import search
from app.services.sample import building
from app.store.faults import CannotWrite
from app.store.lock import WorkspaceInUse
from app.store.queries.records import count_records
from app.store.workspace import Workspace
from tests.closed_folder import closed
from tests.services.conftest import NOW


@pytest.fixture(scope="module")
def built(sample_path: Path) -> Iterator[Workspace]:
    with Workspace.open(sample_path, clock=FixedClock(NOW), actor="Bat", read_only=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def jwg(built: Workspace) -> UUID:
    key = bodies.find_by_code(built, code="JWG-KM-CLIMATE")
    assert key is not None
    return key


@pytest.fixture(scope="module")
def first(built: Workspace) -> UUID:
    key = meetings.find_by_code(built, code="JWG-1")
    assert key is not None
    return key


@pytest.mark.parametrize(
    ("model", "count"),
    [
        (Body, 25),
        (Meeting, 28),
        (Person, 25),
        (Party, 14),
        (Organisation, 49),
        (Instrument, 27),
        (Project, 15),
        (Source, 27),
        (RuleDocument, 3),
        (RuleVersion, 4),
        (Decision, 6),
        (MinutesParagraph, 12),
        (AgendaItem, 9),
    ],
    ids=lambda told: getattr(told, "__name__", told),
)
def test_the_sample_holds_all_that_its_sources_name(
    built: Workspace, model: type, count: int
) -> None:
    with built.read() as reader:
        assert count_records(reader, model) == count


def test_the_sample_is_a_sound_workspace(sample_path: Path) -> None:
    assert workspaces.verify(sample_path) == ()


def test_the_sample_was_built_by_the_ordinary_verbs_in_one_intention(built: Workspace) -> None:
    with built.read() as reader:
        (entry,) = reader.find(ChangeSetEntry)
        kinds = {row.entity for row in reader.find(ChangeEntry)}
    assert (entry.use_case, entry.actor) == ("Build the sample workspace", "Bat")
    assert {"body", "meeting", "delegate", "agenda_item", "minutes_paragraph", "provision_text",
            "decision", "action_item", "statement", "seal"} <= kinds  # fmt: skip


DISPUTES: list[tuple[str, str, str, set[str]]] = [
    (
        "body", "JWG-KM-CLIMATE", "names.en",
        {
            "Korea-Mongolia joint committee on climate change cooperation",
            "공동위(원회), joint committee",
        },
    ),
    ("instrument", "FA-KM-2023", "in_force_from", {"2023-06-11", "2024"}),
    ("body", "JC-ROK-JP-ENV", "cadence", {"annual since 1994", "19th meeting in 2017"}),
    ("meeting", "JC-19", "actual.dates", {"29–30 June 2017 (planned)", "29 June 2017"}),
    ("person", "Takizaki Shiggeki", "printed", {"Takizaki Shiggeki", "Takizaki Shigeki"}),
    ("body", "EPC-KM", "level", {"minister", "director-general"}),
    (
        "meeting", "EPC-1", "date",
        {"two months later than its founding in 2019", "2019-08-27, Ulaanbaatar (announced)"},
    ),
    (
        "body", "NEASPEC", "standing",
        {
            "first inter-governmental mechanism",
            "the only intergovernmental mechanism in the region, led by the ROK",
        },
    ),
    ("body", "NEACEC", "acronym", {"NEACEC", "NEAC"}),
    ("person", "Lee Myung-bak", "printed", {"Lee Myung-bak", "Lee Myong-bak"}),
    (
        "party", "MN", "order of names of its presidents",
        {
            "given name first: Elbegdorj Tsakhia",
            "patronymic first: Ukhnaagiin Khürelsükh",
        },
    ),
    ("person", "Cho Gye-yeon", "printed", {"Cho Gye-yeon", "CHO Gye Yoen"}),
    ("party", "KR", "accession to the OECD", {"1996", "1995"}),
    (
        "body", "JCM-MN-JP", "name of the mechanism",
        {"Joint Crediting Mechanism", "Joint Credit Mechanism"},
    ),
    ("instrument", "MOU-GER-2025", "signed_on", {"May (no year)", "2025-05-29"}),
    ("instrument", "KR-GREEN-2009", "signed_on", {"2009", "2008"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("entity", "name", "field", "values"), DISPUTES, ids=[f"{row[1]} {row[2]}" for row in DISPUTES]
)
def test_where_sources_disagree_every_statement_is_kept_and_marked(
    built: Workspace, entity: str, name: str, field: str, values: set[str]
) -> None:
    notes = sources.list_about(built, entity=entity, key=key_by_name(built, entity, name))
    about = [note for note in notes if note.field == field and note.value]
    assert values <= {note.value for note in about}
    assert all(note.disputed for note in about)
    assert all(note.quote and note.title for note in about)


def key_by_name(workspace: Workspace, entity: str, name: str) -> UUID:
    finders = {"body": Body, "instrument": Instrument, "meeting": Meeting, "party": Party}
    with workspace.read() as reader:
        if entity == "person":
            found = reader.first(Person, printed_name=name)
        else:
            found = reader.first(finders[entity], code=name)
    assert found is not None, name
    return found.id


def test_every_statement_is_about_a_record_that_is_there(built: Workspace) -> None:
    with built.read() as reader:
        statements = reader.find(Statement)
        for entity in {row.entity for row in statements}:
            keys = reader.scalars(METADATA.tables[entity].select())
            there = {str(key) for key in keys}
            about = {row.pk for row in statements if row.entity == entity}
            assert about <= there, entity
    assert len(statements) > 300


def test_every_meeting_body_person_and_instrument_has_a_source(built: Workspace) -> None:
    with built.read() as reader:
        cited = {(row.entity, row.pk) for row in reader.find(Statement)}
        for model in (Body, Meeting, Person, Organisation, Party, Instrument, Project):
            for record in reader.find(model):
                assert (model.__tablename__, str(record.id)) in cited, record


def test_the_first_meeting_is_as_the_press_release_tells_it(built: Workspace, first: UUID) -> None:
    shown = meetings.show(built, meeting_id=first)
    assert str(shown.row.starts_on) == "2025-05-27"
    assert (shown.row.place, shown.row.mode, shown.zone) == (
        "Ulaanbaatar",
        "hybrid",
        "Asia/Ulaanbaatar",
    )
    assert shown.row.host is not None
    assert shown.row.host.code == "MN"
    assert shown.row.provenance is Provenance.RECONSTRUCTED
    assert "press release" in shown.provenance_note
    counts = (shown.row.agenda_items, shown.row.decisions, shown.row.actions, shown.row.papers)
    assert counts == (9, 3, 3, 3)


def test_the_delegations_are_asymmetric_as_they_were(built: Workspace, first: UUID) -> None:
    mongolian, korean = delegations.list_for_meeting(built, meeting_id=first)
    assert (mongolian.party.code, korean.party.code) == ("MN", "KR")
    institutions = [
        [seat.name for seat in side.delegates if seat.is_institution]
        for side in (mongolian, korean)
    ]
    assert [len(names) for names in institutions] == [10, 5]
    assert {"Ulaanbaatar City", "Energy Regulatory Commission"} <= set(institutions[0])
    assert institutions[1] == [
        "Ministry of Foreign Affairs",
        "Ministry of Trade, Industry and Energy",
        "Ministry of Environment",
        "Ministry of Oceans and Fisheries",
        "Korea Forest Service",
    ]


def test_no_person_was_invented_for_a_seat_of_an_institution(built: Workspace, first: UUID) -> None:
    people = {
        seat.name
        for side in delegations.list_for_meeting(built, meeting_id=first)
        for seat in side.delegates
        if not seat.is_institution
    }
    assert people == {"Cho Gye-yeon", "Batkhishig Purevdoo"}
    with built.read() as reader:
        seats = reader.find(Delegate)
    assert all(seat.role == "head" for seat in seats if seat.person_id is not None)
    assert all(seat.organisation_id for seat in seats if seat.person_id is None)


def test_the_only_persons_are_those_that_sources_name(built: Workspace) -> None:
    names = {row.name for row in persons.list_all(built)}
    assert {
        "Cho Gye-yeon", "Batkhishig Purevdoo", "Kwon Sei-joong", "Takizaki Shiggeki",
        "Takenori Shimizu", "Sanjaasuren Oyun", "Moon Jae-in", "Ukhnaagiin Khürelsükh",
        "Elbegdorj Tsakhia", "Lee Myung-bak", "Han Xiao", "Ban Ki-moon",
    } <= names  # fmt: skip
    with built.read() as reader:
        everybody = reader.find(Person)
    assert [person.printed_name for person in everybody if person.email or person.phone] == []


def test_one_person_may_hold_two_offices_and_have_two_romanisations(built: Workspace) -> None:
    rows = {row.name: row for row in persons.list_all(built)}
    assert len(rows["Batkhishig Purevdoo"].posts) >= 2
    assert "CHO Gye Yoen" in rows["Cho Gye-yeon"].spellings


def test_a_delegate_is_printed_as_each_source_prints_him(built: Workspace) -> None:
    body_id = bodies.find_by_code(built, code="JC-ROK-JP-ENV")
    later = meetings.find_by_code(built, code="JC-22", body_id=body_id)
    assert later is not None
    heads = {
        seat.name
        for side in delegations.list_for_meeting(built, meeting_id=later)
        for seat in side.delegates
        if seat.role == "head"
    }
    assert heads == {"CHO Gye Yoen", "OKOCHI Akihiro"}


def test_a_ministry_bears_the_name_of_the_day_through_its_three_names(built: Workspace) -> None:
    rows = {row.code: row for row in organisations.list_all(built)}
    ministry = rows["mn-environment"]
    assert ministry.name == "Ministry of Environment and Climate Change"
    assert {
        "Ministry of Environment and Green Development",
        "Ministry of Environment and Tourism",
    } <= set(ministry.former_names)
    body_id = bodies.find_by_code(built, code="JCM-MN-JP")
    earlier = meetings.find_by_code(built, code="JC-1", body_id=body_id)
    assert earlier is not None
    names = {
        seat.name
        for side in delegations.list_for_meeting(built, meeting_id=earlier)
        for seat in side.delegates
    }
    assert "Ministry of Environment and Green Development" in names


def test_the_minutes_are_reconstructed_and_nothing_in_them_is_confirmed(
    built: Workspace, first: UUID
) -> None:
    shown = minutes.show(built, meeting_id=first)
    assert shown is not None
    assert shown.provenance is Provenance.RECONSTRUCTED
    assert shown.status == MinutesStatus.PRE_DRAFTED
    assert not any(paragraph.confirmed for paragraph in shown.paragraphs)
    assert [(row.name, row.signed_on) for row in shown.signatures] == [
        ("Batkhishig Purevdoo", None),
        ("Cho Gye-yeon", None),
    ]


def test_what_one_side_said_is_not_given_as_agreed(built: Workspace, first: UUID) -> None:
    shown = minutes.show(built, meeting_id=first)
    assert shown is not None
    for paragraph in shown.paragraphs:
        assert (paragraph.side is None) == (paragraph.grade == "both-sides")
    assert {paragraph.grade for paragraph in shown.paragraphs} >= {"both-sides", "one-side"}


def test_decisions_and_actions_of_the_meeting_are_marked_reconstructed(
    built: Workspace, first: UUID
) -> None:
    taken = decisions.list_for_meeting(built, meeting_id=first)
    assert [row.symbol for row in taken] == ["1/JWG.1", "2/JWG.1", "3/JWG.1"]
    assert {row.provenance for row in taken} == {Provenance.RECONSTRUCTED}
    promised = actions.list_for_meeting(built, meeting_id=first)
    assert [row.code for row in promised] == ["JWG1-A1", "JWG1-A2", "JWG1-A3"]
    assert {row.provenance for row in promised} == {Provenance.RECONSTRUCTED}


def test_every_paragraph_cites_its_sentence(built: Workspace) -> None:
    with built.read() as reader:
        for paragraph in reader.find(MinutesParagraph):
            notes = sources.list_about(built, entity="minutes_paragraph", key=paragraph.id)
            assert notes
            assert all(note.quote for note in notes)


def test_the_adopted_rules_are_there_without_their_text(built: Workspace, jwg: UUID) -> None:
    rows = {row.code: row for row in rules.list_documents(built, body_id=jwg)}
    adopted = rows["JWG-KM-RULES"]
    assert adopted.provenance is Provenance.ORIGINAL
    (version,) = rules.list_versions(built, document_id=adopted.id)
    assert (version.text_held, version.decision, str(version.adopted_on)) == (
        False,
        "1/JWG.1",
        "2025-05-27",
    )
    assert rules.read_version(built, document_id=adopted.id, number=1) == ()


def test_the_illustrative_rules_are_marked_in_every_record(built: Workspace, jwg: UUID) -> None:
    rows = {row.code: row for row in rules.list_documents(built, body_id=jwg)}
    shown = rows["JWG-KM-ILLUSTRATIVE"]
    assert shown.provenance is Provenance.ILLUSTRATIVE
    assert "not the adopted text" in shown.title
    versions = rules.list_versions(built, document_id=shown.id)
    assert [version.label for version in versions] == ["1.0", "2.0"]
    assert {version.provenance for version in versions} == {Provenance.ILLUSTRATIVE}
    adopting = [row for row in decisions.list_for_body(built, body_id=jwg)
                if row.rule_label and row.provenance is Provenance.ILLUSTRATIVE]  # fmt: skip
    assert len(adopting) == 2
    assert all("illustrative" in row.symbol.lower() for row in adopting)
    assert all(row.meeting_id is None for row in adopting)


def illustrative(workspace: Workspace) -> UUID:
    key = rules.find_by_code(workspace, code="JWG-KM-ILLUSTRATIVE")
    assert key is not None
    return key


def test_the_illustrative_text_has_chapters_articles_and_three_levels(built: Workspace) -> None:
    rows = rules.read_version(built, document_id=illustrative(built), number=1)
    kinds = [row.kind for row in rows]
    assert 20 <= kinds.count("article") <= 30
    assert kinds.count("chapter") >= 5
    assert max(row.depth for row in rows) >= 3
    assert {row.language for row in rows} == {"en"}


@pytest.mark.parametrize("language", ["ko", "mn"])
def test_a_good_part_of_the_text_is_in_the_other_languages(built: Workspace, language: str) -> None:
    rows = rules.read_version(built, document_id=illustrative(built), number=2, language=language)
    translated = [row for row in rows if row.language == language]
    assert len(translated) > len(rows) / 3
    assert {row.status for row in translated} == {"working"}


def test_the_second_version_amends_the_first_in_every_manner(built: Workspace) -> None:
    amended = {(row.eid, row.kind) for row in
               rules.list_amendments(built, document_id=illustrative(built))}  # fmt: skip
    assert {
        ("art_6__para_1", "replace"),
        ("art_9__para_2", "replace"),
        ("art_11__para_4", "repeal"),
        ("art_12bis", "insert"),
        ("art_15__para_2bis", "insert"),
        ("art_15__para_3", "renumber"),
        ("art_22__para_4", "move"),
        ("art_17__para_2__item_b", "replace"),
        ("art_20__para_2", "replace"),
    } <= amended


def test_both_versions_of_the_illustrative_rules_are_sealed_in_a_chain(built: Workspace) -> None:
    with built.read() as reader:
        links = sorted(reader.find(Seal), key=lambda link: link.seq or 0)
        versions = reader.find(RuleVersion, document_id=illustrative(built))
    assert [link.reference for link in links] == [
        "JWG-KM-ILLUSTRATIVE/1",
        "JWG-KM-ILLUSTRATIVE/2",
    ]
    assert links[1].prev == links[0].hash
    assert {link.root for link in links} == {version.content_root for version in versions}
    assert {version.status for version in versions} == {
        VersionStatus.SUPERSEDED,
        VersionStatus.ADOPTED,
    }


def test_a_province_faces_ministries_and_a_body_may_have_many_parties(built: Workspace) -> None:
    rows = {row.code: row for row in bodies.list_all(built)}
    gyeongbuk = [party.code for party in rows["GYEONGBUK-MN"].parties]
    assert "KR-47" in gyeongbuk
    assert {party.code for party in rows["NOWPAP"].parties} >= {"KR", "CN", "JP", "RU"}
    assert len(rows["NEACEC"].parties) == 5
    with built.read() as reader:
        province = reader.first(Party, code="KR-47")
        assert province is not None
        assert reader.get(Party, province.parent_id).code == "KR"
        assert reader.first(Body, code="NEACEC", status=BodyStatus.ENDED) is not None
        assert len(reader.find(BodyParty)) > 30


def test_an_instrument_renews_another(built: Workspace) -> None:
    with built.read() as reader:
        renewed = reader.first(Instrument, code="MOU-DESERT-2016")
        assert renewed is not None
        assert reader.get(Instrument, renewed.renews_id).code == "MOU-DESERT-2006"
        framework = reader.first(Instrument, code="FA-KM-2023")
        assert framework is not None
        assert (framework.signed_on, framework.in_force_from) == ("2023-02-15", "2023-06-11")
        assert len(reader.find(InstrumentParty, instrument_id=framework.id)) == 2


def test_a_long_series_has_gaps_and_its_numbers_are_not_computed(built: Workspace) -> None:
    body_id = bodies.find_by_code(built, code="JC-ROK-JP-ENV")
    rows = meetings.list_for_body(built, body_id=body_id)
    ordinals = sorted(row.ordinal for row in rows if row.ordinal)
    assert ordinals == [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 18, 19, 21, 22]


def test_events_that_belong_to_no_body_are_there_too(built: Workspace) -> None:
    titles = {row.code for row in meetings.list_for_body(built, body_id=None)}
    assert titles >= {"SV-2011", "SUMMIT-2021", "COP29", "UNCED", "STOCKHOLM-1972"}


def test_a_code_that_two_bodies_share_is_told_apart(built: Workspace) -> None:
    with pytest.raises(meetings.SeveralMeetings) as caught:
        meetings.find_by_code(built, code="JC-1")
    assert caught.value.bodies == ("JC-ROK-JP-ENV", "JCM-MN-JP")


def test_figures_keep_the_words_of_their_source(built: Workspace) -> None:
    with built.read() as reader:
        told = {row.words: row for row in reader.find(Quantity)}
    assert any("436.6 million tonnes" in words for words in told)
    assert any("46.6" in words for words in told)
    assert all(words for words in told)


def test_no_decision_was_left_a_draft(built: Workspace) -> None:
    with built.read() as reader:
        statuses = {row.status for row in reader.find(Decision)}
        assert statuses <= {DecisionStatus.ADOPTED, DecisionStatus.AMENDED}
        assert {row.provenance for row in reader.find(Minutes)} == {Provenance.RECONSTRUCTED}


@pytest.mark.parametrize("query", ["landfill", "게르", "국제감축", "environmental integrity"])
def test_the_sample_can_be_searched_in_its_languages(built: Workspace, query: str) -> None:
    assert search.find(built, query=query).count > 0


def test_provisions_are_never_taken_for_adopted_text_in_a_search(built: Workspace) -> None:
    with built.read() as reader:
        documents = {row.document_id for row in reader.find(Provision)}
        assert documents == {illustrative(built)}
        assert len(reader.find(ProvisionText)) > 300
    assert {party.code for party in parties.list_all(built)} >= {"KR", "MN", "JP"}


# How it is built.


def test_building_tells_of_every_step_before_it_begins(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, int, int]] = []
    monkeypatch.setattr(building, "_STEPS", building._STEPS[:3])
    sample.build(tmp_path / "Sample.jwg", clock=clock, progress=lambda *step: told.append(step))
    assert told == [("sources", 1, 3), ("parties", 2, 3), ("organisations", 3, 3)]


def few_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Build a sample of sources and parties only, which is quick."""
    monkeypatch.setattr(building, "_STEPS", building._STEPS[:2])


def test_building_leaves_the_workspace_and_nothing_beside_it(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    few_steps(monkeypatch)
    path = sample.build(tmp_path / "new" / "Sample.jwg", clock=clock)
    assert path == tmp_path / "new" / "Sample.jwg"
    assert [found.name for found in path.parent.iterdir()] == ["Sample.jwg"]


def test_a_failure_on_the_way_leaves_nothing_behind(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise ZeroDivisionError

    steps = (*building._STEPS[:2], ("something that fails", fail))
    monkeypatch.setattr(building, "_STEPS", steps)
    with pytest.raises(ZeroDivisionError):
        sample.build(tmp_path / "Sample.jwg", clock=clock)
    assert list(tmp_path.iterdir()) == []


def test_a_failure_on_the_way_leaves_an_older_sample_as_it_was(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    few_steps(monkeypatch)
    path = sample.build(tmp_path / "Sample.jwg", clock=clock)
    before = path.read_bytes()
    broken = tmp_path / "files"
    broken.mkdir()
    (broken / "sources.json").write_text(json.dumps({"rows": [{"key": "S0"}]}))
    monkeypatch.setattr("app.paths.resource", lambda *parts: broken / parts[-1])
    with pytest.raises(KeyError):
        sample.build(path, clock=clock)
    shutil.rmtree(broken)
    assert [found.name for found in tmp_path.iterdir()] == ["Sample.jwg"]
    assert path.read_bytes() == before


def test_building_over_an_older_sample_replaces_it_and_keeps_its_backups(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    few_steps(monkeypatch)
    path = sample.build(tmp_path / "Sample.jwg", clock=clock)
    with Workspace.open(path, clock=clock, actor="Bat") as opened, opened.write("Change") as work:
        work.find(Party)[0].note = "changed by hand"
        work.commit()
    assert len(workspaces.list_backups(path)) == 1
    (tmp_path / "Sample.jwg-journal").write_bytes(b"left over from a crash")
    sample.build(path, clock=clock)
    assert not (tmp_path / "Sample.jwg-journal").exists()
    with Workspace.open(path, clock=clock, actor="Bat", read_only=True) as opened:
        assert parties.find_by_code(opened, code="KR") is not None
    assert b"changed by hand" not in path.read_bytes()
    assert len(workspaces.list_backups(path)) == 1


def test_a_sample_that_is_being_worked_in_is_not_replaced(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    few_steps(monkeypatch)
    path = sample.build(tmp_path / "Sample.jwg", clock=clock)
    with Workspace.open(path, clock=clock, actor="Bat"):
        before = path.read_bytes()
        with pytest.raises(WorkspaceInUse, match="Bat"):
            sample.build(path, clock=clock)
        assert path.read_bytes() == before
    assert list(tmp_path.glob(".being-built*")) == []


def test_a_folder_that_may_not_be_written_is_named(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    few_steps(monkeypatch)
    folder = tmp_path / "closed"
    folder.mkdir()
    with closed(folder), pytest.raises(CannotWrite, match="cannot be written into the folder"):
        sample.build(folder / "Sample.jwg", clock=clock)
    with closed(folder), pytest.raises(CannotWrite):
        sample.build(folder / "deeper" / "Sample.jwg", clock=clock)
    assert list(folder.iterdir()) == []


def test_an_illustrative_meeting_lies_ahead_with_a_list_and_no_invented_facts(
    built: Workspace,
) -> None:
    body_id = bodies.find_by_code(built, code="JC-ROK-JP-ENV")
    key = meetings.find_by_code(built, code="JC-EXAMPLE", body_id=body_id)

    shown = meetings.show(built, meeting_id=key)
    tasks = preparation.list_for_meeting(built, meeting_id=key)

    assert shown.row.provenance == "illustrative"
    assert (shown.row.ordinal, shown.row.place, shown.row.host) == (None, "", None)
    assert shown.row.dates_are_planned
    assert len(tasks) > 3
    assert all(task.due_on is not None and task.done_on is None for task in tasks)
    assert preparation.list_offsets(built, body_id=body_id) == ()
