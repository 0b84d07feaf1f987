"""What can go wrong and is not a bug: each class is one thing to tell the user.

A message never holds client data, so that it may stand in a log. ``hint`` says what to do next.
"""


class KasebookError(Exception):
    """Known trouble, shown to the user as ``message`` and ``hint``; never a crash report."""

    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        """Return the message and, after it, the hint."""
        return f"{self.message} {self.hint}".strip()


class UserError(KasebookError):
    """Something typed or chosen can't be done; shown beside its field or as a toast.

    ``field`` is the name of the field it is about, where there is one.
    """

    def __init__(self, message: str, hint: str = "", *, field: str = "") -> None:
        super().__init__(message, hint)
        self.field = field


class NeedsConfirmation(KasebookError):
    """A question. The caller asks it and calls again with ``confirmed=True``."""


class WrongPassphrase(UserError):
    """No key slot opened with what was typed."""


class Conflict(UserError):
    """Somebody else changed this since it was read: ``who`` and ``when`` (UTC, ISO) say so."""

    def __init__(self, message: str, hint: str = "", *, who: str = "", when: str = "") -> None:
        super().__init__(message, hint)
        self.who = who
        self.when = when


class DatabaseTrouble(KasebookError):
    """The casebook can't be used as it is; nothing that was saved is lost."""

    exit_code = 3


class Busy(DatabaseTrouble):
    """Another window holds the write lock; try again."""


class OpenElsewhere(DatabaseTrouble):
    """Another program holds the casebook exclusively."""


class DiskFull(DatabaseTrouble):
    """No room for the change; everything saved before is intact."""


class ReadOnly(DatabaseTrouble):
    """The file or its folder can't be written."""


class NotFound(DatabaseTrouble):
    """There is no casebook there, or no permission to see it."""


class NotOurs(DatabaseTrouble):
    """The file is not a Kasebook casebook, or it is damaged beyond telling."""


class EmptyFile(DatabaseTrouble):
    """The database file has no bytes; we never make an empty casebook in its place."""


class Damaged(DatabaseTrouble):
    """Part of the file fails its check."""


class TooNew(DatabaseTrouble):
    """Made by a newer version of the program."""


class UnsafePlace(UserError):
    """A network drive or a synchronised folder, where a database would be torn."""
