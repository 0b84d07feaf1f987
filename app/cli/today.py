"""``today``: what the first page shows, as lines or JSON."""

from typing import Any

from app.cli import output
from app.cli.arguments import Commands, command
from app.cli.call import Call
from app.domain.today import MEANS, Group
from app.i18n import _, both, language
from app.services import deputies, today, today_lines
from app.services.today import Asked
from app.services.today_lines import TodayLine


def add(commands: Commands) -> None:
    """Declare the command."""
    made = command(commands, "today", show, _("what the day asks: overdue, due, waiting, ready"), json=True)
    made.add_argument("--mine", action="store_true", help=_("only what is mine"))
    named = ", ".join(Group)
    about = _("only this group, all its lines: {groups}").format(groups=named)
    made.add_argument("--group", choices=[group.value for group in Group], metavar="GROUP", help=about)


def show(call: Call) -> None:
    """Say how many lines each group has, and the lines."""
    groups = [Group(call.options.group)] if call.options.group else list(Group)
    with call.book() as book:
        mine = book.read(deputies.mine, book.actor.id, call.today) if call.options.mine else None
        asked = Asked(call.today, mine)
        found = {group: book.read(today_lines.all_lines, group, asked) for group in groups}
        counts = {group: book.read(today.count, group, asked) for group in groups}
    if call.as_json:
        output.say_json({"date": call.today.isoformat(), "groups": _values(found, counts)})
        return
    for group, lines in found.items():
        output.say(f"{_(group.label)}: {counts[group]}")
        if lines:
            _say(lines)


def _values(found: dict[Group, list[TodayLine]], counts: dict[Group, int]) -> list[dict[str, Any]]:
    return [
        {
            "group": group.value,
            "title": output.languages(both(group.label)),
            "means": output.languages(both(MEANS[group])),
            "count": counts[group],
            "lines": [_value(line) for line in lines],
        }
        for group, lines in found.items()
    ]


def _value(line: TodayLine) -> dict[str, Any]:
    return {
        "case": line.number or None,
        "client": line.client or None,
        "what": output.languages(line.what),
        "date": line.day.isoformat() if line.day else None,
        "next": output.languages(both(line.next.label)),
        "owner": line.owner or None,
    }


def _say(lines: list[TodayLine]) -> None:
    heads = ("", _("Day"), _("Case"), _("Client"), _("What"), _("Next"), _("Owner"))
    rows = [
        (
            " ",
            line.day.isoformat() if line.day else "",
            line.number,
            line.client,
            line.what.text(language()),
            _(line.next.label),
            line.owner,
        )
        for line in lines
    ]
    output.table(heads, rows)
    output.say("")
