"""``case deadlines``, ``case deadline`` and ``agenda``: what is due, and what was done about it."""

from pathlib import Path
from typing import Any
from uuid import UUID

from app.cli import deadlines as counted
from app.cli import files, output
from app.cli.arguments import Commands, command
from app.cli.call import Call
from app.domain import deadline_marks, zones
from app.domain import deadlines as rules
from app.domain.deadline_marks import DeadlineState, Kept
from app.domain.deadline_rules import DeadlinePack
from app.errors import UserError
from app.i18n import _, language
from app.services import (
    agenda,
    calendar_files,
    cases,
    deadlines,
    deputies,
    firm_tables,
    limits,
    printing,
    relisting,
)
from app.services.deadlines import Which
from app.services.trust import Casebook

_ACTS = ("done", "waive", "reopen", "due", "alerts")


def add(commands: Commands) -> None:
    """Declare the commands about one case."""
    made = command(commands, "deadlines", show, _("what is due in a case, and why"), json=True)
    made.add_argument("case", metavar="CASE", help=_("number, such as KB-2026-0007"))
    _add_file(made)
    made = command(commands, "deadline", act, _("say what was done about a deadline"))
    made.add_argument("case", metavar="CASE")
    made.add_argument("rule", metavar="RULE", help=_("such as DL-03"))
    made.add_argument("act", metavar="ACT", choices=_ACTS, help=", ".join(_ACTS))
    made.add_argument("--number", metavar="N", type=int, default=1, help=_("which one, of several: 1, 2, …"))
    made.add_argument("--on", metavar="DATETIME", default="", help=_("the day it was done, or is due"))
    made.add_argument("--reason", metavar="TEXT", default="", help=_("why"))
    made.add_argument("--days", metavar="DAYS", default="", help=_("remind so many days before: 21,14,10"))


def add_agenda(commands: Commands) -> None:
    """Declare ``agenda``, about all cases."""
    made = command(
        commands, "agenda", show_agenda, _("open deadlines of all cases, the earliest first"), json=True
    )
    made.add_argument("--mine", action="store_true", help=_("only mine"))
    made.add_argument("--category", metavar="K", default="", help=_("visa category"))
    _add_file(made)


def _add_file(made: Any) -> None:
    made.add_argument("--ics", metavar="FILE", type=Path, help=_("write what is open as a calendar file"))
    made.add_argument("--names", action="store_true", help=_("with clients' names in the calendar file"))


def show(call: Call) -> None:
    """Show every deadline of a case, what is open first."""
    with call.book() as book:
        case_id = book.read(cases.numbered, call.options.case)
        if call.options.ics:
            _export(call, book, case_id)
            return
        found = book.read(deadlines.of_case, case_id, call.today)
        zone = book.read(deadlines.zone, case_id)
    if call.as_json:
        output.say_json([_values(kept, zone) for kept in found])
        return
    heads = (_("Due (Beijing)"), "", _("State"), _("Source"), _("Why"))
    output.table(heads, [_row(kept) for kept in found])
    output.say("", _(rules.PREVAILS))


def _values(kept: Kept, zone: str) -> dict[str, Any]:
    mark, deadline = kept.mark, kept.deadline
    told = counted.values(deadline, zone)
    if mark.due is not None:
        told |= {"due": kept.last_day.isoformat() if kept.last_day else None, "ends_at": mark.due.isoformat()}
        told["override"] = {
            "reason": mark.due_reason,
            "by": mark.due_set_by,
            "computed": str(deadline.last_day),
        }
    return {
        **told,
        "id": str(kept.id),
        "state": kept.state.value,
        "applies": deadline.applies.value,
        "settled": output.languages(deadline.settled) if deadline.settled else None,
        "alerts": [alert.isoformat() for alert in kept.alerts],
        "stands_on": [
            {"label": output.languages(fact.label), "value": output.languages(fact.value)}
            for fact in deadline.stands_on
        ],
        "done_on": mark.done_on.isoformat() if mark.done_on else None,
        "waived": mark.waived_reason or None,
    }


def _row(kept: Kept) -> tuple[str, ...]:
    deadline, chosen = kept.deadline, language()
    due = zones.shown(kept.due, zones.CHINA, chosen) if kept.due else ""
    why = deadline.settled or deadline.asks or deadline.how
    mark = _("(provisional)") if deadline.provisional and kept.mark.due is None else ""
    return (
        f"{due} {mark}".strip(),
        f"{deadline.rule.id} {deadline.rule.title.text(chosen)}",
        _(kept.state.label),
        deadline.rule.cited,
        kept.mark.waived_reason or kept.mark.due_reason or why.text(chosen),
    )


def _export(call: Call, book: Casebook, case_id: UUID | None) -> None:
    target = files.target(call.options.ics)
    made, number = book.write(
        calendar_files.export, call.today, case_id=case_id, with_names=call.options.names
    ).result
    printing.put(made, target)
    if call.as_json:
        output.say_json({"file": str(call.options.ics), "deadlines": number})
    else:
        output.say(_("{file}: {count} deadlines").format(file=call.options.ics, count=number))


def show_agenda(call: Call) -> None:
    """List the open deadlines of all cases, by the limits of this version."""
    with call.book() as book:
        relisting.bring_up_to_date(book, call.today, lambda _done, _total: None)
        if call.options.ics:
            _export(call, book, None)
            return
        mine = book.read(deputies.mine, book.actor.id, call.today) if call.options.mine else None
        found = book.read(agenda.lines, owners=mine, category=call.options.category.upper())
    if call.as_json:
        output.say_json(
            [
                {
                    "number": line.number,
                    "client": line.client,
                    "rule": line.rule.id,
                    "title": output.languages(line.rule.title),
                    "due": line.last_day.isoformat(),
                    "ends_at": line.due.astimezone(zones.BEIJING).isoformat(),
                    "provisional": line.provisional,
                    "owner": line.owner,
                }
                for line in found
            ]
        )
        return
    heads = (_("Due (Beijing)"), _("Number"), _("Client"), "", _("Responsible"))
    output.table(heads, [_agenda_row(line) for line in found])


def _agenda_row(line: agenda.AgendaLine) -> tuple[str, ...]:
    due = zones.shown(line.due, zones.CHINA, language())
    mark = _("(provisional)") if line.provisional else ""
    title = f"{line.rule.id} {line.rule.title.text(language())}"
    return (f"{due} {mark}".strip(), line.number, line.client, title, line.owner)


def act(call: Call) -> None:
    """Mark one deadline as done, waive or reopen it, set another day or other reminders."""
    options = call.options
    with call.book() as book:
        case_id = book.read(cases.numbered, options.case)
        known = book.read(firm_tables.known_deadlines)
        found = book.read(deadlines.of_case, case_id, call.today)
        kept = _chosen(found, known, options.rule, options.number)
        which = Which.of(kept)
        if options.act == "done":
            on = limits.moment(options.on, call.today)[0] if options.on else call.today
            book.write(deadlines.mark_done, which, on, call.today)
        elif options.act == "waive":
            book.write(deadlines.waive, which, options.reason)
        elif options.act == "reopen":
            book.write(deadlines.reopen, which)
        elif options.act == "alerts":
            counts = deadline_marks.read_alerts(options.days) if options.days else None
            book.write(deadlines.set_alerts, which, counts)
        else:
            moment = limits.moment(options.on, call.today) if options.on else None
            due = deadline_marks.read_due(*moment, kept.deadline.rule.unit) if moment else None
            book.write(deadlines.override, which, due, options.reason)
        again = book.read(deadlines.find, case_id, kept.id, call.today)
    state = again.state if again else DeadlineState.OPEN
    output.say(_("{item}: {state}").format(item=kept.deadline.rule.id, state=_(state.label)))


def _chosen(found: list[Kept], known: DeadlinePack, rule: str, number: int) -> Kept:
    wanted = known.named(rule).id
    mine = [kept for kept in found if kept.deadline.rule.id == wanted]
    if not 1 <= number <= len(mine):
        message = _("This case has {count} deadlines {rule}.").format(count=len(mine), rule=wanted)
        raise UserError(message, _("See: {command} --help").format(command="kasebook case deadlines"))
    return mine[number - 1]
