"""``case entries`` and ``case entry``: what happened in China, recorded."""

from typing import Any

from app.cli import output
from app.cli.arguments import Commands, command
from app.cli.call import Call
from app.domain import fields, reading
from app.domain.fields import Part
from app.domain.stays import LEDGER_PARTS
from app.errors import UserError
from app.i18n import _
from app.services import cases, client_files, stays
from app.services.trust import Casebook

_ONE = {
    "entry": "entries",
    "address": "addresses",
    "extension": "extensions",
    "permit": "permits",
    "event": "events",
}


def add(commands: Commands) -> None:
    """Declare the commands."""
    made = command(commands, "entries", list_entries, _("entries and dates in China"), json=True)
    made.add_argument("case", metavar="CASE")
    about = _("record an entry, address, extension, permit or event")
    made = command(commands, "entry", record, about, json=True)
    made.add_argument("case", metavar="CASE")
    made.add_argument(
        "kind", metavar="KIND", help=_("{kinds}; entry:2 changes the second").format(kinds=", ".join(_ONE))
    )
    made.add_argument(
        "values", metavar="FIELD=VALUE", nargs="*", help=_("entered_on=2026-03-10, entered_time=14:30")
    )
    made.add_argument("--remove", action="store_true", help=_("remove the one that is named"))


def list_entries(call: Call) -> None:
    """List what is recorded of a case in China, kind by kind."""
    with call.book() as book:
        ledger = book.read(stays.ledger, book.read(cases.numbered, call.options.case))
    if call.as_json:
        output.say_json(
            {name: [client_files.table_of(part) for part in getattr(ledger, name)] for name in LEDGER_PARTS}
        )
        return
    for one, name in _ONE.items():
        for number, part in enumerate(getattr(ledger, name), 1):
            output.say(f"{one}:{number}")
            output.pairs(
                [(_(f.label), client_files.shown(f, getattr(part, f.name))) for f in fields.of(type(part))]
            )


def record(call: Call) -> None:
    """Add a part of the ledger, or change or remove the one with a number."""
    options = call.options
    name, number = _named(options.kind)
    with call.book() as book:
        case_id = book.read(cases.numbered, options.case)
        held = getattr(book.read(stays.ledger, case_id), name)
        part = _numbered(held, number) if number else LEDGER_PARTS[name]()
        if options.remove:
            _remove(book, name, part)
        else:
            changed = _changed(part, options.values, call)
            part = book.write(stays.save, case_id, name, changed, call.today).result
    told = client_files.table_of(part)
    if call.as_json:
        output.say_json({"kind": options.kind, "removed": options.remove, **told})
    else:
        output.pairs(list(told.items()))


def _named(typed: str) -> tuple[str, int]:
    """Read "entry" or "entry:2" as the name of a kind and a number, 0 for none. Raises ``UserError``."""
    one, _colon, number = typed.partition(":")
    if one not in _ONE or not (number or "0").isdecimal():
        raise UserError(_("“{typed}” is not one of the choices.").format(typed=typed[:40]), ", ".join(_ONE))
    return _ONE[one], int(number or 0)


def _remove(book: Casebook, name: str, part: Part) -> None:
    if part.id is None:
        raise UserError(_("Say which one, such as entry:2."), field="kind")
    book.write(stays.remove, name, part.id, part.version)


def _numbered(held: Any, number: int) -> Part:
    if not 1 <= number <= len(held):
        raise UserError(_("There are {count} of them.").format(count=len(held)), field="number")
    found: Part = held[number - 1]
    return found


def _changed(part: Part, typed: list[str], call: Call) -> Part:
    known, changes = fields.named(type(part)), {}
    for each in typed:
        name, equals, value = each.partition("=")
        if not equals or name.strip() not in known:
            message = _("“{typed}” is not FIELD=VALUE.").format(typed=each[:40])
            raise UserError(message, ", ".join(known))
        changes[name.strip()] = reading.read(known[name.strip()], value, today=call.today)
    return type(part)(**{**{n: getattr(part, n) for n in ("id", "version", *known)}, **changes})
