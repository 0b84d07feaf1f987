"""A person as a file: TOML or JSON tables whose keys are the names of the declared fields, and back.

``docs/client-file.md`` shows the shape. Whatever is not in it is refused by name.
"""

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.domain import fields, reading
from app.domain.casefile import CASE_PARTS
from app.domain.dates import PartialDate
from app.domain.fields import Field, Kind, Labelled
from app.domain.people import PARTS, Part, Person
from app.errors import UserError
from app.i18n import _
from app.services import lookup

Table = Mapping[str, Any]
# In a file a relative is called by the whole name, the passport number or the key of their record.
RELATIVE, RELATIVE_KEY = "person", "relative_id"


def load(text: str, file: str) -> Table:
    """Return the table in a file's text; a name ending in .json is JSON, everything else TOML.

    Raises ``UserError`` with the line where it can't be read.
    """
    try:
        if file.lower().endswith(".json") or text.lstrip().startswith("{"):
            table = json.loads(text, object_pairs_hook=_without_repeats)
        else:
            table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, json.JSONDecodeError) as error:
        problem = _("“{file}” can't be read: {problem}").format(file=file, problem=_plain(str(error)))
        raise UserError(problem) from None
    except RecursionError:
        raise UserError(_("“{file}” is nested too deeply.").format(file=file)) from None
    if not isinstance(table, dict):
        raise UserError(_("“{file}” must hold one person.").format(file=file))
    return table


def _plain(problem: str) -> str:
    return "".join(character if character.isprintable() else "�" for character in problem)[:200]


def _without_repeats(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _value in pairs]
    for name in names:
        if names.count(name) > 1:
            raise UserError(_("“{key}” stands there twice.").format(key=name[:40]), field=name[:40])
    return dict(pairs)


def resolved(session: Session, table: Table, today: date) -> Person:
    """Return the person of a table, relatives found in the casebook. Raises ``UserError`` naming the key."""
    found: dict[int, UUID] = {}
    for number, relative in enumerate(_tables(table.get("relatives", []), "relatives")):
        named = relative.get(RELATIVE)
        if named is not None:
            found[number] = _relative(session, named, number)
    person = person_of(table, today)
    relatives = [replace(r, relative_id=found.get(n, r.relative_id)) for n, r in enumerate(person.relatives)]
    return replace(person, relatives=tuple(relatives))


def _relative(session: Session, named: Any, number: int) -> UUID:
    where = f"relatives[{number + 1}].{RELATIVE}"
    if not isinstance(named, str):
        raise _at(where, UserError(_("This must be text.")))
    try:
        return lookup.client(session, named)
    except UserError as error:
        raise _at(where, error) from None


def person_of(table: Table, today: date) -> Person:
    """Return the person of a table; relatives named by words stay without a key.

    Raises ``UserError`` naming the key that is unknown or holds what it can't.
    """
    known = [*fields.named(Person), *PARTS]
    _refuse_unknown(table, known, "")
    parts: dict[str, Any] = {
        name: tuple(
            part_of(kind, each, f"{name}[{number}]", today)
            for number, each in enumerate(_tables(table[name], name), 1)
        )
        for name, kind in PARTS.items()
        if name in table
    }
    return Person(**_values(Person, table, "", today), **parts)


def part_of(kind: type[Part], table: Table, where: str, today: date) -> Any:
    """Return one part, such as a passport or a stop, of its table; ``where`` is named in errors."""
    known = [RELATIVE if name == RELATIVE_KEY else name for name in fields.named(kind)]
    _refuse_unknown(table, known, where)
    return kind(**_values(kind, table, where, today))


def _values(kind: type[Part], table: Table, where: str, today: date) -> dict[str, Any]:
    declared = fields.named(kind)
    return {
        name: _value(declared[name], typed, f"{where}.{name}" if where else name, today)
        for name, typed in table.items()
        if name in declared
    }


def _value(field: Field, typed: Any, where: str, today: date) -> Any:
    if isinstance(typed, datetime):
        raise _at(where, UserError(_("This must be a date without a time of day.")))
    if typed is None or isinstance(typed, dict | list):
        raise _at(where, UserError(_("This must be one value.")))
    try:
        return reading.read(field, typed, today=today)
    except UserError as error:
        raise _at(where, error) from None


def _tables(held: Any, where: str) -> Sequence[Table]:
    if not isinstance(held, list) or not all(isinstance(each, dict) for each in held):
        raise _at(where, UserError(_("This must be a list of tables."), f"[[{where}]]"))
    return held


def _refuse_unknown(table: Table, known: Sequence[str], where: str) -> None:
    for key in table:
        if key in known:
            continue
        near = get_close_matches(key, known, n=1)
        hint = _("Did you mean “{name}”?").format(name=near[0]) if near else ", ".join(known)
        path = f"{where}.{key[:40]}" if where else key[:40]
        raise UserError(
            _("There is no “{key}” in this shape.").format(key=_plain(path)), hint, field=key[:40]
        )


def _at(where: str, error: UserError) -> UserError:
    return UserError(f"{where}: {error.message}", error.hint, field=error.field or where)


def table_of(value: Part) -> dict[str, Any]:
    """Return a person or case file as the table it is read from; fields that are empty are left out."""
    table = {f.name: _written(f, value) for f in fields.of(type(value)) if not _is_empty(f, value)}
    for name in (*PARTS, *CASE_PARTS):
        held = getattr(value, name, ())
        if held:
            table[name] = [table_of(part) for part in held]
    return {RELATIVE if name == RELATIVE_KEY else name: written for name, written in table.items()}


def _is_empty(field: Field, value: Part) -> bool:
    held = getattr(value, field.name)
    return held is None or held == "" or held is False


def _written(field: Field, value: Part) -> Any:
    held = getattr(value, field.name)
    if isinstance(held, Labelled):
        return held.value
    return str(held) if isinstance(held, date | PartialDate | UUID) else held


def shown(field: Field, held: Any) -> str:
    """Return a field's value as one reads it on a terminal: choices by their words."""
    if field.kind is Kind.FLAG:
        return _("yes") if held else ""
    return _(held.label) if isinstance(held, Labelled) else str(held if held is not None else "")
