"""``case change``: one change of all cases that a search finds, previewed or applied as one step."""

from collections.abc import Callable
from typing import Any

from app.cli import output
from app.cli.arguments import Commands, command
from app.cli.call import Call
from app.cli.cases import choice
from app.domain import fields, labels, reading
from app.domain.casefile import CaseFile
from app.domain.cases import Stage
from app.domain.item_records import ItemState
from app.domain.labels import How
from app.errors import UserError
from app.i18n import _
from app.services import bulk_edits, bulk_items, case_search, lookup
from app.services.bulk_edits import PreviewLine, Wanted
from app.services.trust import Casebook


def add(commands: Commands) -> None:
    """Declare the command."""
    made = command(
        commands, "change", change, _("change all cases that fit a search, as one step"), json=True
    )
    made.add_argument("query", metavar="QUERY", help=_("as typed in the window: stage:collecting owner:me"))
    made.add_argument(
        "change",
        metavar="FIELD=VALUE",
        help=_("one of {fields}; labels+=A,B adds and labels-=A removes").format(
            fields=", ".join((*bulk_edits.FIELDS, *bulk_items.FIELDS))
        ),
    )
    about = _("the checklist lines, with commas between, for the fields item.…: K-DOC-01,K-DOC-07")
    made.add_argument("--items", metavar="CODES", default="", help=about)
    made.add_argument("--reason", metavar="TEXT", default="", help=_("why, for a return or waiver"))
    made.add_argument("--preview", action="store_true", help=_("say what would change, and change nothing"))


def change(call: Call) -> None:
    """Change the cases, or say what would change; rows that can't be changed so are named and left."""
    with call.book() as book:
        wanted = _wanted(book, call)
        preview, apply = _how(wanted)
        found = book.read(case_search.find, call.options.query, today=call.today, user_id=book.actor.id)
        output.remark(*found.notes)
        lines = book.read(preview, list(found.keys), wanted, call.today)
        changing = [line for line in lines if line.changes]
        if changing and not call.options.preview:
            book.write(apply, changing, wanted, call.today)
    if call.as_json:
        output.say_json([_values(line) for line in lines])
        return
    heads = (_("Row"), _("Before"), _("After"), "")
    output.table(heads, [(line.name, line.before, line.after, line.refusal) for line in lines])


def _values(line: PreviewLine) -> dict[str, Any]:
    return {
        "id": str(line.key),
        "name": line.name,
        "before": line.before,
        "after": line.after,
        "changes": line.changes,
        "refusal": line.refusal or None,
    }


def _how(wanted: Wanted) -> tuple[Callable[..., tuple[PreviewLine, ...]], Callable[..., int]]:
    """Return how a change is previewed and applied: of cases, or of lines of their checklists."""
    if wanted.field in bulk_items.FIELDS:
        return bulk_items.preview, bulk_items.apply
    return bulk_edits.preview, bulk_edits.apply


def _wanted(book: Casebook, call: Call) -> Wanted:
    """Read “owner=ben”, “planned_filing=+2w”, “labels+=urgent” or “item.due_on=+7”. Raises ``UserError``."""
    typed = call.options.change
    name, equals, value = typed.partition("=")
    how = {"+": How.ADD, "-": How.REMOVE}.get(name[-1:], How.REPLACE)
    name = name.rstrip("+-").strip()
    known = (*bulk_edits.FIELDS, *bulk_items.FIELDS)
    if not equals or name not in known:
        raise UserError(_("“{typed}” is not FIELD=VALUE.").format(typed=typed[:40]), ", ".join(known))
    if name in bulk_items.FIELDS:
        return _of_items(book, call, name, value)
    if name == bulk_edits.LABELS:
        return Wanted(name, labels.read(value), how)
    if name == bulk_edits.STAGE:
        return Wanted(name, choice(Stage, value, "stage"))
    if name in (bulk_edits.OWNER, bulk_edits.REVIEWER, bulk_edits.OFFICE):
        return Wanted(name, _key(book, name, value))
    return Wanted(name, reading.read(fields.named(CaseFile)[name], value, today=call.today))


def _of_items(book: Casebook, call: Call, name: str, value: str) -> Wanted:
    """Read a change of checklist lines; ``--items`` says which."""
    items = tuple(each.strip().upper() for each in call.options.items.split(",") if each.strip())
    if not items:
        raise UserError(_("Say which checklist lines: --items K-DOC-01,K-DOC-07."))
    if name == bulk_items.STATE:
        return Wanted(name, choice(ItemState, value, name), items=items, reason=call.options.reason)
    if name == bulk_items.RESPONSIBLE:
        return Wanted(name, _key(book, name, value), items=items)
    field = bulk_items.day_field(name)
    return Wanted(name, reading.read(field, value, today=call.today) if field else None, items=items)


def _key(book: Casebook, name: str, value: str) -> Any:
    if name != bulk_edits.OWNER and not value.strip():
        return None
    return book.read(lookup.office if name == bulk_edits.OFFICE else lookup.user, value)
