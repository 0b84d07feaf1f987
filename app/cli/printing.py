"""``print``: the documents of a case as PDF files."""

import sys
from pathlib import Path
from uuid import UUID

from app.cli import files, output
from app.cli.arguments import Commands, command
from app.cli.call import Call
from app.errors import UserError
from app.i18n import _
from app.services import cases, filing, people, printing
from app.services.printing import CHECKLIST, KINDS, Order, Print
from app.services.trust import Casebook

_LANGUAGES = {"en": "en", "zh": "zh-CN", "both": "both"}


def add(commands: Commands) -> None:
    """Declare the command."""
    made = command(
        commands, "print", print_case, _("print a document of a case as PDF"), json=True, language=False
    )
    made.add_argument("kind", metavar="KIND", choices=tuple(KINDS), help=", ".join(KINDS))
    made.add_argument("case", metavar="CASE", help=_("number, such as KB-2026-0007"))
    about = _("file to write; - is standard output")
    made.add_argument("-o", "--output", metavar="FILE", type=Path, required=True, help=about)
    made.add_argument("--paper", choices=("a4", "letter"), default="a4")
    about = _("print: tagged for every reader; archive: PDF/A-2b, checked as it is made")
    made.add_argument("--profile", choices=printing.PROFILES, default="print", help=about)
    about = _("language of the document")
    made.add_argument("--language", dest="printed", choices=tuple(_LANGUAGES), default="both", help=about)
    made.add_argument("--unmasked", action="store_true", help=_("with identity numbers in full (summary)"))
    made.add_argument("--sensitive", action="store_true", help=_("with the answers to section 8 (summary)"))


def print_case(call: Call) -> None:
    """Make the document, record that it was printed, and write the file."""
    options = call.options
    if options.kind == CHECKLIST and (options.unmasked or options.sensitive):
        raise UserError(_("A client's checklist shows no numbers in full and no answers to section 8."))
    target = options.output if str(options.output) == "-" else files.target(options.output)
    with call.book() as book:
        made = _made(book, book.read(cases.numbered, options.case), call)
        marks = {"unmasked": options.unmasked, "sensitive": options.sensitive}
        book.write(filing.record_print, made.order.case_id, options.kind, made.sha256, **marks)
    if str(options.output) == "-":
        sys.stdout.buffer.write(made.data)
        return
    printing.save(made, target)
    if call.as_json:
        output.say_json({"file": str(options.output), "sha256": made.sha256})
    else:
        output.say(_("Written: {file}").format(file=options.output))


def _made(book: Casebook, case_id: UUID, call: Call) -> Print:
    """Return the finished print. Raises ``UserError`` naming what would print wrong."""
    options = call.options
    order = Order(
        case_id=case_id,
        kind=options.kind,
        language=_LANGUAGES[options.printed],
        paper=options.paper,
        profile=options.profile,
        unmasked=options.unmasked,
        sensitive=options.sensitive,
    )
    if order.sensitive:
        book.write(people.open_declarations, book.read(cases.case, case_id).person_id)
    made = printing.made(order, book.read(printing.value, order, call.today))
    if made.problems:
        raise UserError(_("This would print wrong, so nothing was printed:"), "; ".join(made.problems))
    return made
