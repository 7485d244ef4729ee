"""The comparison engines of python-redlines, which know nothing of ours."""

import re
import warnings
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

MARK = re.compile(r"<w:(ins|del|moveFrom|moveTo) ")


class PeerEngine:
    """One engine, unpacked into a folder of the test."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        peers = pytest.importorskip("python_redlines", reason="python-redlines is not installed")
        with warnings.catch_warnings():
            # One of them announces that it will be retired, which is no business of ours.
            warnings.simplefilter("ignore", DeprecationWarning)
            try:
                self._engine = getattr(peers, name)(target_path=str(folder))
            except peers.EngineNotInstalledError as error:
                pytest.skip(str(error))

    def redline(self, old: bytes, new: bytes) -> bytes:
        """Return what the engine makes of two Word files."""
        content, _told, _warned = self._engine.run_redline("Peer", old, new)
        return bytes(content)

    def count_changes(self, old: bytes, new: bytes) -> int:
        """Return how many insertions, deletions and moves the engine finds."""
        with ZipFile(BytesIO(self.redline(old, new))) as archive:
            parts = [name for name in archive.namelist() if name.startswith("word/")]
            return sum(len(MARK.findall(archive.read(name).decode())) for name in parts)


ENGINES = ("DocxodusEngine", "XmlPowerToolsEngine")


@pytest.fixture(scope="session", params=ENGINES)
def peer(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> PeerEngine:
    """Return each of the engines in turn; skip where it is not installed."""
    return PeerEngine(request.param, tmp_path_factory.mktemp(request.param))
