"""``wording``: show, save, reset."""

from pathlib import Path

from app.cli import files, output
from app.cli.arguments import Commands, Parser, command, group
from app.cli.call import Call
from app.cli.cases import choice
from app.domain.wording import LANGUAGES, Paper
from app.i18n import _
from app.services import wordings


def add(commands: Commands) -> None:
    """Declare the commands."""
    parts = group(commands, "wording", _("the firm's text of agreement and authority letter"))
    _of_paper(command(parts, "show", show, _("show the text in force"), language=False))
    made = _of_paper(command(parts, "save", save, _("keep a text of the firm's own"), language=False))
    made.add_argument("file", metavar="FILE", type=Path, help=_("plain text; - is standard input"))
    _of_paper(command(parts, "reset", reset, _("go back to the supplied text"), language=False))


def _of_paper(made: Parser) -> Parser:
    made.add_argument("paper", metavar="PAPER", help=", ".join(paper.value for paper in Paper))
    made.add_argument("written", metavar="LANGUAGE", choices=LANGUAGES, help=", ".join(LANGUAGES))
    return made


def _paper(call: Call) -> Paper:
    return Paper(choice(Paper, call.options.paper, "paper"))


def show(call: Call) -> None:
    """Show the text in force."""
    with call.book() as book:
        held = book.read(wordings.of, _paper(call), call.options.written)
    output.say(*held.body.splitlines())


def save(call: Call) -> None:
    """Keep a text of the firm's own; an unknown placeholder is refused by its name."""
    options = call.options
    body = files.text(options.file)
    with call.book() as book:
        version = book.read(wordings.of, _paper(call), options.written).version
        book.write(wordings.save, _paper(call), options.written, version, body)
    output.say(_("Recorded."))


def reset(call: Call) -> None:
    """Go back to the supplied text."""
    with call.book() as book:
        book.write(wordings.reset, _paper(call), call.options.written)
    output.say(_("Recorded."))
