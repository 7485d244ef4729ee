from pathlib import Path

import pytest

from app.documents import pdf
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


def test_without_libreoffice_nothing_is_written(
    workspace: Workspace, world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "find_libreoffice", lambda: None)
    assert not pdf_files.can_lay_out()
    with pytest.raises(NoLibreOffice):
        pdf_files.save_as_pdf(workspace, wanted_list(workspace, world), folder_or_path=tmp_path)
    assert list(tmp_path.glob("*.pdf")) == []
