"""Provinces and agencies, bodies of many parties, and events without a body, built and printed."""

from datetime import date

import pytest

from app.documents.kinds import DocumentKind
from app.domain.body import (
    BodyKind,
    BodyOffice,
    BodyStatus,
    HostRotation,
    OfficeRole,
    OrganisationRole,
)
from app.domain.decision import DecisionKind
from app.domain.errors import RuleBroken
from app.domain.instrument import InstrumentKind, InstrumentStatus
from app.domain.lifecycle import UnlawfulTransition
from app.domain.meeting import MeetingKind, MeetingMode, MeetingStatus
from app.domain.organisation import OrganisationKind
from app.domain.party import NameKind, PartyKind
from app.domain.party_order import PartyOrder
from app.domain.person import Person
from app.domain.project import Project, ProjectStatus
from app.services import (
    bodies,
    delegations,
    documents,
    instruments,
    meetings,
    persons,
    planning,
    projects,
)
from app.services.finding import search
from app.services.register import entering
from app.services.register.entering import DecisionEntry
from tests.builders import key_of

NORTH_EAST_ASIA = ("KR", "JP", "CN", "MN", "RU")


def test_a_province_makes_a_memorandum_with_two_ministries_and_a_city(desk):
    desk.states("KR", "MN")
    with pytest.raises(RuleBroken, match="needs the state"):
        desk.party("GB", PartyKind.PROVINCE, "Gyeongbuk province")
    desk.parties.pop("GB", None)
    desk.party("GB", PartyKind.PROVINCE, "Gyeongbuk province", of="KR")
    desk.party("MECC", PartyKind.MINISTRY, "Ministry of Environment and Climate Change", of="MN")
    desk.party("MOE", PartyKind.MINISTRY, "Ministry of Energy", of="MN")
    desk.party("UB", PartyKind.CITY, "Ulaanbaatar City", of="MN")
    sides = ("GB", "MECC", "MOE", "UB")
    memorandum = desk.instrument(
        "MOU-GB",
        InstrumentKind.MOU,
        "Gyeongbuk MoU",
        *sides,
        signed_on="2025-10-27",
        signed_at="Gyeongju",
        status=InstrumentStatus.SIGNED,
    )
    body = desk.body(
        "GB-MN",
        BodyKind.PARTNERSHIP,
        {"en": "Gyeongbuk–Mongolia partnership"},
        *sides,
        instrument_id=memorandum,
    )
    for code, title in (
        ("MOROE", "Conversion of a coal power plant near Mörön"),
        ("BUS", "Eco-friendly public transport in Ulaanbaatar"),
    ):
        project = Project(
            code=code,
            body_id=body,
            titles={"en": title},
            instrument_id=memorandum,
            proposer_party_id=desk.parties["GB"],
            status=ProjectStatus.PROPOSED,
        )
        project_id = key_of(projects.register(desk.workspace, project))
        projects.add_party(desk.workspace, project_id=project_id, party_id=desk.parties["UB"])

    detail = instruments.show(desk.workspace, instrument_id=memorandum)
    assert [party.name for party in detail.parties] == [
        "Gyeongbuk province",
        "Ministry of Environment and Climate Change",
        "Ministry of Energy",
        "Ulaanbaatar City",
    ]
    assert set(detail.row.states) == {desk.parties["KR"], desk.parties["MN"]}

    printed = desk.printed(DocumentKind.PROJECT_REVIEW, body_id=body)
    for words in ("Gyeongbuk province", "the Ministry of Energy", "Ulaanbaatar City", "Mörön"):
        assert words in printed


def test_two_agencies_have_a_cadence_each_and_a_memorandum_that_was_renewed(desk):
    desk.states("KR", "MN")
    desk.party("KMA", PartyKind.AGENCY, "Korea Meteorological Administration", of="KR")
    desk.party("KFS", PartyKind.AGENCY, "Korea Forest Service", of="KR")
    desk.party("MET", PartyKind.MINISTRY, "Ministry of Environment and Tourism", of="MN")
    weather = desk.instrument(
        "MOU-KMA", InstrumentKind.MOU, "MoU for Cooperation on Meteorology", "KMA", "MET"
    )
    title = "MoU for Cooperation on Preventing Desertification and Yellow Dust"
    first = desk.instrument(
        *("MOU-KFS-2006", InstrumentKind.MOU, title, "KFS", "MET"),
        signed_on="2006",
        status=InstrumentStatus.IN_FORCE,
    )
    second = desk.instrument(
        *("MOU-KFS-2016", InstrumentKind.MOU, f"{title} (renewed)", "KFS", "MET"),
        signed_on="2016",
        status=InstrumentStatus.IN_FORCE,
        renews_id=first,
    )
    instruments.change_status(desk.workspace, instrument_id=first, status=InstrumentStatus.RENEWED)
    meteorology = desk.body(
        "KMA-MET",
        BodyKind.CONSULTATION,
        {"en": "Meetings on meteorology"},
        *("KMA", "MET"),
        instrument_id=weather,
        cadence="biennial",
        established_on="2003",
    )
    forests = desk.body(
        "KFS-MET",
        BodyKind.CONSULTATION,
        {"en": "Cooperation on forests"},
        *("KFS", "MET"),
        instrument_id=second,
    )
    greenbelt = "Korea–Mongolia Greenbelt Reforestation Project"
    whole = key_of(
        projects.register(
            desk.workspace,
            Project(code="GREEN", body_id=forests, titles={"en": greenbelt}, starts_on="2006"),
        )
    )
    phase = Project(
        code="GREEN-2",
        body_id=forests,
        parent_id=whole,
        titles={"en": f"{greenbelt}, second phase"},
        phase="second phase",
        starts_on="2016",
        instrument_id=second,
    )
    projects.register(desk.workspace, phase)

    assert bodies.show_sheet(desk.workspace, body_id=meteorology).cadence == "biennial"
    assert bodies.show_sheet(desk.workspace, body_id=forests).cadence == ""
    detail = instruments.show(desk.workspace, instrument_id=second)
    assert detail.renews_id == first
    assert detail.row.is_renewal
    assert detail.row.follows == "MOU-KFS-2006"
    assert instruments.show(desk.workspace, instrument_id=first).row.status == "renewed"

    printed = desk.printed(DocumentKind.PROJECT_REVIEW, body_id=forests)
    for words in ("the Korea Forest Service", "the Ministry of Environment and Tourism"):
        assert words in printed
    assert f"{greenbelt}, second phase" in printed


def test_a_programme_of_many_parties_has_a_secretariat_outside_and_focal_points(desk):
    desk.states(*NORTH_EAST_ASIA)
    body = desk.body(
        "NEASPEC",
        BodyKind.PROGRAMME,
        {"en": "North-East Asian Subregional Programme for Environmental Cooperation"},
        *NORTH_EAST_ASIA,
        short_names={"en": "NEASPEC"},
        host_rotation=HostRotation.ROTATING,
        established_on="1993",
        cadence="annual",
    )
    commission = desk.organisation(
        "UN Economic and Social Commission", kind=OrganisationKind.INTERGOVERNMENTAL
    )
    ministry = desk.organisation("ROK Ministry of Foreign Affairs", of="KR")
    desk.unit(body, commission, OrganisationRole.SECRETARIAT)
    desk.unit(body, ministry, OrganisationRole.FOUNDER)
    desk.unit(body, ministry, OrganisationRole.FOCAL_POINT)
    point = key_of(persons.register(desk.workspace, Person(printed_name="Kwon Sei-joong")))
    office = BodyOffice(
        body_id=body,
        person_id=point,
        party_id=desk.parties["KR"],
        role=OfficeRole.FOCAL_POINT,
    )
    bodies.add_office(desk.workspace, office)
    partnership = desk.body(
        "NEACAP",
        BodyKind.PARTNERSHIP,
        {"en": "North-East Asia Clean Air Partnership"},
        status=BodyStatus.PROPOSED,
        parent_id=body,
    )
    meeting = desk.meeting(
        body,
        code="SOM",
        titles={"en": "Senior Officials Meeting"},
        planned_starts_on=date(2026, 9, 1),
        host_party_id=desk.parties["MN"],
    )
    delegations.open_for_body(desk.workspace, meeting_id=meeting)

    rows = delegations.list_for_meeting(desk.workspace, meeting_id=meeting)
    assert [row.party.code for row in rows] == ["MN", "KR", "JP", "CN", "RU"]
    known = planning.prepare(desk.workspace, body_id=body)
    turn = planning.propose_turn(known, kind=MeetingKind.ORDINARY, ordinal=None)
    assert turn is not None
    assert turn.host != desk.parties["MN"]
    assert bodies.show_sheet(desk.workspace, body_id=partnership).seats == ()

    printed = desk.printed(DocumentKind.PARTICIPANTS, meeting_id=meeting)
    assert "among the Republic of Korea, Japan, " in printed.replace("\n", " ")
    for language, words in (("ko", "일본"), ("ja", "大韓民国"), ("mn", "Япон")):
        assert words in desk.printed(
            DocumentKind.PARTICIPANTS, meeting_id=meeting, language=language
        )
    assert "Mongolia" in desk.printed(DocumentKind.INVITATION, meeting_id=meeting)


def test_a_conference_that_has_ended_is_found_by_either_of_its_acronyms(desk):
    desk.states(*NORTH_EAST_ASIA)
    body = desk.body(
        "NEACEC",
        BodyKind.CONFERENCE,
        {"en": "Northeast Asian Conference on Environmental Cooperation"},
        *NORTH_EAST_ASIA,
        cadence="annual",
        established_on="1992",
    )
    desk.also_called(body, "NEAC", NameKind.ACRONYM)
    desk.also_called(body, "NEACEC", NameKind.ACRONYM)
    bodies.change_status(desk.workspace, body_id=body, status=BodyStatus.DORMANT)
    bodies.change_status(desk.workspace, body_id=body, status=BodyStatus.ENDED)
    last = desk.meeting(
        body,
        code="NEAC-2007",
        titles={"en": "Last conference"},
        status=MeetingStatus.CLOSED,
        date_words="2007",
    )
    delegations.open_for_body(desk.workspace, meeting_id=last)

    with pytest.raises(UnlawfulTransition):
        bodies.change_status(desk.workspace, body_id=body, status=BodyStatus.ACTIVE)
    for acronym in ("NEAC", "NEACEC"):
        found = search.find(desk.workspace, query=f"{acronym} type:body").records
        assert [record.card.id for record in found] == [body], acronym
    (row,) = bodies.list_all(desk.workspace)
    assert row.status == "ended"

    printed = desk.printed(DocumentKind.PARTICIPANTS, meeting_id=last)
    assert "of the Last conference" in printed
    assert "[place to be confirmed]" in printed
    assert "Northeast Asian Conference on Environmental Cooperation" in printed


def test_the_tripartite_ministers_are_prepared_in_a_chain_and_named_in_the_order_of_the_host(desk):
    sides = ("JP", "KR", "CN")
    desk.states(*sides)
    body = desk.body(
        "TEMM",
        BodyKind.MINISTERIAL_MEETING,
        {"en": "Tripartite Environment Ministers Meeting"},
        *sides,
        host_rotation=HostRotation.ROTATING,
        established_on="1999",
    )
    chain = None
    for kind, code, title in (
        (MeetingKind.PREPARATORY, "TEMM-1/WG", "Working level"),
        (MeetingKind.PREPARATORY, "TEMM-1/DG", "Directors-general"),
        (MeetingKind.ORDINARY, "TEMM-1", "Ministers"),
    ):
        chain = desk.meeting(
            body,
            kind=kind,
            ordinal=1 if kind is MeetingKind.ORDINARY else None,
            code=code,
            titles={"en": title},
            date_words="1999",
            predecessor_id=chain,
            host_party_id=desk.parties["KR"],
            outcomes={"en": "The ministers met."},
            status=MeetingStatus.CLOSED,
        )
    delegations.open_for_body(desk.workspace, meeting_id=chain)

    detail = meetings.show(desk.workspace, meeting_id=chain)
    assert detail.predecessor == "Directors-general"
    rows = delegations.list_for_meeting(desk.workspace, meeting_id=chain, order=PartyOrder.ROTATION)
    assert [row.party.code for row in rows] == ["KR", "CN", "JP"]
    by_number = planning.prepare(desk.workspace, body_id=body)
    turn = planning.propose_turn(by_number, kind=MeetingKind.ORDINARY, ordinal=2)
    assert turn is not None
    assert turn.host == desk.parties["JP"]

    first_named = set()
    for party in sides:
        printed = desk.printed(
            DocumentKind.PRESS_RELEASE, meeting_id=chain, original_of=desk.parties[party]
        )
        assert "Tripartite Environment Ministers Meeting" in printed
        names = ("Japan", "the Republic of Korea", "China")
        first_named.add(min(names, key=lambda name: printed.index(name)))
    assert len(first_named) == 3


def test_an_action_plan_has_two_regional_offices_in_one_of_its_members(desk):
    sides = ("KR", "CN", "JP", "RU")
    desk.states(*sides)
    body = desk.body(
        "NOWPAP",
        BodyKind.PROGRAMME,
        {"en": "Action Plan for the Northwest Pacific Region"},
        *sides,
        short_names={"en": "NOWPAP"},
        host_rotation=HostRotation.ROTATING,
        cadence="annual",
        established_on="1994",
    )
    unit = desk.organisation(
        "Regional Coordinating Unit", of="KR", kind=OrganisationKind.SECRETARIAT
    )
    merrac = desk.organisation("MERRAC", of="KR", kind=OrganisationKind.SECRETARIAT)
    desk.unit(body, unit, OrganisationRole.SECRETARIAT, "Busan")
    desk.unit(body, merrac, OrganisationRole.REGIONAL_CENTRE, "Daejeon")
    with pytest.raises(RuleBroken, match="already has this role"):
        desk.unit(body, unit, OrganisationRole.SECRETARIAT, "Busan")
    meeting = desk.meeting(
        body,
        ordinal=1,
        code="IGM-1",
        titles={"en": "First Inter-Governmental Meeting"},
        date_words="1994",
        status=MeetingStatus.CLOSED,
    )
    delegations.open_for_body(desk.workspace, meeting_id=meeting)
    entry = DecisionEntry(
        kind=DecisionKind.ADOPTION_OF_RULES,
        titles={"en": "Adoption of the Action Plan"},
        texts={"en": "The Action Plan is adopted."},
        meeting_id=meeting,
    )
    decision = key_of(entering.enter(desk.workspace, body_id=body, entry=entry))

    known = planning.prepare(desk.workspace, body_id=body)
    turn = planning.propose_turn(known, kind=MeetingKind.ORDINARY, ordinal=2)
    assert turn is not None
    assert turn.host == desk.parties["KR"]
    found = search.find(desk.workspace, query="NOWPAP type:body").records
    assert [record.card.id for record in found] == [body]

    printed = desk.printed(DocumentKind.PARTICIPANTS, meeting_id=meeting)
    assert "First Meeting" in printed
    for party in ("the Republic of Korea", "China", "Japan", "Russia"):
        assert party in printed
    for language, title in (("en", "Adoption of the Action Plan"), ("ja", "Action Plan")):
        assert title in desk.printed(DocumentKind.DECISION, decision_id=decision, language=language)


def test_a_partnership_is_upgraded_by_declarations_without_a_body(desk):
    desk.states("KR", "MN")
    before = None
    for code, title, korean, day in (
        (
            *("P-1999", "Complementary Partnership for the 21st Century"),
            *("21세기 상호보완적 협력관계", "1999"),
        ),
        (
            *("P-2006", "Good-Neighbourliness and Friendly Cooperation"),
            *("선린우호협력 동반자관계", "2006"),
        ),
        ("P-2011", "Comprehensive Partnership", "", "2011-08"),
        ("P-2021", "Strategic Partnership", "", "2021-09-10"),
    ):
        before = desk.instrument(
            *(code, InstrumentKind.DECLARATION, title, "KR", "MN"),
            titles={"en": title} | ({"ko": korean} if korean else {}),
            signed_on=day,
            replaces_id=before,
            status=InstrumentStatus.SIGNED,
        )
    summit = desk.meeting(
        None,
        kind=MeetingKind.SUMMIT,
        titles={"en": "Summit of September 2021"},
        mode=MeetingMode.ONLINE,
        date_words="September 2021",
        status=MeetingStatus.CLOSED,
    )
    for party, name in (("KR", "Moon Jae-in"), ("MN", "Ukhnaagiin Khürelsükh")):
        delegation = desk.delegation(summit, party)
        desk.head(delegation, name)

    assert bodies.list_all(desk.workspace) == ()
    rows = {row.code: row for row in instruments.list_with_terms(desk.workspace)}
    assert [rows[code].follows for code in ("P-1999", "P-2006", "P-2011", "P-2021")] == [
        *("", "P-1999", "P-2006", "P-2011"),
    ]
    detail = instruments.show(desk.workspace, instrument_id=before)
    assert not any(each.relation == "body" for each in detail.related)
    assert documents.list_kinds(desk.workspace, meeting_id=summit) == (DocumentKind.PARTICIPANTS,)

    for language, title in (
        ("en", "List of Participants"),
        ("ko", "참가자 명단"),
        ("mn", "Оролцогчдын жагсаалт"),
        ("ja", "出席者名簿"),
    ):
        printed = desk.printed(DocumentKind.PARTICIPANTS, meeting_id=summit, language=language)
        for words in (title, "Summit of September 2021", "Moon Jae-in", "Ukhnaagiin Khürelsükh"):
            assert words in printed
    assert "of the of the" not in printed
