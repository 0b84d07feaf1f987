"""Where a live casebook may lie: on a local disk, in no folder that another program synchronises."""

import ctypes
import os
import sys
from pathlib import Path

from app.errors import UnsafePlace
from app.i18n import _

# Names that synchronising programs give their folders (compared without regard to case).
SYNCED = (
    "onedrive",
    "dropbox",
    "icloud",
    "mobile documents",
    "google drive",
    "googledrive",
    "nextcloud",
    "owncloud",
    "syncthing",
    "pcloud",
    "box sync",
    "jianguoyun",
    "坚果云",
)
SYNC_MARKS = (".stfolder", ".dropbox", ".sync", ".csync_journal.db")
# File systems of other machines, as /proc/mounts names them.
REMOTE = {
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "9p",
    "afs",
    "ceph",
    "glusterfs",
    "fuse.sshfs",
    "davfs",
    "fuse.davfs2",
    "fuse.rclone",
    "ncpfs",
}


def refuse_unsafe(folder: Path) -> None:
    """Refuse a network or synchronised folder, saying why. Raises ``UnsafePlace``."""
    whole = folder.expanduser().absolute()
    if _synced(whole):
        raise UnsafePlace(
            _("This folder is synchronised by another program, which can tear a database."),
            _("Keep the casebook on this computer's own disk; backups may go to such a folder."),
        )
    if _remote(whole):
        raise UnsafePlace(
            _("This folder is on a network drive, where a database is not safe."),
            _("Keep the casebook on this computer's own disk, or use PostgreSQL for several computers."),
        )


def _synced(folder: Path) -> bool:
    steps = [folder, *folder.parents]
    named = any(part in step.name.casefold() for step in steps for part in SYNCED)
    return named or any((step / mark).exists() for step in steps for mark in SYNC_MARKS)


def _remote(folder: Path) -> bool:
    if str(folder).startswith("\\\\"):
        return True
    if sys.platform == "win32":
        return _windows_drive_is_remote(folder)
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return kind_of_mount(folder, mounts) in REMOTE


def kind_of_mount(folder: Path, mounts: str) -> str:
    """Return the file system under ``folder``, from the text of ``/proc/mounts``."""
    best, kind = "", ""
    for line in mounts.splitlines():
        point, system = line.split()[1:3]
        point = point.replace("\\040", " ")
        inside = str(folder) == point or str(folder).startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, system
    return kind


def _windows_drive_is_remote(folder: Path) -> bool:
    drive_remote = 4
    return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == drive_remote)  # type: ignore[attr-defined]


def refuse_taken(folder: Path) -> None:
    """Refuse a place where something is already. Raises ``UnsafePlace``."""
    if folder.exists() and (not folder.is_dir() or os.listdir(folder)):
        raise UnsafePlace(
            _("There is something of this name already; it was left as it is."), _("Choose another name.")
        )
