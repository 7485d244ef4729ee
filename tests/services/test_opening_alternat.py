"""Each original of minutes opens with the party whose it is, unless a person reworded it."""

from uuid import UUID

import pytest

from app.documents.kinds import DocumentKind
from app.domain.agenda import StandardItem
from app.domain.delegation import DelegateRole
from app.domain.meeting import Meeting
from app.domain.party import Party
from app.services import minutes_drafting, minutes_sheets, minutes_writing, record_documents
from app.services.minutes_sheets import SheetParagraph
from app.store.workspace import Workspace
from app.texts.walking import plain_text, provisions_of
from tests.builders import World, seat_person

NAMES = {
    "en": ("Mongolia", "Republic of Korea"),
    "ko": ("몽골", "대한민국"),
    "mn": ("Монгол Улс", "Бүгд Найрамдах Солонгос Улс"),
    "ja": ("モンゴル", "大韓民国"),
}


@pytest.fixture
def drafted(workspace: Workspace, world: World) -> tuple[SheetParagraph, ...]:
    """The opening paragraphs, as they were drafted in four languages."""
    with workspace.write("Name the parties") as work:
        work.get(Meeting, world.meeting).languages = list(NAMES)
        for place, key in enumerate((world.mongolia, world.korea)):
            work.get(Party, key).names = {tag: told[place] for tag, told in NAMES.items()}
        work.commit()
    seat_person(workspace, world.korean_delegation, "Cho Gye-yeon", role=DelegateRole.HEAD)
    seat_person(workspace, world.mongolian_delegation, "N. Bat", role=DelegateRole.HEAD)
    minutes_drafting.draft(workspace, meeting_id=world.meeting)
    rows = minutes_sheets.read(workspace, meeting_id=world.meeting).paragraphs
    return tuple(row for row in rows if row.standard is StandardItem.OPENING)


def printed(
    workspace: Workspace, world: World, original_of: UUID | None, language: str
) -> dict[str, str]:
    """Return the paragraphs of the minutes by their ids."""
    made = record_documents.compose_for_meeting(
        workspace,
        meeting_id=world.meeting,
        kind=DocumentKind.AGREED_MINUTES,
        original_of=original_of,
        language=language,
    )
    return {each.id: plain_text(each.text) for each in provisions_of(made.document)}


def first_named(words: str, language: str) -> str:
    return min(NAMES[language], key=lambda name: words.find(name) % 10_000)


@pytest.mark.parametrize("language", NAMES)
def test_each_original_names_its_own_party_first(
    workspace: Workspace, world: World, drafted: tuple[SheetParagraph, ...], language: str
) -> None:
    for place, party in enumerate((world.mongolia, world.korea)):
        words = printed(workspace, world, party, language)
        for paragraph in drafted:
            assert first_named(words[str(paragraph.id)], language) == NAMES[language][place]


def test_what_is_no_original_says_what_is_on_record(
    workspace: Workspace, world: World, drafted: tuple[SheetParagraph, ...]
) -> None:
    words = printed(workspace, world, None, "en")

    for paragraph in drafted:
        assert words[str(paragraph.id)].startswith(paragraph.texts["en"])


def test_what_a_person_has_changed_is_the_same_in_every_original(
    workspace: Workspace, world: World, drafted: tuple[SheetParagraph, ...]
) -> None:
    opening, delegations = drafted
    minutes_writing.rewrite(
        workspace,
        paragraph_id=opening.id,
        language="en",
        words=opening.texts["en"].replace("was held", "took place"),
        was=opening.texts["en"],
    )

    words = {
        party: printed(workspace, world, party, "en") for party in (world.mongolia, world.korea)
    }

    same = {each[str(opening.id)] for each in words.values()}
    assert len(same) == 1
    assert "took place" in same.pop()
    # What was not touched, the next paragraph and the other languages, still follows the alternat.
    assert words[world.korea][str(delegations.id)].startswith("The delegation of Republic of Korea")
    in_korean = printed(workspace, world, world.korea, "ko")[str(opening.id)]
    assert first_named(in_korean, "ko") == "대한민국"
