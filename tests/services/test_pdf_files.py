import io
from pathlib import Path

import docx
import pytest

from app.documents import pdf, pdf_by_word
from app.documents.kinds import DocumentKind
from app.documents.pdf import NoLibreOffice
from app.services import pdf_files
from app.services.pdf_files import Wanted
from app.store.workspace import Workspace
from tests.builders import World, seat_person


def wanted_list(workspace: Workspace, world: World) -> Wanted:
    seat_person(workspace, world.korean_delegation, "Kim Seo-yeon")
    return Wanted(kind=DocumentKind.PARTICIPANTS, meeting_id=world.meeting)


@pytest.mark.libreoffice
def test_a_document_is_saved_as_pdf_under_its_own_name(
    workspace: Workspace, world: World, tmp_path: Path
) -> None:
    assert pdf_files.can_lay_out()
    path = pdf_files.save_as_pdf(workspace, wanted_list(workspace, world), folder_or_path=tmp_path)
    assert path.name == "List of participants - JWG-1 (draft).pdf"
    assert path.read_bytes().startswith(b"%PDF-")


def test_where_there_is_word_alone_it_lays_out_the_document(
    workspace: Workspace, world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = []

    def convert(content: bytes, *, program: Path) -> bytes:
        given.append((content, program))
        return b"%PDF-1.7"

    monkeypatch.setattr(pdf, "find_libreoffice", lambda: None)
    monkeypatch.setattr(pdf_by_word, "find_word", lambda: Path("powershell"))
    monkeypatch.setattr(pdf_by_word, "convert", convert)
    assert pdf_files.can_lay_out()
    path = pdf_files.save_as_pdf(workspace, wanted_list(workspace, world), folder_or_path=tmp_path)
    assert path.read_bytes() == b"%PDF-1.7"
    ((content, program),) = given
    assert program == Path("powershell")
    words = docx.Document(io.BytesIO(content)).element.xpath("string(.)")
    assert "Kim Seo-yeon" in words or "KIM Seo-yeon" in words


def test_without_libreoffice_and_word_nothing_is_written(
    workspace: Workspace, world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "find_libreoffice", lambda: None)
    assert not pdf_files.can_lay_out()
    with pytest.raises(NoLibreOffice):
        pdf_files.save_as_pdf(workspace, wanted_list(workspace, world), folder_or_path=tmp_path)
    assert list(tmp_path.glob("*.pdf")) == []
