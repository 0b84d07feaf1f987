"""The one place that turns a driver's or the system's error into something to tell the user."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError
from sqlcipher3 import dbapi2

from app import errors
from app.i18n import _


def told(error: Exception) -> errors.DatabaseTrouble | None:
    """Return the known trouble behind an error, or None for a bug of ours."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    text = str(cause)
    for codes, words, make in _KNOWN:
        if _code(cause).startswith(codes) or any(word in text for word in words):
            return make()
    return None


def _code(cause: BaseException | None) -> str:
    """Return SQLite's name of an error, PostgreSQL's five characters, or the system's name; "" for others."""
    if isinstance(cause, OSError):
        return errno.errorcode.get(cause.errno or 0, "")
    return getattr(cause, "sqlite_errorname", None) or getattr(cause, "sqlstate", None) or ""


def _busy() -> errors.DatabaseTrouble:
    return errors.Busy(_("Another window is saving."), _("Try again in a moment."))


def full() -> errors.DatabaseTrouble:
    """Return what to raise where there is no room."""
    return errors.DiskFull(
        _("The disk is full. Nothing you saved is lost."), _("Free some space, then save again.")
    )


def read_only() -> errors.DatabaseTrouble:
    """Return what to raise where nothing can be written."""
    return errors.ReadOnly(_("This casebook is read-only."), _("Check the permissions of its folder."))


def _not_found() -> errors.DatabaseTrouble:
    return errors.NotFound(_("There is no casebook here, or no permission to open it."))


def _not_ours() -> errors.DatabaseTrouble:
    return errors.NotOurs(
        _("This is not a Kasebook casebook, or it is damaged."),
        _("Restore a backup, or choose another file."),
    )


def _damaged() -> errors.DatabaseTrouble:
    return errors.Damaged(
        _("Part of the casebook is damaged."),
        _("The file was not changed. Restore a backup into a new casebook."),
    )


def _disk() -> errors.DatabaseTrouble:
    return errors.DatabaseTrouble(
        _("The disk can't be read or written."), _("Check that it is connected; nothing you saved is lost.")
    )


def _no_server() -> errors.DatabaseTrouble:
    return errors.NotFound(
        _("The firm's server does not answer."), _("Check the network; nothing you saved is lost.")
    )


# What a server that answers says instead of letting us in; such an error carries no code.
_REFUSED = ("FATAL:  database", "FATAL:  role", "FATAL:  password", "no pg_hba.conf entry")
# What an error's code begins with, words of its text where it has no code, and what it means.
# PostgreSQL's codes: postgresql.org/docs/current/errcodes-appendix.html
_KNOWN = (
    (("SQLITE_FULL", "53100", "ENOSPC", "EDQUOT"), ("disk is full", "No space left"), full),
    (("SQLITE_BUSY", "SQLITE_LOCKED", "40", "55P03", "57014"), ("database is locked",), _busy),
    (("SQLITE_READONLY", "25006", "EROFS", "EACCES", "EPERM"), ("readonly database",), read_only),
    (("SQLITE_CANTOPEN", "SQLITE_PERM", "28", "3D"), ("unable to open database", *_REFUSED), _not_found),
    ("SQLITE_NOTADB", ("file is not a database",), _not_ours),
    ("SQLITE_CORRUPT", ("malformed", "hmac check failed"), _damaged),
    (("SQLITE_IOERR", "EIO", "EFBIG"), ("disk I/O error",), _disk),
    (("08", "57P"), ("connection is bad", "connection failed", "server closed"), _no_server),
)


@contextmanager
def translated() -> Iterator[None]:
    """Raise known trouble as itself; let everything else pass as the bug it is."""
    try:
        yield
    except StaleDataError as error:
        raise errors.Conflict(
            _("Somebody else changed this meanwhile."), _("Reload it, or compare both versions.")
        ) from error
    except (DBAPIError, dbapi2.Error, OSError) as error:
        known = told(error)
        if known is None:
            raise
        raise known from error
