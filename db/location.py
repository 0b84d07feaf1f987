"""Where a live casebook may lie: on a local disk, in no folder that another program synchronises."""

import ctypes
import os
import re
import sys
from pathlib import Path

from app.errors import UnsafePlace
from app.i18n import _

# Each synchronising program with the names it gives its folders, as patterns of a whole name.
SYNCED = {
    "OneDrive": r"onedrive(commercial|consumer)?( ?-.*)?",
    "Dropbox": r"dropbox( \(.*\)| - .*)?",
    "iCloud": r"icloud ?drive|com~apple~clouddocs|mobile documents",
    "Google Drive": r"google ?drive(-.*)?|my drive|drivefs",
    "Nextcloud": r"nextcloud\d*",
    "ownCloud": r"owncloud( - .*)?",
    "Syncthing": r"syncthing",
    "pCloud": r"pcloud ?drive|pcloud ?sync",
    "Box": r"box sync|box-box",
    "MEGA": r"megasync( .*)?",
    "坚果云": r"jianguoyun|我的坚果云|坚果云|nutstore( files)?",
    "百度网盘": r"baidunetdisk|baidusyncdisk|百度网盘.*",
    "CloudStorage": r"cloudstorage",  # macOS keeps all of them under ~/Library/CloudStorage
}
# Files and folders that synchronising programs leave at the top of what they synchronise. Dropbox and
# Resilio also keep a *folder* of that name in the user's home, which means nothing.
MARKS = {
    ".stfolder": "Syncthing",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".sync/ID": "Resilio Sync",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".csync_journal.db": "ownCloud",
}
# File systems of other machines, as /proc/mounts names them.
REMOTE = re.compile(
    r"9p|afs|beegfs|ceph|cifs|coda|davfs|(fuse\.)?glusterfs|lustre|ncpfs|nfs4?|smb3|smbfs|vboxsf"
    r"|fuse\.(davfs2|gvfsd-fuse|rclone|s3fs|sshfs|vmhgfs-fuse)"
)


def refuse_unsafe(folder: Path) -> None:
    """Refuse a network or synchronised folder, saying which and why. Raises ``UnsafePlace``."""
    named = folder.expanduser().absolute()
    for whole in dict.fromkeys((named, named.resolve())):  # a link may lead into such a folder
        program = synced_by(whole)
        if program:
            raise UnsafePlace(
                _("This folder is synchronised by {program}, which can tear a database.").format(
                    program=program
                ),
                _("Keep the casebook on this computer's own disk; backups may go to such a folder."),
            )
        if _remote(whole):
            raise UnsafePlace(
                _("This folder is on a network drive, where a database is not safe."),
                _("Keep the casebook on this computer's own disk, or use PostgreSQL for several computers."),
            )


def synced_by(folder: Path) -> str:
    """Return the program that synchronises ``folder``, as far as names and marks tell; "" for none."""
    for step in (folder, *folder.parents):
        name = step.name.casefold()
        for program, pattern in SYNCED.items():
            if re.fullmatch(pattern, name):
                return program
        for mark, program in MARKS.items():
            if _is_mark(step / mark):
                return program
    return "Box" if folder.is_relative_to(Path.home() / "Box") else ""


def _is_mark(path: Path) -> bool:
    try:
        return path.is_file() or (path.name in (".stfolder", ".dropbox.cache") and path.is_dir())
    except OSError:
        return False


def _remote(folder: Path) -> bool:
    if re.match(r"\\\\(?!\?\\[^U])", str(folder)):  # \\server\share, but not \\?\C:\…
        return True
    if sys.platform == "win32":
        return _windows_drive_is_remote(folder)
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return is_remote_mount(folder, mounts)


def is_remote_mount(folder: Path, mounts: str) -> bool:
    """Whether ``folder`` is on another machine's disk, from the text of ``/proc/mounts``.

    The root never counts: in a container it may be any kind, and there is no other disk to keep to.
    """
    best, kind = "/", ""
    for _device, escaped, system in re.findall(r"^(\S+) (\S+) (\S+)", mounts, re.MULTILINE):
        point = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), escaped)
        if point != "/" and len(point) >= len(best) and folder.is_relative_to(point):
            best, kind = point, system  # of two mounts on one point the later one counts
    return REMOTE.fullmatch(kind) is not None


def _windows_drive_is_remote(folder: Path) -> bool:
    drive_remote = 4
    return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == drive_remote)  # type: ignore[attr-defined]


def refuse_taken(folder: Path) -> None:
    """Refuse a place where something is already. Raises ``UnsafePlace``."""
    if folder.exists() and (not folder.is_dir() or os.listdir(folder)):
        raise UnsafePlace(
            _("There is something of this name already; it was left as it is."), _("Choose another name.")
        )
