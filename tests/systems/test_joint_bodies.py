"""The bodies between two sides that the sources tell of, each built and printed."""

from datetime import date

from app.documents.kinds import DocumentKind
from app.domain.agenda import AgendaItem
from app.domain.body import BodyKind, HostRotation, Level
from app.domain.decision import Channel, DecisionKind, Method
from app.domain.instrument import InstrumentKind, InstrumentStatus
from app.domain.meeting import MeetingMode, MeetingStatus
from app.domain.project import Project, ProjectReview, ProjectStatus
from app.domain.rules import RuleDocument, RuleKind, RuleVersion, VersionStatus
from app.domain.source import Source, SourceQuality, Statement
from app.services import (
    agenda,
    bodies,
    instruments,
    meetings,
    persons,
    planning,
    projects,
    rules,
    sources,
)
from app.services.finding import search
from app.services.register import entering
from app.services.register.entering import DecisionEntry
from app.services.register.sheets import list_all as list_register
from tests.builders import key_of
from tests.systems.desk import IN_FORCE

KOREAN_INSTITUTIONS = (
    "Ministry of Foreign Affairs",
    "Ministry of Trade, Industry and Energy",
    "Ministry of Environment",
    "Ministry of Oceans and Fisheries",
    "Korea Forest Service",
)
MONGOLIAN_INSTITUTIONS = (
    "Ministry of Environment and Climate Change",
    "Ulaanbaatar City",
    "Ministry of Energy",
    "Ministry of Urban Development and Construction and Housing",
    "Ministry of Food, Agriculture and Light Industry",
    "Ministry of Road and Transport",
    "Ministry of Economic Development",
    "Ministry of Foreign Affairs of Mongolia",
    "Ministry of Industry and Mineral Resources",
    "Energy Regulatory Commission",
)
OFFICES = (
    "Special Envoy for Climate Change",
    "Advisor to the Minister of Environment and Climate Change of Mongolia",
)
CHO = (
    "Deputy Director General of the Climate Change, Energy, Environment and Scientific Affairs"
    " Bureau, MOFA"
)
FIRST_DAY = date(2025, 5, 27)


def adopt_set(desk, body_id, *documents, symbol, on, meeting_id=None):
    """Adopt a set of rules, whose texts are not held, by one decision."""
    entry = DecisionEntry(
        kind=DecisionKind.ADOPTION_OF_RULES,
        titles={"en": f"Adoption of {documents[0][1]}"},
        meeting_id=meeting_id,
        symbol=symbol,
        taken_on=on,
    )
    decision_id = key_of(entering.enter(desk.workspace, body_id=body_id, entry=entry))
    parent_id = None
    for code, title, kind in documents:
        draft = RuleDocument(
            code=code, body_id=body_id, kind=kind, titles={"en": title}, parent_id=parent_id
        )
        document_id = key_of(rules.enter_document(desk.workspace, draft))
        parent_id = parent_id or document_id
        version = RuleVersion(
            document_id=document_id,
            number=1,
            label="1",
            status=VersionStatus.ADOPTED,
            decision_id=decision_id,
            adopted_on=on,
            text_held=False,
        )
        rules.record_version_without_text(desk.workspace, version)
    return decision_id


def test_the_korea_mongolia_working_group_has_names_by_language_and_heads_with_two_offices(desk):
    desk.states("KR", "MN")
    basis = desk.instrument(
        "FA-KM-2023",
        InstrumentKind.FRAMEWORK_AGREEMENT,
        "Framework Agreement on Climate Change Cooperation",
        *("KR", "MN"),
        signed_on="2023-02-15",
        in_force_from="2023-06-11",
        status=IN_FORCE,
    )
    name = "Joint Working Group (JWG) on Climate Change Cooperation"
    body = desk.body(
        "KM-JWG",
        BodyKind.JOINT_WORKING_GROUP,
        {"en": f"{name} between the Republic of Korea and Mongolia", "ko": "공동위원회"},
        *("KR", "MN"),
        plain_names={"en": name, "ko": "공동위원회"},
        instrument_id=basis,
        languages=["en", "ko", "mn"],
    )
    desk.also_called(body, "Korea-Mongolia joint committee on climate change cooperation")
    meeting = desk.meeting(
        body,
        ordinal=1,
        code="JWG-1",
        titles={"en": "First meeting"},
        status=MeetingStatus.CLOSED,
        mode=MeetingMode.HYBRID,
        starts_on=FIRST_DAY,
        ends_on=FIRST_DAY,
        places={"en": "Ulaanbaatar"},
        zone="Asia/Ulaanbaatar",
        host_party_id=desk.parties["MN"],
    )
    korea = desk.delegation(
        meeting, "KR", *(desk.organisation(each, of="KR") for each in KOREAN_INSTITUTIONS)
    )
    mongolia = desk.delegation(
        meeting, "MN", *(desk.organisation(each, of="MN") for each in MONGOLIAN_INSTITUTIONS)
    )
    desk.head(korea, "Cho Gye-yeon", CHO)
    envoy = desk.head(mongolia, "Batkhishig Purevdoo", *OFFICES)
    adopt_set(
        desk,
        body,
        (
            "RULES",
            "detailed rules and procedures for implementing international mitigation projects",
            RuleKind.RULES_OF_IMPLEMENTATION,
        ),
        symbol="JWG-1/1",
        on=FIRST_DAY,
        meeting_id=meeting,
    )

    posts = persons.list_posts(desk.workspace, person_id=envoy)
    entered = {post.titles["en"] for post in posts if not post.meeting}
    assert entered == set(OFFICES)
    (document,) = rules.list_documents(desk.workspace, body_id=body)
    (version,) = rules.list_versions(desk.workspace, document_id=document.id)
    assert version.decision == "JWG-1/1"
    (found,) = search.find(desk.workspace, query="joint committee type:body").records
    assert found.card.id == body

    listed = desk.printed(DocumentKind.PARTICIPANTS, meeting_id=meeting)
    for words in (name, "(hybrid)", *OFFICES, *KOREAN_INSTITUTIONS, *MONGOLIAN_INSTITUTIONS):
        assert words in listed
    in_korean = desk.printed(DocumentKind.PARTICIPANTS, meeting_id=meeting, language="ko")
    assert "공동위원회" in in_korean
    assert "대면·화상 병행" in in_korean
    assert "Batkhishig Purevdoo" in in_korean
    in_mongolian = desk.printed(DocumentKind.PARTICIPANTS, meeting_id=meeting, language="mn")
    assert "Монгол Улс" in in_mongolian
    register = desk.printed(DocumentKind.DECISION_REGISTER, body_id=body)
    assert "detailed rules and procedures" in register


def test_the_jcm_committee_adopts_a_set_of_documents_at_once_and_decides_between_meetings(desk):
    desk.states("JP", "MN")
    basis = desk.instrument(
        "JCM-MN",
        InstrumentKind.BILATERAL_DOCUMENT,
        "Low Carbon Development Partnership",
        signed_on="2013-01-08",
        status=InstrumentStatus.SIGNED,
    )
    for party, signatory in (("JP", "Takenori Shimizu"), ("MN", "Sanjaasuren Oyun")):
        instruments.set_party(
            desk.workspace,
            instrument_id=basis,
            party_id=desk.parties[party],
            signatory=signatory,
            signed_on="2013-01-08",
        )
    name = "Joint Committee concerning the JCM"
    body = desk.body(
        "JCM-MN-JC",
        BodyKind.JOINT_COMMITTEE,
        {"en": f"Japan–Mongolia {name}"},
        *("JP", "MN"),
        plain_names={"en": name},
        instrument_id=basis,
    )
    first = date(2013, 4, 11)
    meeting = desk.meeting(
        body,
        ordinal=1,
        code="JC-1",
        titles={"en": "First Joint Committee"},
        status=MeetingStatus.CLOSED,
        starts_on=first,
        ends_on=first,
        places={"en": "Ulaanbaatar"},
        zone="Asia/Ulaanbaatar",
    )
    for party, offices in (
        ("JP", ("MOFA", "METI", "MOE")),
        (
            "MN",
            (
                "Ministry of Environment and Green Development",
                "Ministry of Energy",
                "Ministry of Foreign Affairs",
                "Ministry of Economic Development",
            ),
        ),
    ):
        desk.delegation(meeting, party, *(desk.organisation(each, of=party) for each in offices))
    adopted = adopt_set(
        desk,
        body,
        ("JCM-SET", "basic rules, guidelines and other directions", RuleKind.RULE_SET),
        ("JCM-RULES", "Basic rules", RuleKind.RULES_OF_IMPLEMENTATION),
        ("JCM-GUIDE", "Guidelines", RuleKind.GUIDELINES),
        ("JCM-OTHER", "Other directions", RuleKind.OTHER),
        symbol="JC-1/1",
        on=first,
        meeting_id=meeting,
    )
    between = DecisionEntry(
        kind=DecisionKind.OTHER,
        titles={"en": "Electronic decision"},
        channel=Channel.ELECTRONIC,
        method=Method.WRITTEN,
        symbol="E-1",
        taken_on=date(2013, 12, 1),
    )
    entering.enter(desk.workspace, body_id=body, entry=between)

    versions = [
        version.decision
        for document in rules.list_documents(desk.workspace, body_id=body)
        for version in rules.list_versions(desk.workspace, document_id=document.id)
    ]
    assert versions == ["JC-1/1"] * 4
    rows = {row.symbol: row for row in list_register(desk.workspace, body_id=body)}
    assert rows["JC-1/1"].id == adopted
    assert rows["E-1"].channel == "electronic"
    assert rows["E-1"].meeting_id is None

    register = desk.printed(DocumentKind.DECISION_REGISTER, body_id=body)
    assert "Electronic decision" in register
    assert "basic rules, guidelines and other directions" in register
    in_japanese = desk.printed(DocumentKind.PARTICIPANTS, meeting_id=meeting, language="ja")
    assert "日本国" in in_japanese or "日本" in in_japanese
    assert "METI" in in_japanese


def test_the_rok_japan_committee_counts_with_gaps_alternates_and_keeps_planned_and_held_days(desk):
    desk.states("KR", "JP")
    basis = desk.instrument(
        "ENV-KJ",
        InstrumentKind.AGREEMENT,
        "ROK–Japan environmental cooperation agreement",
        *("KR", "JP"),
        signed_on="1993",
    )
    name = "Joint Committee on Environmental Cooperation"
    body = desk.body(
        "KJ-JC",
        BodyKind.JOINT_COMMITTEE,
        {"en": f"ROK–Japan {name}"},
        *("KR", "JP"),
        plain_names={"en": name},
        instrument_id=basis,
        host_rotation=HostRotation.ALTERNATING,
        established_on="1994",
    )
    nineteenth = desk.meeting(
        body,
        ordinal=19,
        code="JC-19",
        titles={"en": "19th Joint Committee"},
        status=MeetingStatus.CLOSED,
        planned_starts_on=date(2017, 6, 29),
        planned_ends_on=date(2017, 6, 30),
        starts_on=date(2017, 6, 29),
        ends_on=date(2017, 6, 29),
        places={"en": "Ibaraki Prefecture"},
        zone="Asia/Tokyo",
        host_party_id=desk.parties["JP"],
    )
    desk.meeting(
        body,
        ordinal=22,
        code="JC-22",
        titles={"en": "22nd Joint Committee"},
        status=MeetingStatus.CLOSED,
        starts_on=date(2025, 4, 3),
        ends_on=date(2025, 4, 4),
        places={"en": "Seoul"},
        zone="Asia/Seoul",
        host_party_id=desk.parties["KR"],
    )
    for label, title in enumerate(
        (
            "Policies",
            "Ten cooperation projects",
            "Agreement on the protection of migratory birds",
            "Fine dust",
            "Paris Agreement rules",
        ),
        start=1,
    ):
        item = AgendaItem(
            meeting_id=nineteenth, ordinal=label, label=str(label), titles={"en": title}
        )
        agenda.add_item(desk.workspace, item)
    projects.register(
        desk.workspace,
        Project(
            code="TEN", body_id=body, titles={"en": "Ten ROK–Japan cooperation projects"}, count=10
        ),
    )

    held = meetings.show(desk.workspace, meeting_id=nineteenth)
    assert held.planned == (date(2017, 6, 29), date(2017, 6, 30))
    assert held.row.ends_on == date(2017, 6, 29)
    rows = meetings.list_for_body(desk.workspace, body_id=body)
    assert sorted(row.ordinal for row in rows) == [19, 22]
    known = planning.prepare(desk.workspace, body_id=body)
    turns = {
        ordinal: planning.propose_turn(known, kind=known.past[0].sheet.kind, ordinal=ordinal)
        for ordinal in (20, 21, 23)
    }
    hosts = {ordinal: turn.host for ordinal, turn in turns.items()}
    assert hosts == {20: desk.parties["KR"], 21: desk.parties["JP"], 23: desk.parties["JP"]}

    for language, words in (
        ("en", "Nineteenth Meeting"),
        ("ko", "제19차 회의"),
        ("ja", "第19回会合"),
    ):
        printed = desk.printed(DocumentKind.AGENDA, meeting_id=nineteenth, language=language)
        assert words in printed
        assert "Fine dust" in printed
    assert "Ten ROK–Japan" in desk.printed(DocumentKind.PROJECT_REVIEW, body_id=body)


def test_two_korea_mongolia_committees_with_like_names_are_told_apart(desk):
    desk.states("KR", "MN")
    basis = desk.instrument(
        "ENV-KM",
        InstrumentKind.AGREEMENT,
        "Agreements on Environmental Cooperation",
        *("KR", "MN"),
        in_force_from="2000",
        status=IN_FORCE,
    )
    environment = desk.body(
        "KM-ENV",
        BodyKind.JOINT_COMMITTEE,
        {"en": "Joint committee on the environment"},
        *("KR", "MN"),
        instrument_id=basis,
        topic="environment",
    )
    general = desk.body(
        "KM-JC",
        BodyKind.JOINT_COMMITTEE,
        {"en": "Joint Committee"},
        *("KR", "MN"),
        topic="general",
    )
    desk.also_called(general, "Korea–Mongolia Joint Committee")
    for ordinal, day, place, host in (
        (7, date(2023, 6, 26), "Ulaanbaatar", "MN"),
        (8, date(2024, 11, 11), "Seoul", "KR"),
    ):
        meeting = desk.meeting(
            general,
            ordinal=ordinal,
            code=f"JC-{ordinal}",
            titles={"en": f"Joint Committee {ordinal}"},
            status=MeetingStatus.CLOSED,
            starts_on=day,
            ends_on=day,
            places={"en": place},
            zone="Asia/Seoul" if host == "KR" else "Asia/Ulaanbaatar",
            host_party_id=desk.parties[host],
        )
    for party in ("KR", "MN"):
        desk.delegation(meeting, party)

    rows = {row.id: row for row in bodies.list_all(desk.workspace)}
    assert rows[environment].name != rows[general].name
    both = search.find(desk.workspace, query="joint committee type:body").records
    assert {record.card.id for record in both} == {environment, general}
    assert len({record.card.title for record in both}) == 2
    (only,) = search.find(desk.workspace, query="environment type:body").records
    assert only.card.id == environment
    assert {row.code for row in meetings.list_for_body(desk.workspace, body_id=general)} == {
        "JC-7",
        "JC-8",
    }
    assert meetings.list_for_body(desk.workspace, body_id=environment) == ()
    detail = instruments.show(desk.workspace, instrument_id=basis)
    assert [(each.relation, each.code) for each in detail.related] == [("body", "KM-ENV")]

    for language, place in (("en", "Seoul"), ("ko", "2024"), ("mn", "2024")):
        printed = desk.printed(DocumentKind.PARTICIPANTS, meeting_id=meeting, language=language)
        assert place in printed
        assert "on the environment" not in printed


def test_the_policy_consultation_was_founded_by_ministers_and_reviews_ten_programmes(desk):
    desk.states("KR", "MN")
    body = desk.body(
        "KM-POLICY",
        BodyKind.CONSULTATION,
        {"en": "Office for environmental policy consultation"},
        *("KR", "MN"),
        founder_level=Level.MINISTER,
        level=Level.DIRECTOR_GENERAL,
        established_on="2019-06-27",
        topic="environmental policy",
    )
    for code, quality, value, quote in (
        (
            "S4",
            SourceQuality.ACADEMIC,
            "minister",
            "ministerial-level office for environmental policy consultation",
        ),
        ("wowtv", SourceQuality.PRESS, "director-general", "국장급 환경정책협의체"),
    ):
        source = key_of(
            sources.register(desk.workspace, Source(code=code, title=code, quality=quality))
        )
        statement = Statement(
            source_id=source, entity="body", pk=str(body), field="level", value=value, quote=quote
        )
        sources.state(desk.workspace, statement)
    day = date(2019, 8, 27)
    meeting = desk.meeting(
        body,
        ordinal=1,
        code="POLICY-1",
        titles={"en": "First environmental policy consultation"},
        status=MeetingStatus.CLOSED,
        starts_on=day,
        ends_on=day,
        places={"en": "Ulaanbaatar"},
        zone="Asia/Ulaanbaatar",
    )
    ten = key_of(
        projects.register(
            desk.workspace,
            Project(
                code="TEN-2019",
                body_id=body,
                titles={"en": "Ten programmes of 2019"},
                status=ProjectStatus.ACTIVE,
                count=10,
            ),
        )
    )
    for title in ("Solar", "Landfill regulation", "Ger sanitation", "Air quality"):
        part = Project(code=title, body_id=body, parent_id=ten, titles={"en": title})
        projects.register(desk.workspace, part)
    review = ProjectReview(
        project_id=ten,
        meeting_id=meeting,
        reviewed_on=day,
        texts={"en": "Ten programmes, six new."},
    )
    projects.review(desk.workspace, review)

    notes = sources.list_about(desk.workspace, entity="body", key=body)
    assert {note.value for note in notes} == {"minister", "director-general"}
    assert all(note.disputed for note in notes)
    assert {row.count for row in projects.list_for_body(desk.workspace, body_id=body)} == {10, 1}

    printed = desk.printed(DocumentKind.PROJECT_REVIEW, meeting_id=meeting)
    for words in ("Ten programmes, six new.", "Ger sanitation", "Landfill regulation"):
        assert words in printed


def test_the_press_releases_are_sources_with_their_quality_and_facts_cite_their_sentence(desk):
    desk.states("KR", "JP", "MN")
    body = desk.body("KJ-JC", BodyKind.JOINT_COMMITTEE, {"en": "Joint Committee"}, "KR", "JP")
    meeting = desk.meeting(
        body,
        ordinal=19,
        code="JC-19",
        titles={"en": "19th Joint Committee"},
        status=MeetingStatus.CLOSED,
        planned_starts_on=date(2017, 6, 29),
        planned_ends_on=date(2017, 6, 30),
        starts_on=date(2017, 6, 29),
        ends_on=date(2017, 6, 29),
        places={"en": "Ibaraki Prefecture"},
        zone="Asia/Tokyo",
        provenance="reconstructed",
    )
    korea = desk.delegation(meeting, "KR")
    desk.head(
        korea,
        "Kwon Sei-joong",
        "Deputy Director-General for Climate Change and Environmental Affairs, ROK MOFA",
    )
    japan = desk.delegation(meeting, "JP")
    desk.head(
        japan,
        "Takizaki Shigeki",
        "Deputy Director-General, Asian and Oceanian Affairs Bureau, Japanese MOFA",
    )
    for code, publisher, quality, day, value, quote, note in (
        (
            *("S2", "ROK Ministry of Foreign Affairs", SourceQuality.UNOFFICIAL_TRANSLATION),
            *("2017-06-27", "2017-06-29/2017-06-30", "29–30 June 2017"),
            "The source prints “Takizaki Shiggeki”.",
        ),
        (
            *("S2-outcome", "ROK Ministry of Foreign Affairs", SourceQuality.OFFICIAL),
            *(None, "2017-06-29", "on June 29"),
            "",
        ),
    ):
        source = Source(
            code=code,
            title=f"Press release {code}",
            publisher=publisher,
            kind="press-release",
            quality=quality,
            published_on=day,
        )
        statement = Statement(
            source_id=key_of(sources.register(desk.workspace, source)),
            entity="meeting",
            pk=str(meeting),
            field="starts_on",
            value=value,
            quote=quote,
            note=note,
        )
        sources.state(desk.workspace, statement)

    notes = sources.list_about(desk.workspace, entity="meeting", key=meeting)
    assert {note.quality for note in notes} == {"unofficial-translation", "official"}
    assert {note.quote for note in notes} == {"29–30 June 2017", "on June 29"}
    assert all(note.disputed for note in notes)
    assert any("Shiggeki" in note.note for note in notes)

    printed = desk.printed(DocumentKind.PARTICIPANTS, meeting_id=meeting)
    assert "reconstructed from the press release of the ROK Ministry of Foreign Affairs" in printed
    assert "27 June 2017" in printed
    for language, words in (("ko", "재구성한 기록"), ("ja", "再構成した記録")):
        assert words in desk.printed(
            DocumentKind.PARTICIPANTS, meeting_id=meeting, language=language
        )
