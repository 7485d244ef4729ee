from pathlib import Path

import pytest

from app.clock import FixedClock
from app.store import network
from app.store.network import OnNetworkDrive, is_on_network, read_mount_list, read_mountinfo
from app.store.workspace import OpenedReadOnly, Workspace

MOUNTINFO = """\
22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
30 22 0:27 / /srv/saran/ministry rw,relatime shared:9 - cifs //files/ministry rw,vers=3.0
31 22 0:28 / /mnt/our\\040share rw,relatime - nfs4 server:/export rw
32 22 0:29 / /mnt/our\\040share/usb rw,relatime - vfat /dev/sdb1 rw
not a line of it
"""

MOUNT_LIST = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//saran@files/ministry on /Volumes/ministry (1) (smbfs, nodev, nosuid, mounted by saran)
map auto_home on /System/Volumes/Data/home (autofs, automounted)
"""


@pytest.mark.skipif(not Path("/proc/self/mountinfo").exists(), reason="Linux lists mounts there")
@pytest.mark.parametrize(
    ("path", "is_remote"),
    [
        ("/srv/saran/meetings.jwg", False),
        ("/srv/saran/ministry/2026/meetings.jwg", True),
        ("/mnt/our share/meetings.jwg", True),
        ("/mnt/our share/usb/meetings.jwg", False),
    ],
)
def test_a_path_on_linux_is_on_the_network(
    path: str, is_remote: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network, "_mounts", lambda: read_mountinfo(MOUNTINFO))
    assert is_on_network(Path(path)) is is_remote


def test_the_list_of_a_mac_is_read_with_brackets_in_its_names() -> None:
    mounts = read_mount_list(MOUNT_LIST)
    assert mounts[Path("/Volumes/ministry (1)")] == "smbfs"
    assert mounts[Path("/")] == "apfs"


def test_this_folder_is_not_on_the_network(tmp_path: Path) -> None:
    assert is_on_network(tmp_path / "meetings.jwg") is False


def test_a_workspace_on_a_network_drive_is_opened_for_reading(
    path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.workspace.is_on_network", lambda _path: True)
    with Workspace.open(path, clock=clock, actor="Bat") as opened:
        assert opened.read_only
        with pytest.raises(OpenedReadOnly, match="network drive"):
            opened.write("Set up a body")


def test_no_workspace_is_made_on_a_network_drive(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.workspace.is_on_network", lambda _path: True)
    with pytest.raises(OnNetworkDrive) as refused:
        Workspace.create(tmp_path / "new.jwg", clock=clock, actor="Bat")
    assert "Keep it on this computer" in refused.value.remedy
    assert not (tmp_path / "new.jwg").exists()
