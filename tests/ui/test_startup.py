import json

import pytest

from app.ui.startup import StartupReport, milliseconds_since_start


def test_the_report_is_written_once_both_moments_are_known(tmp_path, monkeypatch):
    target = tmp_path / "startup.json"
    monkeypatch.setenv("JWG_STARTUP_REPORT", str(target))
    report = StartupReport()

    report.note("painted_ms")
    assert not target.exists()
    report.note("filled_ms")

    told = json.loads(target.read_text(encoding="utf-8"))
    assert 0 < told["painted_ms"] <= told["filled_ms"]


def test_nothing_is_written_unless_asked_for(tmp_path, monkeypatch):
    monkeypatch.delenv("JWG_STARTUP_REPORT", raising=False)
    monkeypatch.chdir(tmp_path)
    report = StartupReport()
    report.note("painted_ms")
    report.note("filled_ms")

    assert list(tmp_path.iterdir()) == []


def test_where_the_system_does_not_tell_the_module_counts_itself(monkeypatch):
    def refuse():
        raise OSError

    monkeypatch.setattr("app.ui.startup._ticks_at_start", refuse)

    assert milliseconds_since_start() == pytest.approx(milliseconds_since_start(), abs=1000)
