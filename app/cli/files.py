"""Files of the user's own: read with a plain reason where that fails, never written over by surprise."""

import errno
import os
import sys
from pathlib import Path

from app.errors import DiskFull, KasebookError, UserError
from app.i18n import _

LARGEST = 5_000_000  # bytes; no file of one person or one rule pack comes near


def data(path: Path) -> bytes:
    """Return a file's bytes; "-" reads standard input. Raises ``UserError`` with the reason."""
    try:
        found = sys.stdin.buffer.read(LARGEST + 1) if str(path) == "-" else _bytes(path)
    except OSError as error:
        raise UserError(_("“{file}” can't be read.").format(file=path.name), _reason(error)) from None
    if len(found) > LARGEST:
        raise UserError(_("“{file}” is too large.").format(file=path.name))
    return found


def text(path: Path) -> str:
    """Return a UTF-8 file's text, read as ``data`` does. Raises ``UserError`` with the reason."""
    try:
        return data(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UserError(
            _("“{file}” is not UTF-8 text.").format(file=path.name), _("Save it as UTF-8.")
        ) from None


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def target(path: Path) -> Path:
    """Return where a file to be written goes: a link stays a link, and its end is written.

    Raises ``UserError`` where a folder or a device is there.
    """
    path = Path(os.path.realpath(path))
    if path.is_dir():
        raise UserError(_("“{file}” is a folder.").format(file=path.name), _("Name a file in it."))
    if path.exists() and not path.is_file():
        raise UserError(_("“{file}” is not a file.").format(file=path.name), _("Use -o - for a pipe."))
    return path


def trouble(error: OSError) -> KasebookError:
    """Return what an operating system's refusal means, for where no step of ours said it better."""
    if error.errno == errno.ENOSPC:
        return DiskFull(
            _("The disk is full. Nothing you saved is lost."), _("Free some space, then try again.")
        )
    return UserError(_("A file or folder can't be used."), _reason(error))


def _reason(error: OSError) -> str:
    """Return what stands in the way, in words that do not change with the system's language."""
    return {
        errno.ENOENT: _("There is no such file or folder."),
        errno.ENOTDIR: _("There is no such file or folder."),
        errno.EISDIR: _("It is a folder."),
        errno.EACCES: _("You may not do that there."),
        errno.EPERM: _("You may not do that there."),
        errno.EROFS: _("The disk is read-only."),
        errno.ENOSPC: _("The disk is full."),
        errno.ENAMETOOLONG: _("The name is too long."),
    }.get(error.errno or 0, error.strerror or "")
