"""``client``: add from a file, list, show."""

from pathlib import Path
from typing import Any

from app.cli import duplicates, files, list_files, output
from app.cli.arguments import Commands, command, group
from app.cli.call import Call
from app.cli.list_files import OnPaper
from app.domain import fields
from app.domain.people import PARTS, Person
from app.i18n import _, both
from app.services import client_files, lookup, people, people_list, people_search
from app.services.people_list import PersonLine
from app.services.trust import Casebook


def add(commands: Commands) -> None:
    """Declare the commands."""
    clients = group(commands, "client", _("persons"))
    made = command(clients, "add", add_client, _("add a person from a TOML or JSON file"), json=True)
    made.add_argument(
        "file", metavar="FILE", type=Path, help=_("see docs/client-file.md; - is standard input")
    )
    made = command(clients, "list", list_clients, _("list persons"), json=True)
    made.add_argument(
        "--search", metavar="WORDS", default="", help=_("only those found by a name, date or number")
    )
    made.add_argument(
        "--query",
        metavar="TEXT",
        help=_("only those that fit, as typed in the window: nationality:IN has:cases"),
    )
    made.add_argument("--archived", action="store_true", help=_("those who were archived"))
    list_files.add(made, on_paper=True)
    made = command(clients, "show", show_client, _("show all that is recorded of one person"), json=True)
    made.add_argument("client", metavar="CLIENT", help=_("key, whole name or passport number"))
    duplicates.add(clients)


def add_client(call: Call) -> None:
    """Add a person; persons already there who may be the same are named."""
    path = call.options.file
    table = client_files.load(files.text(path), path.name)
    with call.book() as book:
        person = book.read(client_files.resolved, table, call.today)
        similar = [str(line.id) for line in book.read(people_list.likely_same, person)]
        key = book.write(people.add, person, call.today).result
    if call.as_json:
        output.say_json({"id": str(key), "similar": similar})
        return
    output.say(_("Added: {key}").format(key=key))
    if similar:
        output.say(_("May be the same person as: {keys}").format(keys=", ".join(similar)))


def list_clients(call: Call) -> None:
    """List persons by name."""
    with call.book() as book:
        found = _found(call, book)
        heads = (_("Name"), _("Own script"), _("Born"), _("Nationality"), _("Passport"), _("Key"))
        rows = [(p.name, p.native_name, p.birth_date, p.nationality, p.passport, p.id) for p in found]
        if list_files.is_wanted(call):
            paper = OnPaper(both("Persons"), identity=frozenset({4}), left_out=frozenset({5}))
            list_files.write(call, book, "client list", heads, rows, paper)
        elif call.as_json:
            output.say_json([_line(line) for line in found])
        else:
            output.table(heads, rows)


def _found(call: Call, book: Casebook) -> list[PersonLine]:
    options = call.options
    if options.query is None:
        seqs = book.read(people_list.ids, typed=options.search, archived=options.archived)
        return book.read(people_list.lines, seqs)
    typed = f"{options.query} {options.search}"
    found = book.read(people_search.find, typed, today=call.today, archived=options.archived)
    output.remark(*found.notes)
    return book.read(people_list.lines, found.keys)


def _line(line: PersonLine) -> dict[str, Any]:
    return {
        "id": str(line.id),
        "name": line.name,
        "native_name": line.native_name,
        "birth_date": line.birth_date,
        "nationality": line.nationality,
        "passport": line.passport,
    }


def show_client(call: Call) -> None:
    """Show one person, field by field; section-8 answers stay closed."""
    with call.book() as book:
        key = book.read(lookup.client, call.options.client)
        person = book.read(people.person, key)
    if call.as_json:
        output.say_json({"id": str(key), **client_files.table_of(person)})
        return
    output.pairs([(_("Key"), key), *_shown(person)])
    for name, kind in PARTS.items():
        for number, part in enumerate(getattr(person, name), 1):
            output.say("", f"{name} {number}")
            output.pairs(
                [(_(f.label), client_files.shown(f, getattr(part, f.name))) for f in fields.of(kind)]
            )


def _shown(person: Person) -> list[tuple[str, object]]:
    return [(_(f.label), client_files.shown(f, getattr(person, f.name))) for f in fields.of(Person)]
