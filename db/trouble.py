"""The one place that turns a driver's error into something to tell the user."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError

from app import errors
from app.i18n import _


def told(error: DBAPIError) -> errors.DatabaseTrouble | None:
    """Return the known trouble behind a driver's error, or None for a bug of ours."""
    name = getattr(error.orig, "sqlite_errorname", None) or ""
    text = str(error.orig)
    for codes, words, make in _KNOWN:
        if name.startswith(codes) or any(word in text for word in words):
            return make()
    return None


def _busy() -> errors.DatabaseTrouble:
    return errors.Busy(_("Another window is saving."), _("Try again in a moment."))


def _full() -> errors.DatabaseTrouble:
    return errors.DiskFull(
        _("The disk is full. Nothing you saved is lost."), _("Free some space, then save again.")
    )


def _read_only() -> errors.DatabaseTrouble:
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


_KNOWN = (
    ("SQLITE_FULL", ("disk is full", "No space left"), _full),
    (("SQLITE_BUSY", "SQLITE_LOCKED"), ("database is locked",), _busy),
    ("SQLITE_READONLY", ("readonly database",), _read_only),
    (("SQLITE_CANTOPEN", "SQLITE_PERM"), ("unable to open database",), _not_found),
    ("SQLITE_NOTADB", ("file is not a database",), _not_ours),
    (("SQLITE_CORRUPT", "SQLITE_IOERR"), ("malformed", "hmac check failed"), _damaged),
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
    except DBAPIError as error:
        known = told(error)
        if known is None:
            raise
        raise known from error
