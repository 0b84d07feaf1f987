"""Pack files: a firm's answers and rules as one signed JSON text, to travel between casebooks.

The text is hostile until read: its size, shape and every value are checked, and each error says which entry
and key is wrong. The signature covers the canonical JSON of everything but itself.
"""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any, NoReturn
from uuid import UUID

from app.domain import table_kinds
from app.domain import text as texts
from app.domain.fields import Labelled
from app.domain.pack_reader import RulePackError, Table
from app.domain.rule_actions import Action
from app.domain.table_kinds import TableKind
from app.errors import UserError
from app.i18n import _

FORMAT = 1
LARGEST = 5_000_000  # bytes
MOST = 5_000  # entries of each kind
KIND = "kasebook_pack"
LISTS = ("answers", "checks", "rules", "tables")
_LINES = {"note": 2000, "capture": 20_000, "reason": 1000, "values": 40_000}


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerEntry:
    """An answer of a post, as ``db.models.post`` keeps it."""

    id: UUID
    post: str
    fact: str
    value: str
    source: str
    told_on: date
    author: str
    valid_from: date | None = None
    valid_until: date | None = None
    note: str = ""
    capture_name: str = ""
    capture: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckEntry:
    """A check of a post's rules."""

    id: UUID
    post: str
    told_on: date
    author: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleEntry:
    """A rule of the firm, as ``app.domain.firm_rules`` has it."""

    id: UUID
    category: str
    item: str
    action: Action
    effective_from: date
    reason: str
    source: str
    told_on: date
    author: str
    post: str = ""
    values: str = ""
    effective_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TableEntry:
    """A rule of the firm about a row of a table, as ``app.domain.firm_tables`` has it."""

    id: UUID
    table: TableKind
    entry: str
    action: Action
    effective_from: date
    reason: str
    source: str
    told_on: date
    author: str
    values: str = ""
    effective_to: date | None = None

    @property
    def table_key(self) -> UUID:
        """The key of its table."""
        return table_kinds.key(self.table)


Entry = AnswerEntry | CheckEntry | RuleEntry | TableEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFile:
    """What a pack file holds. ``public_key`` is the signer's, 32 bytes in hexadecimal."""

    firm: str
    signer: str
    public_key: str
    made_on: date
    answers: tuple[AnswerEntry, ...] = ()
    checks: tuple[CheckEntry, ...] = ()
    rules: tuple[RuleEntry, ...] = ()
    tables: tuple[TableEntry, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries."""
        return (*self.answers, *self.checks, *self.rules, *self.tables)


@dataclass(frozen=True, slots=True)
class Sealed:
    """A pack file as it was read: its content, and the text and signature to be checked."""

    pack: PackFile
    signed: bytes
    signature: bytes


def signed_text(pack: PackFile) -> bytes:
    """Return the canonical text that is signed."""
    return _canonical(_table(pack))


def write(pack: PackFile, signature: bytes) -> bytes:
    """Return the file: readable JSON with its signature."""
    return json.dumps({**_table(pack), "signature": signature.hex()}, ensure_ascii=False, indent=1).encode()


def read(data: bytes, file: str) -> Sealed:
    """Read a file without judging its signature. Raises ``UserError`` that says what is wrong, and where."""
    if len(data) > LARGEST:
        raise UserError(_("“{file}” is too large.").format(file=file))
    values = _json(data, file)
    head = Table(values, file)
    if head.take(KIND, 0) != FORMAT or isinstance(values[KIND], bool):
        raise UserError(
            _("“{file}” is not a pack file of this version.").format(file=file),
            _("Pack files are made under Rules, Signed packs."),
        )
    signature = _hex(head, "signature", 64)
    signer = head.table("signer")
    pack = PackFile(
        firm=signer.text("firm"),
        signer=signer.text("name"),
        public_key=_hex(signer, "public_key", 32).hex(),
        made_on=head.day("made_on"),
        answers=_entries(head, "answers", AnswerEntry, file),
        checks=_entries(head, "checks", CheckEntry, file),
        rules=_entries(head, "rules", RuleEntry, file),
        tables=_entries(head, "tables", TableEntry, file),
    )
    signer.done()
    head.done()
    signed = {key: value for key, value in values.items() if key != "signature"}
    return Sealed(pack, _canonical(signed), signature)


def _canonical(values: Mapping[str, Any]) -> bytes:
    text = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return unicodedata.normalize("NFC", text).encode()


def _table(pack: PackFile) -> dict[str, Any]:
    return {
        KIND: FORMAT,
        "signer": {"firm": pack.firm, "name": pack.signer, "public_key": pack.public_key},
        "made_on": pack.made_on.isoformat(),
        **{name: [_plain(entry) for entry in getattr(pack, name)] for name in LISTS},
    }


def _plain(entry: Entry) -> dict[str, str]:
    return {name: _written(value) for name, value in asdict(entry).items() if value not in (None, "")}


def _written(value: object) -> str:
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Labelled) else str(value)


def _json(data: bytes, file: str) -> Mapping[str, Any]:
    try:
        values = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no_constant)
        json.dumps(values, ensure_ascii=False).encode()  # half a surrogate pair can't be written
    except (ValueError, RecursionError):
        raise UserError(_("“{file}” is not a pack file.").format(file=file)) from None
    if not isinstance(values, Mapping):
        raise UserError(_("“{file}” is not a pack file.").format(file=file))
    return values


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a key that stands twice: two readers could take two different values."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("twice")
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _hex(table: Table, key: str, size: int) -> bytes:
    try:
        value = bytes.fromhex(table.text(key))
    except ValueError:
        value = b""
    if len(value) != size:
        raise table.error(_("must be {size} bytes in hexadecimal").format(size=size), key)
    return value


def _entries(head: Table, key: str, kind: type[Any], file: str) -> tuple[Any, ...]:
    found = head.mappings(key)
    if len(found) > MOST:
        raise head.error(_("has more than {limit} entries").format(limit=MOST), key)
    entries = tuple(
        _entry(Table(values, file, f"{key} {number}"), kind) for number, values in enumerate(found, 1)
    )
    if len({entry.id for entry in entries}) != len(entries):
        raise head.error(_("holds an entry twice"), key)
    return entries


def _entry(table: Table, kind: type[Any]) -> Any:
    read: dict[str, Any] = {}
    for field in fields(kind):
        if isinstance(field.type, type) and issubclass(field.type, Labelled):
            read[field.name] = table.choice(field.name, field.type)
        elif field.type is UUID:
            read[field.name] = UUID(bytes=_hex(table, field.name, 16))
        elif field.type is date:
            read[field.name] = table.day(field.name)
        elif field.type is str:
            may_be_empty = field.default == "" or field.name == "value"  # no value: nothing is known
            read[field.name] = _text(table, field.name, may_be_empty=may_be_empty)
        else:
            read[field.name] = table.day_or_none(field.name)
    table.done()
    return kind(**read)


def _text(table: Table, key: str, *, may_be_empty: bool) -> str:
    if may_be_empty and not table.has(key):
        return ""
    value = table.take(key)
    if not isinstance(value, str):
        raise table.error(_("must be text"), key)
    try:
        cleaned = texts.clean(value, limit=_LINES.get(key, 1000), lines=key in _LINES)
    except UserError as error:
        raise table.error(error.message, key, error.hint) from error
    if not cleaned and not may_be_empty:
        raise table.error(_("must not be empty"), key)
    return cleaned


def problem(file: str, list_name: str, number: int, error: UserError) -> RulePackError:
    """Return an error about one entry as it is told: file, entry and what is wrong."""
    return RulePackError(error.message, file=file, item=f"{list_name} {number}", hint=error.hint)
