"""What this machine's user has chosen: one typed descriptor per setting, over one file in the profile folder.

No client data is kept here. ``KASEBOOK_HOME`` moves the profile folder, ``KASEBOOK_TODAY`` fixes the date.
"""

from __future__ import annotations

import configparser
import io
import json
import logging
import os
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Generic, TypeVar, overload

import platformdirs

from app.errors import UserError
from app.i18n import _

_log = logging.getLogger(__name__)
_SECTION = "kasebook"
T = TypeVar("T")


def today() -> date:
    """Return the day it is where the user is, or the one in ``KASEBOOK_TODAY`` (YYYY-MM-DD).

    Raises ``UserError`` if that is not a date.
    """
    fixed = os.environ.get("KASEBOOK_TODAY")
    if not fixed:
        return datetime.now(UTC).astimezone().date()
    try:
        return date.fromisoformat(fixed)
    except ValueError as error:
        raise UserError(_("KASEBOOK_TODAY is not a date."), _("Write it as 2026-11-23.")) from error


def profile_folder() -> Path:
    """Return the folder of this user's settings, drafts and logs; made, for this user only, if need be.

    Raises ``UserError`` where it can't be made.
    """
    chosen = os.environ.get("KASEBOOK_HOME")
    folder = Path(chosen) if chosen else platformdirs.user_data_path("Kasebook", appauthor=False)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            _("The folder for your settings could not be made."),
            _("Check that your own folder can be written, or set KASEBOOK_HOME to another one."),
        ) from error
    return folder


def choice(*words: str) -> Callable[[Any], str]:
    """Return a check that takes one of ``words`` and nothing else."""

    def check(value: Any) -> str:
        if value not in words:
            raise ValueError(value)
        return str(value)

    return check


def whole(least: int, most: int) -> Callable[[Any], int]:
    """Return a check that takes whole numbers from ``least`` to ``most``."""

    def check(value: Any) -> int:
        if not isinstance(value, int) or not least <= value <= most:
            raise ValueError(value)
        return value

    return check


def paths(value: Any) -> tuple[str, ...]:
    """Check a list of texts."""
    return tuple(_text(entry) for entry in value)


def path_by_path(value: Any) -> dict[str, str]:
    """Check a table of texts by text."""
    return {_text(key): _text(entry) for key, entry in value.items()}


def widths_by_table(value: Any) -> dict[str, tuple[int, ...]]:
    """Check a table of column widths, in pixels, by the table's name."""
    pixels = whole(0, 10_000)
    return {_text(key): tuple(pixels(width) for width in widths) for key, widths in value.items()}


def hexadecimal(value: Any) -> str:
    """Check bytes written in hexadecimal."""
    bytes.fromhex(value)
    return _text(value)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


class Setting(Generic[T]):
    """One setting: its default, and a check that returns the value or raises ``ValueError``/``TypeError``.

    A value in the file that fails its check reads as the default; assigning one raises.
    """

    def __init__(self, default: T, check: Callable[[Any], T]) -> None:
        self.default = default
        self.check = check

    def __set_name__(self, owner: type[Settings], name: str) -> None:
        self.name = name

    @overload
    def __get__(self, settings: None, owner: type[Settings]) -> Setting[T]: ...
    @overload
    def __get__(self, settings: Settings, owner: type[Settings]) -> T: ...
    def __get__(self, settings: Settings | None, owner: type[Settings]) -> Setting[T] | T:
        if settings is None:
            return self
        stored = settings.stored(self.name)
        try:
            return self.check(self.default if stored is None else json.loads(stored))
        except (ValueError, TypeError, AttributeError):
            return self.check(self.default)

    def __set__(self, settings: Settings, value: T) -> None:
        settings.store(self.name, json.dumps(self.check(value), ensure_ascii=False))


class Settings:
    """All settings of one user. Assigning saves at once, and keeps what another window saved meanwhile.

    Values read are copies: change them and assign them again. Saving raises ``UserError`` where the
    profile folder can't be written.
    """

    language = Setting("system", choice("system", "en", "zh"))
    scheme = Setting("system", choice("system", "light", "dark"))
    paper_size = Setting("a4", choice("a4", "letter"))
    print_kind = Setting("checklist", _text)  # the document last looked at
    print_language = Setting("both", _text)  # of the document, not of the window
    idle_lock_minutes = Setting(5, whole(1, 240))
    recent_casebooks = Setting[tuple[str, ...]]((), paths)  # newest first
    backup_folders = Setting[dict[str, str]]({}, path_by_path)  # by the casebook's path
    window_geometry = Setting("", hexadecimal)  # Qt's own bytes
    table_layouts = Setting[dict[str, str]]({}, path_by_path)  # as app.domain.layouts writes them
    column_widths = Setting[dict[str, tuple[int, ...]]]({}, widths_by_table)

    def __init__(self, folder: Path | None = None) -> None:
        self.file = (folder or profile_folder()) / "settings.ini"
        self._values = self._load()

    def stored(self, name: str) -> str | None:
        """Return the JSON text kept for ``name``, for descriptors."""
        return self._values.get(_SECTION, name, fallback=None)

    def store(self, name: str, value: str) -> None:
        """Keep the JSON text ``value`` for ``name`` and save the file, for descriptors."""
        if self.stored(name) == value:
            return
        self._values = self._load()
        self._values.set(_SECTION, name, value)
        self._save()

    def _load(self) -> configparser.ConfigParser:
        try:
            return _parsed(self.file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return _parsed("")
        except (configparser.Error, UnicodeDecodeError):
            aside = self.file.with_suffix(".damaged.ini")
            os.replace(self.file, aside)
            _log.warning(
                "The settings were damaged; the defaults are used, and the old file is %s", aside.name
            )
            return _parsed("")

    def _save(self) -> None:
        text = io.StringIO()
        self._values.write(text)
        try:
            _replace(self.file, text.getvalue())
        except OSError as error:
            raise UserError(
                _("Your settings could not be saved."),
                _("Check that the disk has room and that your own folder can be written."),
            ) from error


def _replace(path: Path, text: str) -> None:
    """Write ``text`` beside ``path`` and put it in its place: a crash leaves the old file or the new one."""
    handle, aside = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with open(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(aside, path)
    except OSError:
        os.unlink(aside)
        raise


def _parsed(text: str) -> configparser.ConfigParser:
    values = configparser.ConfigParser(interpolation=None)
    values.read_string(text)
    if not values.has_section(_SECTION):
        values.add_section(_SECTION)
    return values
