"""``rules rebase``: open cases on the rules of today, all or some, or only what would change."""

from typing import Any

from app.cli import output
from app.cli.arguments import Commands, command
from app.cli.call import Call
from app.domain.rebasing import ItemChange
from app.errors import UserError
from app.i18n import _, language, plural
from app.services import cases, rebasing
from app.services.rebasing import CaseDifference
from app.services.trust import Casebook


def add(commands: Commands) -> None:
    """Declare the command."""
    made = command(commands, "rebase", rebase, _("give open cases the rules of today"), json=True)
    made.add_argument("--case", metavar="CASE", action="append", help=_("only this case; may be repeated"))
    made.add_argument("--dry-run", action="store_true", help=_("only say what would change"))


def rebase(call: Call) -> None:
    """Show for each case what today's rules change, and change it unless it is a dry run; one undo step."""
    with call.book() as book:
        found = _wanted(book, call)
        if found and not call.options.dry_run:
            book.write(rebasing.rebase, [(each.id, each.froze) for each in found], call.today)
    if call.as_json:
        output.say_json({"rebased": not call.options.dry_run, "cases": [_case(each) for each in found]})
        return
    for each in found:
        output.say(f"{each.number}  {output.literal(each.client)}  {each.old_version} → {each.new_version}")
        output.table(("", "", "", ""), [_row(change) for change in each.difference.changes])
        output.say(*(f"  {output.literal(problem)}" for problem in each.problems))
    output.say(_summary(len(found), is_dry=call.options.dry_run))


def _wanted(book: Casebook, call: Call) -> list[CaseDifference]:
    found = book.read(rebasing.affected, call.today)
    if not call.options.case:
        return found
    keys = {book.read(cases.numbered, number): number for number in call.options.case}
    chosen = [each for each in found if each.id in keys]
    missing = [number for key, number in keys.items() if key not in {each.id for each in chosen}]
    if missing:
        message = _("Nothing would change for {numbers}.").format(numbers=", ".join(missing))
        raise UserError(message, _("It has the rules of today, or it is closed."))
    return chosen


def _summary(count: int, *, is_dry: bool) -> str:
    if not count:
        return _("Every open case has the rules of today.")
    if is_dry:
        return plural("{count} case would change.", "{count} cases would change.", count)
    return plural("{count} case changed.", "{count} cases changed.", count)


def _case(each: CaseDifference) -> dict[str, Any]:
    before, after = each.difference.before, each.difference.after
    return {
        "number": each.number,
        "client": each.client,
        "category": each.category,
        "post": each.post,
        "from": each.old_version,
        "to": each.new_version,
        "progress": {"before": before._asdict(), "after": after._asdict()},
        "items": [_item(change) for change in each.difference.changes],
        "problems": list(each.problems),
    }


def _item(change: ItemChange) -> dict[str, Any]:
    return {
        "id": change.item_id,
        "change": change.kind.value,
        "title": output.languages(change.title),
        "fields": list(change.fields),
        "before": change.before.value if change.before else None,
        "after": change.after.value if change.after else None,
        "kept": change.is_kept,
    }


def _row(change: ItemChange) -> tuple[str, ...]:
    title = change.title.text(language())
    return f"  {change.item_id}", change.kind.value, title, ", ".join(change.fields)
