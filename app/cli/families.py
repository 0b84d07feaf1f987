"""``case family``: which cases hang together, and what changed in the others."""

from typing import Any

from app.cli import cases as case_commands
from app.cli import output
from app.cli.arguments import Commands, command
from app.cli.call import Call
from app.domain.families import FamilyRole
from app.i18n import _
from app.services import cases, families
from app.services.families import Member


def add(commands: Commands) -> None:
    """Declare the command."""
    made = command(
        commands, "family", family, _("list the cases of a family, or link and unlink one"), json=True
    )
    made.add_argument("case", metavar="CASE")
    made.add_argument("--principal", metavar="CASE", help=_("let it hang on this case"))
    roles = ", ".join(role.value for role in FamilyRole)
    made.add_argument("--role", metavar="ROLE", default="child", help=roles)
    made.add_argument("--own-owner", action="store_true", help=_("keep its owner when linked"))
    made.add_argument("--own-quote", action="store_true", help=_("with a quote of its own"))
    made.add_argument("--unlink", action="store_true", help=_("take it off the principal's case"))
    made.add_argument("--seen", metavar="CASE", help=_("what changed in this one was looked at"))


def family(call: Call) -> None:
    """Change what the options say, then list the family."""
    options = call.options
    with call.book() as book:
        key = book.read(cases.numbered, options.case)
        if options.unlink:
            book.write(families.unlink, key)
        if options.principal:
            book.write(
                families.link,
                key,
                book.read(cases.numbered, options.principal),
                case_commands.choice(FamilyRole, options.role, "role"),
                shares_owner=not options.own_owner,
                shares_quote=not options.own_quote,
            )
        if options.seen:
            book.write(families.seen, key, book.read(cases.numbered, options.seen))
        found = book.read(families.members, key)
    if call.as_json:
        output.say_json([_told(each) for each in found])
        return
    heads = (_("Number"), _("Client"), _("Role"), _("Stage"), _("Changed"))
    output.table(heads, [_row(each) for each in found])


def _row(member: Member) -> tuple[str, ...]:
    role = _(member.role.label) if member.role else _("Principal")
    changed = "; ".join(f"{_(each.label)}: {each.before} → {each.after}" for each in member.flags)
    return member.number, member.client, role, _(member.stage.label), changed


def _told(member: Member) -> dict[str, Any]:
    return {
        "number": member.number,
        "client": member.client,
        "role": member.role.value if member.role else "principal",
        "stage": member.stage.value,
        "shares_owner": member.shares_owner,
        "shares_quote": member.shares_quote,
        "changed": [{"what": f.label, "before": f.before, "after": f.after} for f in member.flags],
    }
