"""The command line: it parses, calls a service and prints. It knows no Qt."""

import os
import sys
from collections.abc import Sequence

from app import i18n
from app.cli import (
    arguments,
    audits,
    calendars,
    case_dates,
    case_people,
    casebooks,
    cases,
    changes,
    checklists,
    clients,
    closing,
    deadlines,
    demo,
    enquiries,
    facts,
    families,
    files,
    firms,
    forms,
    histories,
    importing,
    ledgers,
    linked,
    output,
    pathways,
    photos,
    printing,
    quotes,
    rules,
    screening,
    timelines,
    today,
    users,
    wordings,
    zones,
)
from app.cli.call import Call, Doors
from app.domain import backups
from app.errors import ReadOnly

__all__ = ["Doors", "main"]


def main(argv: Sequence[str], doors: Doors) -> int:
    """Do what ``argv`` says; return the exit code. Raises ``KasebookError`` for known trouble."""
    output.write_utf8()
    i18n.use(arguments.language(argv))
    try:
        options = _parser().parse_args(list(argv))
    except SystemExit as left:  # after --help or --version
        return int(left.code or 0)
    try:
        code: int | None = _run(Call(options, doors))
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        raise files.trouble(error) from error
    return code or 0


def _run(call: Call) -> int | None:
    """Do it; where a casebook does not open, say what helps."""
    try:
        code: int | None = call.options.run(call)
    except (ReadOnly, *backups.LOST) as error:
        path = call.option("casebook")
        raise casebooks.advised(error, path) if path else error from None
    return code


def _parser() -> arguments.Parser:
    parser = arguments.root()
    commands = parser.add_subparsers(title=i18n._("commands"), metavar="COMMAND", required=True)
    for module in (demo, casebooks, firms, users, histories, clients, enquiries, quotes, wordings, importing):
        module.add(commands)
    case_commands = arguments.group(commands, "case", i18n._("cases and their checklists"))
    cases.add(case_commands)
    changes.add(case_commands)
    facts.add(case_commands)
    checklists.add(case_commands)
    closing.add(case_commands)
    linked.add(case_commands)
    case_people.add(case_commands)
    case_people.add_absences(commands)
    forms.add(case_commands)
    timelines.add(case_commands)
    families.add(case_commands)
    case_dates.add(case_commands)
    ledgers.add(case_commands)
    case_dates.add_agenda(commands)
    for later in (today, audits, screening, pathways, printing, zones, photos, deadlines, calendars, rules):
        later.add(commands)
    return parser
