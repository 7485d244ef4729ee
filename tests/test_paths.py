from pathlib import Path

import pytest

from app import paths


def test_the_folder_named_in_jwg_home_wins(home):
    assert paths.data_folder() == home
    assert home.is_dir()
    assert paths.sample_workspace_path() == home / "Sample workspace.jwg"
    assert paths.settings_file() == home / "settings.ini"
    assert paths.log_folder() == home / "log"


def test_a_home_written_with_a_tilde_is_the_users(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("JWG_HOME", "~/secretariat")

    assert paths.data_folder() == tmp_path / "secretariat"


def test_without_jwg_home_the_data_lie_where_the_system_keeps_them(monkeypatch, tmp_path):
    monkeypatch.delenv("JWG_HOME")
    for name in ("HOME", "USERPROFILE", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)

    for folder in (paths.data_folder(), paths.log_folder()):
        assert tmp_path in folder.parents
        assert "JWG Desk" in folder.parts


def test_what_is_shipped_lies_at_the_root_of_a_clone():
    root = Path(__file__).parent.parent

    assert paths.resource("fonts") == root / "resources" / "fonts"
    assert paths.template_folder() == root / "templates"
    assert paths.template_folder().is_dir()


def test_what_is_shipped_lies_beside_the_code_of_an_installed_copy(monkeypatch, tmp_path):
    (tmp_path / "_data").mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path)

    assert paths.resource("icons", "plus.svg") == tmp_path / "_data/resources/icons/plus.svg"
    assert paths.template_folder() == tmp_path / "_data" / "templates"


@pytest.mark.parametrize("name", ["data_folder", "log_folder"])
def test_a_folder_is_made_when_it_is_asked_for(home, name):
    assert not home.exists()
    assert getattr(paths, name)().is_dir()


def test_words_not_saved_yet_lie_in_a_file_of_their_workspace(home, tmp_path):
    first, second = tmp_path / "First.jwg", tmp_path / "Second.jwg"

    assert paths.draft_file(first).parent == home / "drafts"
    assert paths.draft_file(first) == paths.draft_file(tmp_path / "x" / ".." / "First.jwg")
    assert paths.draft_file(first) != paths.draft_file(second)
