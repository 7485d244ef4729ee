"""Old papers for tests, written from what is known of two committees; no sentence is anybody's."""

from pathlib import Path

from tests.documents.word_files import paragraph, word_file

MINUTES_19 = (
    "Agreed Minutes of the 19th Meeting of the Joint Committee on Environmental Cooperation",
    "Ibaraki, 29 June 2017",
    "1. The 19th meeting was held in Ibaraki Prefecture, Japan, on 29 June 2017.",
    "2. The sides reviewed the ten cooperation projects.",
    "Decision 19/1: Review of the ten cooperation projects",
    "The sides agree to review the ten cooperation projects every year.",
    "Action items",
    "1. Japan: send the text on migratory birds by 31 December 2017",
    "2. Republic of Korea: report on fine dust by 31 March 2018",
    "Next meeting",
    "The next meeting of the Joint Committee will be held in Seoul on 28 June 2018.",
)
ANNOUNCEMENT_19 = (
    "The 19th meeting of the Republic of Korea-Japan Joint Committee on Environmental Cooperation"
    " will take place in Ibaraki Prefecture, Japan, from 29 to 30 June 2017."
)
LIST_19 = (
    "List of Participants",
    "19th Meeting of the Joint Committee on Environmental Cooperation",
    "Delegation of the Republic of Korea",
    "Kwon Sei-joong, Deputy Director-General for Climate Change, head of delegation",
    "Delegation of Japan",
    "Takizaki Shigeki, Deputy Director-General, Asian and Oceanian Affairs Bureau",
)
KOREAN_18 = (
    "제18차 한·일 환경협력공동위원회 회의록\n"
    "제18차 한·일 환경협력공동위원회가 2016년 6월 29일 서울에서 개최되었다."
)
JAPANESE_17 = (
    "第17回日韓環境保護協力合同委員会 議事録\n"
    "第17回日韓環境保護協力合同委員会が平成27年6月29日東京において開催された。"
)
RULES = (
    "Rules of Procedure of the Joint Committee on Environmental Cooperation ver01.0\n"
    "Article 1 Composition\n1. The Joint Committee consists of both sides.\n"
    "Article 2 Meetings\n1. The Joint Committee meets once a year.\n"
    "Article 3 Chair\n1. The host takes the chair.\n"
)


def write_word(path: Path, lines) -> Path:
    """Write a Word file of plain paragraphs."""
    path.write_bytes(word_file("".join(paragraph(line) for line in lines)))
    return path


def pdf_of(pages) -> bytes:
    """Return a small PDF with a line of Latin text per entry, page by page."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for lines in pages:
        shown = " ".join(f"({_escaped(line)}) Tj 0 -16 Td" for line in lines)
        stream = f"BT /F1 10 Tf 40 780 Td {shown} ET" if lines else ""
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents "
            f"{len(objects)} 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 "
            "/BaseFont /Helvetica >> >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _joined(objects)


def _joined(objects) -> bytes:
    written, places = b"%PDF-1.4\n", []
    for number, told in enumerate(objects, start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n{told}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(written)}\n%%EOF"
    return written + end.encode()


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def fill_folder(folder: Path) -> Path:
    """Write the papers of three meetings, rules, and files that nobody can read."""
    later = folder / "2017 Ibaraki"
    later.mkdir(parents=True)
    write_word(later / "Minutes of the 19th meeting.docx", MINUTES_19)
    (later / "Announcement.pdf").write_bytes(
        pdf_of([["Ministry of Foreign Affairs"], [ANNOUNCEMENT_19]])
    )
    write_word(later / "Participants.docx", LIST_19)
    (folder / "18차 회의록.txt").write_text(KOREAN_18, "utf-8")
    (folder / "第17回議事録.txt").write_text(JAPANESE_17, "cp932")
    (folder / "Rules ver01.0.html").write_text(
        "<html><body>" + "".join(f"<p>{line}</p>" for line in RULES.splitlines()) + "</body></html>"
    )
    (folder / "empty.txt").write_bytes(b"")
    (folder / "old.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"WordDocument" * 90)
    (folder / "scan.pdf").write_bytes(pdf_of([[]]))
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return folder
