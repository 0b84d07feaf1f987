"""How commands are declared: one parser, the options that all of them share, errors of one line."""

import argparse
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn, TypeAlias

from app import __version__
from app.errors import UserError
from app.i18n import _


class Parser(argparse.ArgumentParser):
    """A parser that raises ``UserError`` where argparse would print its usage and leave."""

    def error(self, message: str) -> NoReturn:
        """Raise ``UserError`` with what is wrong, and where to read more."""
        raise UserError(f"{message}.", _("See: {command} --help").format(command=self.prog))


# What argparse returns from ``add_subparsers``; it has no public name for it.
Commands: TypeAlias = "argparse._SubParsersAction[Parser]"


def root() -> Parser:
    """Return the parser of ``kasebook`` itself, without its commands."""
    parser = Parser(
        prog="kasebook",
        description=_("The casebook of an immigration firm. Without a command, the window opens."),
        epilog=_("Exit codes: 0 done, 1 a bug, 2 something to put right, 3 trouble with the casebook."),
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"kasebook {__version__}")
    _add_common(parser)
    return parser


def _add_common(parser: argparse.ArgumentParser, *, language: bool = True) -> None:
    """Add the options that every command knows, before or after its name; none has a default here."""
    group = parser.add_argument_group(_("options of every command"))
    options: list[tuple[str, dict[str, Any]]] = [
        ("--casebook", {"metavar": "PATH", "type": Path, "help": _("the casebook's folder")}),
        (
            "--passphrase-file",
            {
                "metavar": "FILE",
                "type": Path,
                "help": _("file whose first line is the passphrase (else KASEBOOK_PASSPHRASE, else asked)"),
            },
        ),
        ("--user", {"metavar": "NAME", "help": _("who opens it (else the first user)")}),
        ("--today", {"metavar": "YYYY-MM-DD", "type": day, "help": _("take this day for today")}),
    ]
    if language:
        options.append(("--language", {"choices": ("en", "zh"), "help": _("language of what is said")}))
    for name, settings in options:
        group.add_argument(name, default=argparse.SUPPRESS, **settings)


def day(text: str) -> date:
    """Read the day of an option. Raises what argparse turns into its error."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("“{text}” is not a date like 2026-11-23").format(text=text)
        ) from None


def language(argv: Sequence[str]) -> str:
    """Return the language that ``argv`` asks for before the parser, which speaks it, is made."""
    known = {"en", "zh"}
    for word, following in zip(argv, [*argv, ""][1:], strict=True):
        if word in ("print", "--"):  # there --language means the document's
            break
        value = word.partition("=")[2] if word.startswith("--language=") else following
        if word.startswith("--language") and value in known:
            return value
    return "en"


def group(commands: Commands, name: str, about: str) -> Commands:
    """Add a command that has commands of its own, such as ``case``."""
    made = commands.add_parser(name, help=about, description=_sentence(about), allow_abbrev=False)
    _add_common(made)
    return made.add_subparsers(title=_("commands"), metavar="COMMAND", required=True)


def command(
    commands: Commands,
    name: str,
    run: Callable[[Any], int | None],
    about: str,
    *,
    json: bool = False,
    language: bool = True,
) -> Parser:
    """Add the command ``name`` that calls ``run``; with ``json`` it knows ``--json``."""
    made = commands.add_parser(name, help=about, description=_sentence(about), allow_abbrev=False)
    made.set_defaults(run=run)
    if json:
        made.add_argument("--json", action="store_true", help=_("say it as JSON"))
    _add_common(made, language=language)
    return made


def _sentence(about: str) -> str:
    return about[:1].upper() + about[1:] + "."
