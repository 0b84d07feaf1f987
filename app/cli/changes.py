"""``case change``: one change of all cases that a search finds, previewed or applied as one step."""

from datetime import date
from typing import Any

from app.cli import output
from app.cli.arguments import Commands, command
from app.cli.call import Call
from app.cli.cases import choice
from app.domain import fields, labels, reading
from app.domain.casefile import CaseFile
from app.domain.cases import Stage
from app.domain.labels import How
from app.errors import UserError
from app.i18n import _
from app.services import bulk_edits, case_search, firms
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
            fields=", ".join(bulk_edits.FIELDS)
        ),
    )
    made.add_argument("--preview", action="store_true", help=_("say what would change, and change nothing"))


def change(call: Call) -> None:
    """Change the cases, or say what would change; rows that can't be changed so are named and left."""
    with call.book() as book:
        wanted = _wanted(book, call.options.change, call.today)
        found = book.read(case_search.find, call.options.query, today=call.today, user_id=book.actor.id)
        output.remark(*found.notes)
        lines = book.read(bulk_edits.preview, list(found.keys), wanted, call.today)
        changing = [line for line in lines if line.changes]
        if changing and not call.options.preview:
            book.write(bulk_edits.apply, changing, wanted, call.today)
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


def _wanted(book: Casebook, typed: str, today: date) -> Wanted:
    """Read “owner=ben”, “planned_filing=+2w” or “labels+=urgent”. Raises ``UserError``."""
    name, equals, value = typed.partition("=")
    how = {"+": How.ADD, "-": How.REMOVE}.get(name[-1:], How.REPLACE)
    name = name.rstrip("+-").strip()
    if not equals or name not in bulk_edits.FIELDS:
        raise UserError(
            _("“{typed}” is not FIELD=VALUE.").format(typed=typed[:40]), ", ".join(bulk_edits.FIELDS)
        )
    if name == bulk_edits.LABELS:
        return Wanted(name, labels.read(value), how)
    if name == bulk_edits.STAGE:
        return Wanted(name, choice(Stage, value, "stage"))
    if name in (bulk_edits.OWNER, bulk_edits.OFFICE):
        return Wanted(name, _key(book, name, value))
    return Wanted(name, reading.read(fields.named(CaseFile)[name], value, today=today))


def _key(book: Casebook, name: str, value: str) -> Any:
    if name == bulk_edits.OFFICE and not value.strip():
        return None
    if name == bulk_edits.OWNER:
        there = {user.login: user.id for user in book.read(firms.users)}
    else:
        there = {office.name: office.id for office in book.read(firms.offices)}
    if value not in there:
        raise UserError(_("“{typed}” is not one of the choices.").format(typed=value[:40]), ", ".join(there))
    return there[value]
