"""``print``: the documents of a case, and those of a day, as PDF files."""

import sys
from pathlib import Path
from uuid import UUID

from app.cli import batches, files, output
from app.cli.arguments import Commands, Parser, command, day
from app.cli.call import Call
from app.errors import UserError
from app.i18n import _
from app.services import cases, documents, lookup, people, printing
from app.services.documents import KINDS
from app.services.orders import PROFILES, Option, Order
from app.services.printing import Print
from app.services.trust import Casebook

_LANGUAGES = {"en": "en", "zh": "zh-CN", "both": "both"}


def add(commands: Commands) -> None:
    """Declare the command."""
    made = command(commands, "print", print_case, _("print a document as PDF"), json=True, language=False)
    made.add_argument("kind", metavar="KIND", choices=tuple(KINDS), help=", ".join(KINDS))
    about = _("number, such as KB-2026-0007; a day sheet or a handover list needs none")
    made.add_argument("case", metavar="CASE", nargs="?", default="", help=about)
    about = _("every open case, one file each, into the folder given by -o; a failure stops no other")
    made.add_argument("--all", action="store_true", help=about)
    about = _("file to write (- is standard output), or with --all the folder")
    made.add_argument("-o", "--output", metavar="FILE", type=Path, help=about)
    about = _("say it as plain text on standard output, to be sent as a message ({kinds})")
    told = ", ".join(name for name, kind in KINDS.items() if kind.message)
    made.add_argument("--text", action="store_true", help=about.format(kinds=told))
    made.add_argument("--paper", choices=("a4", "letter"), default="a4")
    about = _("print: tagged for every reader; archive: PDF/A-2b, checked as it is made")
    made.add_argument("--profile", choices=PROFILES, default="print", help=about)
    about = _("language of the document")
    made.add_argument("--language", dest="printed", choices=tuple(_LANGUAGES), default="both", help=about)
    _add_options(made)


def _add_options(made: Parser) -> None:
    """Add what may be chosen for some kinds, each with the kinds it means something for."""
    for option, about in (
        (Option.UNMASKED, _("with identity numbers in full")),
        (Option.SENSITIVE, _("with the answers to section 8")),
        (Option.GIVEN_BACK, _("for originals given back to the client")),
    ):
        name = option.replace("_", "-")
        made.add_argument(f"--{name}", action="store_true", help=f"{about} ({_kinds_with(option)})")
    for name, option, about, settings in (
        ("original", Option.ORIGINALS, _("only this one of those held"), {"action": "append", "default": []}),
        (
            "invoice",
            Option.INVOICE,
            _("of this number, else the newest"),
            {"metavar": "NUMBER", "default": ""},
        ),
        ("day", Option.DAY, _("of this day, else of today"), {"type": day, "metavar": "YYYY-MM-DD"}),
        ("owner", Option.OWNER, _("only the cases of this user"), {"metavar": "NAME"}),
        ("to", Option.SUCCESSOR, _("handed over to this user"), {"metavar": "NAME"}),
    ):
        made.add_argument(f"--{name}", help=f"{about} ({_kinds_with(option)})", **settings)
    about = _("as filed under this number")
    made.add_argument(
        "--filed", metavar="N", type=int, default=0, help=f"{about} ({_kinds_with(Option.FILED)})"
    )
    add_allow_missing(made)


def add_allow_missing(made: Parser) -> None:
    """Declare ``--allow-missing``."""
    about = _("print also what no font draws: as boxes, each with its code point")
    made.add_argument("--allow-missing", action="store_true", help=about)


def _kinds_with(option: Option) -> str:
    return ", ".join(name for name, kind in KINDS.items() if option in kind.options)


def print_case(call: Call) -> int:
    """Make the document, record that it was printed, and write the file; or those of all open cases.

    With ``--text`` say it instead.
    """
    options = call.options
    if options.text:
        return say_message(call)
    if options.output is None:
        raise UserError(_("Where to?"), _("Name a file: -o FILE, or -o - for standard output."))
    if options.all:
        return batches.print_all(call, lambda book, call, key: _made(book, _order(book, call, key), call))
    target = options.output if str(options.output) == "-" else files.target(options.output)
    with call.book() as book:
        made = _made(book, _order(book, call, _case(book, call)), call)
        book.write(printing.record, made.order, made.sha256)
    if str(options.output) == "-":
        sys.stdout.buffer.write(made.data)
        return 0
    printing.save(made, target)
    if call.as_json:
        output.say_json({"file": str(options.output), "sha256": made.sha256})
    else:
        output.say(_("Written: {file}").format(file=options.output))
    return 0


def say_message(call: Call) -> int:
    """Say a document as plain text, and record that it was."""
    if call.options.all:
        raise UserError(_("A message is about one case: name it."))
    with call.book() as book:
        order = _order(book, call, _case(book, call))
        told = book.read(printing.message, order, call.today)
        book.write(printing.record, order, printing.digest(told.encode()))
    output.say(*(output.literal(line) for line in told.splitlines()))
    return 0


def _case(book: Casebook, call: Call) -> UUID | None:
    return book.read(cases.numbered, call.options.case) if call.options.case else None


def _order(book: Casebook, call: Call, case_id: UUID | None) -> Order:
    """Return what the options ask for. Raises ``UserError`` for what means nothing for the document."""
    options = call.options
    return documents.checked(
        Order(
            case_id=case_id,
            kind=options.kind,
            language=_LANGUAGES[options.printed],
            paper=options.paper,
            profile=options.profile,
            unmasked=options.unmasked,
            sensitive=options.sensitive,
            given_back=options.given_back,
            originals=tuple(options.original),
            day=options.day,
            invoice=options.invoice,
            filed=options.filed,
            owner_id=book.read(lookup.user, options.owner, left=True) if options.owner else None,
            successor_id=book.read(lookup.user, options.to) if options.to else None,
        )
    )


def _made(book: Casebook, order: Order, call: Call) -> Print:
    """Return the finished print. Raises ``UserError`` naming what would be boxes, unless that is allowed."""
    if order.sensitive:
        book.write(people.open_declarations, book.read(cases.case, order.case).person_id)
    made = printing.made(order, book.read(printing.value, order, call.today))
    refuse_boxes(made, call)
    return made


def refuse_boxes(made: Print, call: Call) -> None:
    """Raise ``UserError`` naming what would be boxes in a print, unless that is allowed."""
    if made.problems and not call.options.allow_missing:
        message = _("Not everything can be drawn, so nothing was printed; --allow-missing prints it so.")
        raise UserError(message, " ".join(made.problems))
