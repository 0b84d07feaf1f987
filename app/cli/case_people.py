"""``case reassign``, ``case people`` and ``absence``: who works on cases, and who stands in."""

from typing import Any
from uuid import UUID

from app.cli import output
from app.cli.arguments import Commands, command, day, group
from app.cli.call import Call
from app.domain.absences import Absence
from app.errors import UserError
from app.i18n import Bilingual, _, language, plural
from app.services import absences, case_people, cases, firms, lookup, workload
from app.services.trust import Casebook
from app.services.workload import WorkLine


def add(commands: Commands) -> None:
    """Declare the commands about cases."""
    made = command(
        commands, "reassign", reassign, _("give cases with their open work to a colleague"), json=True
    )
    made.add_argument("cases", metavar="CASE", nargs="*", help=_("numbers; else --from"))
    made.add_argument("--from", dest="gives", metavar="NAME", help=_("all open cases of this user"))
    made.add_argument("--to", metavar="NAME", required=True, help=_("who takes them"))
    made.add_argument("--preview", action="store_true", help=_("say what they stand at, and change nothing"))
    made = command(commands, "people", people, _("say who works on a case, or change it"), json=True)
    made.add_argument("case", metavar="CASE")
    made.add_argument("--reviewer", metavar="NAME", help=_("who reads it a second time (- for nobody)"))
    made.add_argument("--office", metavar="NAME", help=_("the office it belongs to (- for none)"))


def add_absences(commands: Commands) -> None:
    """Declare the commands about absences."""
    theirs = group(commands, "absence", _("who is away, and who stands in"))
    made = command(theirs, "add", add_absence, _("record an absence"))
    made.add_argument("name", metavar="NAME", help=_("who is away"))
    made.add_argument("--deputy", metavar="NAME", required=True, help=_("who stands in"))
    made.add_argument("--start", metavar="DATE", type=day, required=True, help=_("first day away"))
    made.add_argument("--end", metavar="DATE", type=day, required=True, help=_("last day away"))
    command(theirs, "list", list_absences, _("list absences"), json=True)
    made = command(theirs, "remove", remove_absence, _("remove an absence"))
    made.add_argument("number", metavar="N", type=int, help=_("its number in the list"))


def reassign(call: Call) -> None:
    """Give cases to a colleague as one step; with ``--preview`` only say what they stand at."""
    options = call.options
    with call.book() as book:
        takes = book.read(lookup.user, options.to)
        keys = _keys(book, options.cases, options.gives)
        found = book.read(workload.lines, keys, call.today)
        if not options.preview:
            moved = book.write(case_people.reassign, [(one.id, one.version) for one in found], takes).result
    if call.as_json:
        output.say_json([_work(line) for line in found])
        return
    heads = (
        _("Number"),
        _("Client"),
        _("Stage"),
        _("Next day"),
        _("Waits for"),
        _("Last contact"),
        _("Originals"),
    )
    output.table(heads, [_row(line) for line in found])
    if not options.preview:
        text = plural("{count} case handed over.", "{count} cases handed over.", moved.cases)
        along = _("With them: lines {items}, deadlines {deadlines}.")
        output.say("", text, along.format(items=moved.items, deadlines=moved.deadlines))


def _keys(book: Casebook, numbers: list[str], gives: str | None) -> list[UUID]:
    if bool(numbers) == bool(gives):
        raise UserError(_("Name cases, or whose with --from; not both."), field="cases")
    if gives:
        return book.read(workload.cases_of, [book.read(lookup.user, gives, left=True)])
    return [book.read(cases.numbered, number) for number in numbers]


def _row(line: WorkLine) -> tuple[str, ...]:
    said = language()
    upcoming = " ".join(
        filter(None, (_iso(line.next_on), line.next_what.text(said) if line.next_what else ""))
    )
    blocker = line.blocker.text(said) if line.blocker else ""
    originals = "; ".join(title.text(said) for title in line.originals)
    return (
        line.number, line.client, _(line.stage.label), upcoming, blocker, _iso(line.last_contact), originals,
    )  # fmt: skip


def _iso(on: Any) -> str:
    return on.isoformat() if on else ""


def _both(text: Bilingual | None) -> dict[str, str] | None:
    return output.languages(text) if text else None


def _work(line: WorkLine) -> dict[str, Any]:
    return {
        "number": line.number,
        "client": line.client,
        "owner": line.owner,
        "stage": line.stage.value,
        "stage_since": line.stage_since.isoformat(),
        "next_on": _iso(line.next_on) or None,
        "next_what": _both(line.next_what),
        "blocker": _both(line.blocker),
        "last_contact": _iso(line.last_contact) or None,
        "originals": [output.languages(title) for title in line.originals],
    }


def people(call: Call) -> None:
    """Say who works on a case; with an option, change it first."""
    options = call.options
    with call.book() as book:
        key = book.read(cases.numbered, options.case)
        if options.reviewer:
            reviewer = None if options.reviewer == "-" else book.read(lookup.user, options.reviewer)
            book.write(case_people.set_reviewer, key, book.read(cases.case, key).version, reviewer)
        if options.office:
            office = None if options.office == "-" else book.read(lookup.office, options.office)
            book.write(case_people.set_office, key, book.read(cases.case, key).version, office)
        view = book.read(cases.case, key)
    told = {"number": view.number, "owner": view.owner, "reviewer": view.reviewer, "office": view.office}
    if call.as_json:
        output.say_json(told)
    else:
        output.pairs(list(told.items()))


def add_absence(call: Call) -> None:
    """Record an absence."""
    options = call.options
    with call.book() as book:
        absence = Absence(
            user_id=book.read(lookup.user, options.name),
            deputy_id=book.read(lookup.user, options.deputy),
            start=options.start,
            end=options.end,
        )
        book.write(absences.save, absence, call.today)


def list_absences(call: Call) -> None:
    """List absences, those that end last first."""
    with call.book() as book:
        names, found = book.read(firms.names), book.read(absences.rows)
    told = [
        {
            "away": names.get(each.user_id, "") if each.user_id else "",
            "deputy": names.get(each.deputy_id, "") if each.deputy_id else "",
            "start": _iso(each.start),
            "end": _iso(each.end),
        }
        for each in found
    ]
    if call.as_json:
        output.say_json(told)
    else:
        heads = ("", _("Who is away"), _("Deputy"), _("First day away"), _("Last day away"))
        output.table(heads, [(str(number), *each.values()) for number, each in enumerate(told, 1)])


def remove_absence(call: Call) -> None:
    """Remove an absence by its number in the list."""
    with call.book() as book:
        found = book.read(absences.rows)
        if not 1 <= call.options.number <= len(found):
            raise UserError(_("There is no absence of this number."), field="number")
        chosen = found[call.options.number - 1]
        assert chosen.id is not None
        book.write(absences.remove, chosen.id, chosen.version)
