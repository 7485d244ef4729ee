"""Writes two texts of rules that stand side by side as a Word file."""

from pathlib import Path

from app.services import disk, house_styles
from app.services.rule_library.counterparts import RulesComparison
from app.store.workspace import Workspace
from app.texts.blocks import (
    Break,
    Cell,
    Document,
    Heading,
    Inline,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
)
from app.texts.counterparts import Passage, SideText

__all__ = ["save"]


def save(workspace: Workspace, compared: RulesComparison, *, path: Path) -> Path:
    """Write two texts side by side as a Word file; what only one of them says is bold there.

    Raises:
        FileNotWritten: naming the file and the reason.
    """
    from app.documents import word

    content = word.write(
        _document(compared),
        house_style=house_styles.current(workspace),
        written_at=workspace.clock.now(),
    )
    return disk.write_file(path, content)


def _document(compared: RulesComparison) -> Document:
    names = [
        " · ".join(part for part in (side.body, side.title, _called(side.version)) if part)
        for side in (compared.left, compared.right)
    ]
    table = Table(
        widths=(50, 50),
        head=(Row(tuple(Cell((Text(name, bold=True),)) for name in names)),),
        rows=tuple(
            Row((Cell(_inlines(row.left)), Cell(_inlines(row.right)))) for row in compared.rows
        ),
        caption=" / ".join(names),
        id="counterparts",
    )
    title = _TITLES.get(compared.language, _TITLES["en"])
    legend = _LEGENDS.get(compared.language, _LEGENDS["en"])
    blocks = (Heading((Text(title),)), Paragraph((Text(legend, italic=True),)), table)
    return Document(
        (Section(blocks, landscape=True),),
        language=compared.language,
        title=f"{title}: {names[0]} / {names[1]}",
        running_head=title,
    )


def _inlines(side: SideText | None) -> tuple[Inline, ...]:
    if side is None:
        return (Text("–"),)
    made: list[Inline] = []
    if side.label:
        made.append(Text(f"{side.label} "))
    made += _passages(side.heading)
    if side.heading and side.text:
        made.append(Break())
    made += _passages(side.text)
    return tuple(made)


def _passages(passages: tuple[Passage, ...]) -> list[Inline]:
    made: list[Inline] = []
    for passage in passages:
        for place, line in enumerate(passage.words.split("\n")):
            if place:
                made.append(Break())
            if line:
                made.append(Text(line, bold=passage.own))
    return made


def _called(label: str) -> str:
    return f"v{label}" if label[:1].isdigit() else label


_TITLES = {
    "en": "Comparison of rules",
    "ko": "규정 비교",
    "ja": "規則の比較",
    "mn": "Журмын харьцуулалт",
}
_LEGENDS = {
    "en": "Words in bold stand in one of the two only; – where the other has nothing like it.",
    "ko": "굵은 글자는 한쪽에만 있는 문구이며, –는 대응하는 조문이 없음을 뜻한다.",
    "ja": "太字は一方にのみある文言であり、–は対応する規定がないことを示す。",
    "mn": "Тодоор бичсэн үгс зөвхөн нэгэнд нь байна; – нь тохирох заалтгүйг заана.",
}
