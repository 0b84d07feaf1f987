"""Reads tables of rule packs and post profiles; every error names file, item and key.

Firms write packs too, so the text is hostile until read: unknown keys, wrong types, control characters and
endless text are refused. All text is normalised to NFC.
"""

import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from enum import Enum
from typing import Any, TypeVar

from app.errors import UserError
from app.i18n import Bilingual, _

_E = TypeVar("_E", bound=Enum)
_TEXT_LIMIT = 2000
_NUMBER_LIMIT = 100_000


class RulePackError(UserError):
    """A rule pack, source list or post profile can't be used: says in which file, item and key."""

    def __init__(self, problem: str, *, file: str, item: str = "", key: str = "", hint: str = "") -> None:
        where = ": ".join(part for part in (file, item, key) if part)
        super().__init__(f"{where}: {problem}", hint, field=key)
        self.file = file
        self.item = item
        self.key = key


def _nearest(name: str, names: Sequence[str]) -> str:
    near = get_close_matches(name, names, n=1)
    return _("Did you mean “{name}”?").format(name=near[0]) if near else ""


def load_toml(text: str, file: str) -> Mapping[str, object]:
    """Return the tables of a TOML text. Raises ``RulePackError``."""
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise RulePackError(_("not valid TOML: {problem}").format(problem=error), file=file) from error


class Table:
    """One table of a pack, read key by key; ``done`` refuses whatever nobody read.

    Each reading method raises ``RulePackError`` for a missing key (unless a default is given) or a value of
    the wrong type.
    """

    def __init__(self, values: Mapping[str, object], file: str, item: str = "") -> None:
        self._values = values
        self._file = file
        self._item = item
        self._read: set[str] = set()

    def error(self, problem: str, key: str = "", hint: str = "") -> RulePackError:
        """Return the error that something is wrong at ``key``; the caller raises it."""
        return RulePackError(problem, file=self._file, item=self._item, key=key, hint=hint)

    def has(self, key: str) -> bool:
        """Whether the key is there; asking makes it a known key."""
        self._read.add(key)
        return key in self._values

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text of at least one visible character."""
        if default is not None and not self.has(key):
            return default
        value = self.take(key, None)
        if not isinstance(value, str):
            raise self.error(_("must be text"), key)
        return self._clean(value, key)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; none where it is absent."""
        values = self.take(key, ())
        if not isinstance(values, list | tuple) or not all(isinstance(each, str) for each in values):
            raise self.error(_("must be a list of texts"), key)
        return tuple(self._clean(each, key) for each in values)

    def both(self, key: str) -> Bilingual:
        """Return a text in English and Chinese."""
        table = self.table(key)
        pair = Bilingual(table.text("en"), table.text("zh"))
        table.done()
        return pair

    def both_or_none(self, key: str) -> Bilingual | None:
        """Return a text in both languages, or None where the key is absent."""
        return self.both(key) if self.has(key) else None

    def choice(self, key: str, choices: type[_E], default: _E | None = None) -> _E:
        """Return a member of an enumeration, written as its value."""
        value = self.take(key, default)
        if isinstance(value, choices):
            return value
        for member in choices:
            if member.value == value:
                return member
        allowed = ", ".join(str(member.value) for member in choices)
        problem = _("must be one of {choices}").format(choices=allowed)
        raise self.error(problem, key, _nearest(str(value), [str(member.value) for member in choices]))

    def number(self, key: str, default: int | None = None) -> int:
        """Return a whole number from 0 on."""
        value = self.take(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _NUMBER_LIMIT:
            raise self.error(_("must be a whole number"), key)
        return value

    def number_or_none(self, key: str) -> int | None:
        """Return a whole number, or None where the key is absent."""
        return self.number(key) if self.has(key) else None

    def flag(self, key: str, default: bool) -> bool:
        """Return true or false."""
        value = self.take(key, default)
        if not isinstance(value, bool):
            raise self.error(_("must be true or false"), key)
        return value

    def day(self, key: str, default: date | None = None) -> date:
        """Return a full date, from TOML's own dates or from ISO text."""
        value = self.take(key, default)
        if isinstance(value, str):
            try:
                return date.fromisoformat(value)
            except ValueError:
                raise self.error(_("must be a date"), key) from None
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.error(_("must be a date"), key)
        return value

    def day_or_none(self, key: str) -> date | None:
        """Return a full date, or None where the key is absent."""
        return self.day(key) if self.has(key) else None

    def table(self, key: str) -> "Table":
        """Return the table at ``key``; its own errors name the longer key."""
        return _Inner(self.mapping(key), self, key)

    def mapping(self, key: str) -> Mapping[str, object]:
        """Return the table at ``key`` unread."""
        value = self.take(key, None)
        if not isinstance(value, Mapping):
            raise self.error(_("must be a table"), key)
        return value

    def mappings(self, key: str) -> Sequence[Mapping[str, object]]:
        """Return the tables of the list at ``key`` unread; none where it is absent."""
        value = self.take(key, ())
        if not isinstance(value, Sequence) or not all(isinstance(each, Mapping) for each in value):
            raise self.error(_("must be a list of tables"), key)
        return value

    def tables(self, key: str) -> "Sequence[Table]":
        """Return the tables of the list at ``key``; none where it is absent."""
        return [_Inner(each, self, key) for each in self.mappings(key)]

    def done(self) -> None:
        """Refuse every key that was not read, with the nearest key that is known."""
        for key in self._values:
            if key not in self._read:
                raise self.error(_("unknown key"), str(key), _nearest(str(key), sorted(self._read)))

    def take(self, key: str, default: Any = None) -> Any:
        """Return the value at ``key`` as it is, for what no other method reads."""
        self._read.add(key)
        value = self._values.get(key, default)
        if value is None:
            raise self.error(_("is missing"), key)
        return value

    def _clean(self, value: str, key: str) -> str:
        value = unicodedata.normalize("NFC", value).strip()
        if not value:
            raise self.error(_("must not be empty"), key)
        if len(value) > _TEXT_LIMIT:
            raise self.error(_("is longer than {limit} characters").format(limit=_TEXT_LIMIT), key)
        if any(unicodedata.category(each) in ("Cc", "Cs") for each in value):
            raise self.error(_("holds control characters"), key)
        return value


class _Inner(Table):
    """A table inside another: errors name the way to the key."""

    def __init__(self, values: Mapping[str, object], outer: Table, name: str) -> None:
        super().__init__(values, outer._file, outer._item)
        self._outer = outer
        self._name = name

    def error(self, problem: str, key: str = "", hint: str = "") -> RulePackError:
        """Return the error, at the key as seen from the outermost table."""
        return self._outer.error(problem, f"{self._name}.{key}" if key else self._name, hint)
