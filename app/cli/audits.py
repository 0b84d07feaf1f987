"""``audit``: the lists an owner looks through from time to time."""

from typing import Any

from app.cli import list_files, output
from app.cli.arguments import Commands, command
from app.cli.call import Call
from app.i18n import _, language
from app.services import audits
from app.services.audits import Audit, AuditLine


def add(commands: Commands) -> None:
    """Declare the command."""
    made = command(commands, "audit", show, _("what an owner looks for from time to time"), json=True)
    about = "; ".join(f"{audit.value}: {_(audit.label)}" for audit in Audit)
    made.add_argument("list", metavar="LIST", choices=[audit.value for audit in Audit], help=about)
    list_files.add(made)


def show(call: Call) -> None:
    """Show one list, or write it."""
    audit = Audit(call.options.list)
    with call.book() as book:
        found = book.read(audits.lines, audit, call.today)
        if list_files.is_wanted(call):
            list_files.write(call, book, f"audit-{audit.value}", _heads(), [_row(line) for line in found])
            return
    if call.as_json:
        output.say_json([_values(line) for line in found])
        return
    output.table(_heads(), [_row(line) for line in found])


def _heads() -> tuple[str, ...]:
    return (_("Case"), _("Client"), _("Stage"), _("Owner"), _("Paper"), _("Since"), _("Checked by"))


def _row(line: AuditLine) -> tuple[str, ...]:
    paper = line.paper.text(language()) if line.paper else ""
    since = line.since.isoformat() if line.since else ""
    return (line.number, line.client, _(line.stage.label), line.owner, paper, since, line.by)


def _values(line: AuditLine) -> dict[str, Any]:
    return {
        "case": line.number,
        "client": line.client,
        "stage": line.stage.value,
        "owner": line.owner,
        "paper": {"en": line.paper.en, "zh-CN": line.paper.zh} if line.paper else None,
        "since": line.since.isoformat() if line.since else None,
        "by": line.by,
    }
