"""Bad input: refused in words or read with warnings, and never changed without being told."""

import unicodedata
from datetime import date

import pytest

from app.documents.incoming.word_text import Left
from app.domain.attachment import AttachmentLink
from app.domain.errors import Misfortune
from app.domain.rules import RuleVersion
from app.services import attachments, rule_imports, seals
from app.services.rule_imports import Taking, TextStatus, look_into, take_over
from app.store.queries.rules import read_version
from tests.builders import key_of
from tests.documents import hostile_files
from tests.documents.word_files import paragraph, word_file

STRIPPED = hostile_files.stripped()
DAY = date(2026, 3, 2)
MESSY = """\
Article 1 Scope
1. These  Rules apply — “as is” — to every project\u00a0(see Article\u00a09).
1. A second first paragraph; it is not mended.
4. From one to four.
(a) teh mistake stays;
(c) b is missing.
Article 3 Meetings
1) A bracket instead of a point.
iv. a numeral out of nowhere
Article 2 Names
제2조 is named in Korean, 第二条 in Japanese, 2 дугаар зүйл in Mongolian.
"""


def taking(world, source, **fields):
    preview = look_into(source, language=fields.get("language", "en"))
    given = {
        "source": preview.source,
        "rows": preview.rows,
        "language": "en",
        "body_id": world.body,
        "code": "BAD",
        "title": "Rules that came",
        "label": "1",
        "status": TextStatus.AUTHENTIC,
        "is_adopted": True,
        "adopted_on": DAY,
        "in_force_from": DAY,
        "decision_symbol": f"BAD/{fields.get('label', '1')}",
    }
    return Taking(**(given | fields))


def rows_of(workspace, change, *, language="en"):
    with workspace.read() as reader:
        version = reader.get(RuleVersion, key_of(change))
        return read_version(
            reader, document_id=version.document_id, number=version.number, language=language
        )


def document_of(workspace, change):
    with workspace.read() as reader:
        return reader.get(RuleVersion, key_of(change)).document_id


@pytest.mark.parametrize("what", sorted(STRIPPED))
def test_a_file_that_acts_on_its_own_is_read_without_that_and_it_is_told(tmp_path, what):
    path = tmp_path / "rules.docx"
    path.write_bytes(STRIPPED[what][0])
    source = look_into(path, language="en").source
    assert "shown last" in source.text
    assert dict(source.left)[Left.HAZARDS] >= 1
    assert "evil" not in source.text


@pytest.mark.parametrize(
    ("name", "content", "remedy"),
    [
        ("old.docx", "an old document", "save it once more as a Word document"),
        ("old.txt", "an old document", "save it once more as a Word document"),
        ("old.html", "an old document", "save it once more as a Word document"),
        ("locked.docx", "a password", "take the password off"),
        ("scan.docx", word_file(paragraph("<w:drawing/>", "")), "recognised by the scanner"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(tmp_path, name, content, remedy):
    path = tmp_path / name
    known = hostile_files.refused()
    path.write_bytes(known[content][0] if isinstance(content, str) else content)
    with pytest.raises(Misfortune) as caught:
        look_into(path, language="en")
    assert remedy in caught.value.remedy
    assert name in caught.value.sentence


def test_mixed_numbering_with_gaps_and_doubles_is_stored_as_it_was_printed(workspace, world):
    preview = look_into(MESSY, language="en")
    told = {remark.doubt.value for remark in preview.remarks}
    assert {"starts-again", "gap"} <= told
    change = take_over(workspace, taking(world, MESSY))
    stored = rows_of(workspace, change)
    told_again = "\n".join(f"{row.label} {row.heading} {row.text}" for row in stored)
    assert told_again.split() == MESSY.split()
    assert "project\u00a0(see Article\u00a09)" in told_again
    assert seals.find_broken(workspace) == ()


def test_letters_in_several_parts_are_stored_composed_and_the_file_as_it_came(workspace, world):
    text = "제1조(목적) 이 규칙은 협정의 이행을 정한다.\n제2조(명칭) Étude.\n"
    apart = unicodedata.normalize("NFD", text)
    change = take_over(workspace, taking(world, apart, language="ko"))
    rows = rows_of(workspace, change, language="ko")
    assert [row.label for row in rows] == ["제1조", "제2조"]
    assert all(unicodedata.is_normalized("NFC", row.text) for row in rows)
    with workspace.read() as reader:
        link = reader.first(AttachmentLink, rule_version_id=key_of(change))
        assert link is not None
        assert attachments.read(reader, link.attachment_id) == apart.encode()


def long_text(articles: int) -> str:
    return "\n".join(
        f"Article {n} Title {n}\nThe project {n} is registered under entry {n * 7} of the list."
        for n in range(1, articles + 1)
    )


def test_three_thousand_articles_are_read_stored_and_followed(workspace, world):
    first = take_over(workspace, taking(world, long_text(3000)))
    assert len(rows_of(workspace, first)) == 3000
    document_id = document_of(workspace, first)
    shifted = long_text(3000).replace("Article 1500 ", "Article 1499 bis ", 1)
    inserted = shifted.replace("entry 70 of", "entry 71 of")
    told: list[tuple[int, int]] = []
    second = take_over(
        workspace,
        taking(world, inserted, document_id=document_id, label="2"),
        progress=lambda *done: told.append(done),
    )
    before, after = rows_of(workspace, first), rows_of(workspace, second)
    assert [row.eid for row in before] == [row.eid for row in after]
    changed = [
        (one.label, other.label, one.text != other.text)
        for one, other in zip(before, after, strict=True)
        if (one.label, one.text) != (other.label, other.text)
    ]
    assert changed == [
        ("Article 10", "Article 10", True),
        ("Article 1500", "Article 1499 bis", False),
    ]
    assert told[0] == (0, 3000)


def test_a_long_text_can_be_stopped_half_way(workspace, world, unchanged):
    told: list[int] = []
    with unchanged(), pytest.raises(rule_imports.ImportStopped):
        take_over(
            workspace,
            taking(world, long_text(1000)),
            progress=lambda done, _total: told.append(done),
            is_stopped=lambda: bool(told) and told[-1] >= 400,
        )
    assert told[-1] == 400
