"""``case checklist`` and ``case item``: the checklist of a case, and moving one line of it."""

from collections.abc import Sequence
from typing import Any

from app.cli import output
from app.cli.arguments import Commands, command
from app.cli.call import Call
from app.cli.cases import choice
from app.domain.conditions import Answer
from app.domain.folding import fold
from app.domain.item_records import ItemState
from app.domain.ruleset import RuleSet
from app.errors import UserError
from app.i18n import _, language
from app.services import case_edits, cases, checklists, frozen_rules, item_values
from app.services.checklists import ItemLine
from app.services.trust import Casebook


def add(commands: Commands) -> None:
    """Declare the commands."""
    made = command(commands, "checklist", show, _("show the checklist of a case"), json=True)
    made.add_argument("case", metavar="CASE", help=_("number, such as KB-2026-0007"))
    made.add_argument("--all", action="store_true", help=_("with the lines that do not apply"))
    made = command(commands, "item", move, _("move one line of the checklist"), json=True)
    made.add_argument("case", metavar="CASE")
    made.add_argument("item", metavar="ITEM", help=_("such as K-DOC-01; several with commas"))
    made.add_argument("state", metavar="STATE", help=", ".join(state.value for state in ItemState))
    made.add_argument("--reason", metavar="TEXT", default="", help=_("why it is returned or waived"))
    made.add_argument(
        "--repeat", metavar="N", default="", help=_("which one, of a line that repeats: 1, 2, … or its words")
    )
    about = _("record issuer, number, issued_on, valid_until, …; may be given several times")
    made.add_argument("--set", metavar="FIELD=VALUE", action="append", default=[], help=about)


def show(call: Call) -> None:
    """Show the checklist: each line with its state, or “ask” while it is open whether it applies."""
    with call.book() as book:
        view = book.read(cases.case, book.read(cases.numbered, call.options.case))
        rules = book.read(frozen_rules.rules_of, view.rule_set)
        found = book.read(checklists.lines, view.id, call.today)
    lines = [each for each in found if call.options.all or each.line.applies is not Answer.NO]
    if call.as_json:
        output.say_json([_line(each, rules) for each in lines])
        return
    output.table((_("Item"), _("State"), _("Basis"), "", _("Why")), [_row(each) for each in lines])
    checked = _("{checked} of {counted} papers checked")
    output.say("", checked.format(checked=view.checked, counted=view.counted))


def state_of(each: ItemLine) -> str:
    """Return the state of a line; "ask" while nobody did anything about it and it is open if it applies."""
    waiting = each.line.applies is Answer.ASK and each.line.state is ItemState.NEEDED
    return "ask" if waiting else each.line.state.value


def _line(each: ItemLine, rules: RuleSet) -> dict[str, Any]:
    item, repeat = each.line.item, each.line.repeat_label
    return {
        "id": item.id,
        "title": output.languages(item.title),
        "stage": item.stage.value,
        "need": each.line.need.value,
        "state": state_of(each),
        "basis": item.basis.value,
        "source": rules.cite(item.sources),
        "why": each.line.why.text(language()),
        "applies": each.line.applies.value,
        "repeat": output.languages(repeat) if repeat else None,
    }


def _row(each: ItemLine) -> tuple[str, ...]:
    title = each.line.item.title.text(language())
    repeat = each.line.repeat_label
    words = f"{title}: {repeat.text(language())}" if repeat else title
    return (
        each.line.item.id,
        state_of(each),
        each.line.item.basis.value,
        words,
        each.line.why.text(language()),
    )


def move(call: Call) -> None:
    """Record what was told about the papers and move their lines, all of them or none."""
    options = call.options
    to = choice(ItemState, options.state, "state")
    values = dict(_value(typed, call) for typed in options.set)
    with call.book() as book:
        case_id = book.read(cases.numbered, options.case)
        lines = book.read(checklists.lines, case_id, call.today)
        chosen = [_chosen(lines, item, options.repeat) for item in options.item.split(",")]
        _work(book, chosen, to, values, call)
        view = book.read(cases.case, case_id)
    if call.as_json:
        progress = {"checked": view.checked, "counted": view.counted}
        output.say_json(
            {"items": [each.line.item.id for each in chosen], "state": to.value, "progress": progress}
        )
    else:
        output.say(
            *(_("{item}: {state}").format(item=each.line.item.id, state=_(to.label)) for each in chosen)
        )


def _work(
    book: Casebook, chosen: Sequence[ItemLine], to: ItemState, values: dict[str, Any], call: Call
) -> None:
    """Write it as one step; a line that is there already stays, unless it gets another reason."""
    stay = not call.options.reason and all(each.line.state is to for each in chosen)
    keys = [(each.row_id, each.version) for each in chosen]
    state = None if stay and values else to
    book.write(case_edits.work_items, keys, state, call.today, values=values, reason=call.options.reason)


def _value(typed: str, call: Call) -> tuple[str, Any]:
    name, equals, value = typed.partition("=")
    if not equals:
        raise UserError(_("“{typed}” is not FIELD=VALUE.").format(typed=typed[:40]))
    return name.strip(), item_values.read(name.strip(), value, call.today)


def _chosen(lines: Sequence[ItemLine], item: str, repeat: str) -> ItemLine:
    """Return the line of ``item``; of several, the one that ``repeat`` numbers or describes."""
    found = [each for each in lines if each.line.item.id == item.strip().upper()]
    if not found:
        raise UserError(_("There is no item “{item}” in this case.").format(item=item[:40]), field="item")
    if repeat.isdecimal():
        found = found[int(repeat) - 1 : int(repeat)] if int(repeat) else []
    elif repeat:
        found = [each for each in found if fold(repeat) in fold(_label(each))]
    if len(found) != 1:
        raise UserError(
            _("{count} lines of this item fit.").format(count=len(found)),
            _("Say which one with --repeat 1, --repeat 2, … in the order of the checklist."),
            field="repeat",
        )
    return found[0]


def _label(each: ItemLine) -> str:
    return " ".join(each.line.repeat_label or ())
