"""``history``: who did what, when and about whom, as lines, a spreadsheet or a printed record."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from app.cli import files, list_files, output
from app.cli.arguments import Commands, command, day
from app.cli.call import Call
from app.domain.operation_kinds import OperationKind
from app.errors import UserError
from app.i18n import Bilingual, _, language
from app.services import firms, history, history_filter, printing
from app.services.documents.history import changed_fields, details
from app.services.history import Entry
from app.services.history_filter import Chosen
from app.services.orders import Order
from app.services.trust import Casebook

MOST_SHOWN = 200  # lines on the screen, unless more are asked for


def add(commands: Commands) -> None:
    """Declare the command."""
    made = command(commands, "history", show, _("what was done, the newest first"), json=True)
    made.add_argument("--about", metavar="CASE|NAME", default="", help=_("about one case or person"))
    made.add_argument("--by", metavar="NAME", default="", help=_("by this user: login or name"))
    made.add_argument("--since", metavar="YYYY-MM-DD", type=day, help=_("from this day on"))
    made.add_argument("--until", metavar="YYYY-MM-DD", type=day, help=_("up to this day"))
    kinds = [kind.value for kind in OperationKind]
    made.add_argument("--kind", choices=kinds, help=", ".join(kinds))
    about = _("so many lines at most on the screen (a file holds all)")
    made.add_argument("--limit", metavar="N", type=int, default=MOST_SHOWN, help=about)
    about = _("the history as a printed record, with the check of the whole chain")
    made.add_argument("--pdf", metavar="FILE", help=about)
    list_files.add(made)


def show(call: Call) -> None:
    """Show the steps that fit; or write them, which is recorded."""
    with call.book() as book:
        chosen = _chosen(call, book)
        if call.options.pdf:
            _print(call, book, chosen)
            return
        is_file = list_files.is_wanted(call)
        seqs = book.read(history.seqs, chosen)
        entries = book.read(history.lines, seqs if is_file else seqs[: max(call.options.limit, 0)])
        names = book.read(history.called, {entry.about for entry in entries if entry.about})
        changed = book.read(changed_fields, [entry.seq for entry in entries])
        rows = [_row(entry, names, changed.get(entry.seq, [])) for entry in entries]
        if is_file:
            list_files.write(call, book, "history", heads(), rows)
            return
    if call.as_json:
        output.say_json([_values(entry, names) for entry in entries])
        return
    output.table(heads(), rows)
    if len(seqs) > len(entries):
        output.say(_("… and {count} more; --limit shows more.").format(count=len(seqs) - len(entries)))


def _chosen(call: Call, book: Casebook) -> Chosen:
    options = call.options
    return Chosen(
        about=book.read(history_filter.meant, options.about) if options.about else None,
        by=_user(book, options.by) if options.by else None,
        since=options.since,
        until=options.until,
        kind=OperationKind(options.kind) if options.kind else None,
    )


def _user(book: Casebook, named: str) -> UUID:
    """Return the key of the user of this name or login, those who left included. Raises ``UserError``."""
    users = [*book.read(firms.users), *book.read(firms.users, archived=True)]
    for each in users:
        if named.casefold() in (each.login.casefold(), each.name.casefold()):
            return each.id
    message = _("Nobody here is called “{name}”.").format(name=named[:60])
    raise UserError(message, ", ".join(each.login for each in users), field="by")


def _print(call: Call, book: Casebook, chosen: Chosen) -> None:
    target = files.target(call.options.pdf)
    order = Order(kind="history", history=chosen)
    made = printing.made(order, book.read(printing.value, order, call.today))
    printing.save(made, target)
    book.write(printing.record, order, made.sha256)
    if call.as_json:
        output.say_json({"file": str(call.options.pdf), "sha256": made.sha256})
    else:
        output.say(_("Written: {file}").format(file=call.options.pdf))


def heads() -> tuple[str, ...]:
    """Return the heads of the columns."""
    return (_("Step"), _("When (UTC)"), _("Who"), _("What was done"), _("About whom"), _("Details"))


def _row(entry: Entry, names: dict[UUID, str], changed: Sequence[Bilingual]) -> tuple[str, ...]:
    about = names.get(entry.about, "") if entry.about else ""
    told = [each.text(language()) for each in details(entry, changed)]
    said = "; ".join(told if entry.stands else [_("Undone"), *told])
    return (str(entry.seq), f"{entry.at:%Y-%m-%d %H:%M}", entry.actor, _(entry.label), about, said)


def _values(entry: Entry, names: dict[UUID, str]) -> dict[str, Any]:
    return {
        "seq": entry.seq,
        "at": entry.at.isoformat(),
        "by": entry.actor,
        "tag": entry.tag,
        "label": _(entry.label),
        "about": names.get(entry.about, "") if entry.about else "",
        "changes": entry.rows,
        "stands": entry.stands,
        "detail": dict(entry.detail),
    }
