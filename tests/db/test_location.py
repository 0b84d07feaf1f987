"""A live casebook lies on a local disk, in no folder that another program synchronises."""

import sys
from pathlib import Path

import pytest

from app.errors import UnsafePlace
from db import location
from tests.casebooks import create

SYNCED = [
    ("/home/a/OneDrive/Firm.kasebook", "OneDrive"),
    ("/home/a/OneDrive - Fictional Firm/x/Firm.kasebook", "OneDrive"),
    ("/home/a/Dropbox/Firm.kasebook", "Dropbox"),
    ("/home/a/Dropbox (Personal)/Firm.kasebook", "Dropbox"),
    ("/home/a/DROPBOX/Firm.kasebook", "Dropbox"),
    ("/home/a/iCloudDrive/Firm.kasebook", "iCloud"),
    ("/Users/a/Library/Mobile Documents/com~apple~CloudDocs/Firm.kasebook", "iCloud"),
    ("/home/a/Google Drive/Firm.kasebook", "Google Drive"),
    ("/home/a/GoogleDrive-ana@example.com/My Drive/Firm.kasebook", "Google Drive"),
    ("/home/a/Nextcloud/Firm.kasebook", "Nextcloud"),
    ("/home/a/Nextcloud2/Firm.kasebook", "Nextcloud"),
    ("/home/a/ownCloud/Firm.kasebook", "ownCloud"),
    ("/home/a/pCloudDrive/Firm.kasebook", "pCloud"),
    ("/home/a/Box Sync/Firm.kasebook", "Box"),
    ("/home/a/MEGAsync/Firm.kasebook", "MEGA"),
    ("/home/a/我的坚果云/Firm.kasebook", "坚果云"),
    ("/home/a/Nutstore Files/Firm.kasebook", "坚果云"),
    ("/home/a/BaiduSyncdisk/Firm.kasebook", "百度网盘"),
    ("/Users/a/Library/CloudStorage/Other/Firm.kasebook", "CloudStorage"),
]
HARMLESS = [
    "/home/a/box/Firm.kasebook",
    "/home/a/Boxes and papers/Firm.kasebook",
    "/home/a/Dropboxes/Firm.kasebook",
    "/home/a/Old dropbox contents/Firm.kasebook",
    "/home/a/Medicloud/Firm.kasebook",
    "/home/a/helpcloud/Firm.kasebook",
    "/home/a/Icloud Immigration Ltd/Firm.kasebook",
    "/home/a/Nextcloudy/Firm.kasebook",
    "/home/a/Megasynchronous/Firm.kasebook",
    "/home/a/drive/Firm.kasebook",
    "/home/a/sync/Firm.kasebook",
    "/home/a/Documents/Dropbox.kasebook",
    "/home/a/坚果/Firm.kasebook",
]


@pytest.mark.parametrize(("path", "program"), SYNCED)
def test_a_synchronised_folder_is_known_by_its_name(path: str, program: str) -> None:
    assert location.synced_by(Path(path)) == program


@pytest.mark.parametrize("path", HARMLESS)
def test_a_name_that_only_looks_alike_is_harmless(path: str) -> None:
    assert location.synced_by(Path(path)) == ""


@pytest.mark.parametrize(
    ("mark", "program"),
    [
        (".stfolder/", "Syncthing"),
        (".stfolder", "Syncthing"),
        (".dropbox", "Dropbox"),
        (".dropbox.cache/", "Dropbox"),
        (".sync/ID", "Resilio Sync"),
        (".nextcloudsync.log", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
    ],
)
def test_a_synchronised_folder_is_known_by_what_lies_in_it(tmp_path: Path, mark: str, program: str) -> None:
    path = tmp_path / "Shared" / mark
    (path if mark.endswith("/") else path.parent).mkdir(parents=True)
    if not mark.endswith("/"):
        path.touch()
    assert location.synced_by(tmp_path / "Shared" / "deeper" / "Firm.kasebook") == program


@pytest.mark.parametrize("name", [".dropbox", ".sync"])
def test_the_folder_where_such_a_program_keeps_its_settings_means_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    assert location.synced_by(tmp_path / "Firm.kasebook") == ""


def test_the_box_folder_in_the_home_is_synchronised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert location.synced_by(tmp_path / "Box" / "Firm.kasebook") == "Box"
    assert location.synced_by(tmp_path / "work" / "Box" / "Firm.kasebook") == ""


def test_the_message_names_the_program_and_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(UnsafePlace, match="synchronised by Dropbox"):
        create(tmp_path / "Dropbox" / "Firm.kasebook")
    assert list(tmp_path.iterdir()) == []


def test_a_link_into_a_synchronised_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "work").symlink_to(tmp_path / "Dropbox")
    with pytest.raises(UnsafePlace, match="Dropbox"):
        location.refuse_unsafe(tmp_path / "work" / "Firm.kasebook")


MOUNTS = r"""/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
//server/share /mnt/share cifs rw 0 0
server:/export /mnt/share/local\040disk/deep nfs4 rw 0 0
/dev/sdb1 /mnt/share/local\040disk ext4 rw 0 0
sshfs@host: /home/a/remote fuse.sshfs rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
/dev/sdc1 /media/usb fuseblk rw 0 0
drvfs /mnt/c 9p rw 0 0
/dev/sdd1 /mnt/back\134slash ext4 rw 0 0
auto /net/home autofs rw 0 0
server:/home /net/home nfs rw 0 0
broken
"""


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        ("/home/a/Firm.kasebook", False),
        ("/mnt/share/Firm.kasebook", True),
        ("/mnt/shared/Firm.kasebook", False),
        ("/mnt/share/local disk/Firm.kasebook", False),
        ("/mnt/share/local disk/deep/Firm.kasebook", True),
        ("/home/a/remote", True),
        ("/home/a/remote/x/Firm.kasebook", True),
        ("/run/user/1000/gvfs/smb-share/Firm.kasebook", True),
        ("/media/usb/Firm.kasebook", False),
        ("/mnt/c/Users/a/Firm.kasebook", True),
        ("/mnt/back\\slash/Firm.kasebook", False),
        ("/net/home/a/Firm.kasebook", True),
    ],
)
def test_a_network_drive_is_known_by_what_is_mounted_nearest(path: str, remote: bool) -> None:
    assert location.is_remote_mount(Path(path), MOUNTS) is remote


@pytest.mark.parametrize("kind", ["9p", "nfs", "overlay", "ext4"])
def test_the_root_of_the_system_is_never_remote(kind: str) -> None:
    assert not location.is_remote_mount(Path("/home/a/Firm.kasebook"), f"x / {kind} rw 0 0\n")


def test_this_computers_own_disk_is_safe(tmp_path: Path) -> None:
    location.refuse_unsafe(tmp_path / "Firm.kasebook")


def test_a_network_drive_is_refused_with_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(location, "is_remote_mount", lambda folder, mounts: True)
    with pytest.raises(UnsafePlace, match=r"network drive.*PostgreSQL"):
        create(tmp_path / "Firm.kasebook")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "path", ["\\\\server\\share\\Firm.kasebook", "\\\\?\\UNC\\server\\share\\Firm.kasebook"]
)
def test_a_windows_share_is_remote(path: str) -> None:
    assert location._remote(Path(path))


def test_a_long_windows_path_is_not_a_share(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(location, "_windows_drive_is_remote", lambda folder: False)
    assert not location._remote(Path("\\\\?\\C:\\Firm.kasebook"))


@pytest.mark.parametrize("content", ["file", "folder"])
def test_a_place_where_something_is_already_is_refused_and_left_alone(tmp_path: Path, content: str) -> None:
    path = tmp_path / "Firm.kasebook"
    if content == "file":
        path.write_text("mine")
    else:
        path.mkdir()
        (path / "letter.txt").write_text("mine")
    with pytest.raises(UnsafePlace, match="left as it is"):
        create(path)
    assert (path if content == "file" else path / "letter.txt").read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


def test_an_empty_folder_may_become_a_casebook(tmp_path: Path) -> None:
    path = tmp_path / "Firm.kasebook"
    path.mkdir()
    create(path)[0].close()
    assert (path / "casebook.db").stat().st_size > 0
