"""What ``screen`` and ``pathways`` look at: a file of facts, or a case of the casebook."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.cli import files
from app.cli.arguments import Parser
from app.cli.call import Call
from app.domain import given_facts
from app.domain.pack_reader import load_toml
from app.errors import UserError
from app.i18n import _
from app.services import packs


@dataclass(frozen=True, slots=True)
class Given:
    """Facts with the category they are looked at for."""

    category: str
    facts: Mapping[str, object]


def add_options(made: Parser) -> None:
    """Declare where the facts come from."""
    about = _("TOML or JSON with facts by name, as “case facts” lists them; - is standard input")
    made.add_argument("file", metavar="FACTS", nargs="?", type=Path, help=about)
    made.add_argument("--case", metavar="CASE", help=_("number of a case, instead of a file"))


def case_number(call: Call) -> str | None:
    """Return the case's number, None where a file was given. Raises ``UserError`` for both or neither."""
    number: str | None = call.options.case
    if (number is None) == (call.options.file is None):
        raise UserError(_("Name a file of facts, or a case with --case."))
    return number


def from_file(call: Call) -> Given:
    """Read the file of facts. Raises ``UserError`` that names the fact."""
    path: Path = call.options.file
    values = dict(_table(files.text(path), path))
    category = values.pop("category", "K")
    if not isinstance(category, str):
        raise UserError(_("The category must be text."), field="category")
    known = given_facts.read(values)
    post = packs.post(str(known["post"])) if "post" in known else None
    return Given(category.upper(), given_facts.complete(known, post, call.today, category.upper()))


def _table(text: str, path: Path) -> Mapping[str, Any]:
    if path.suffix.lower() != ".json":
        return load_toml(text, path.name)
    try:
        values = json.loads(text)
    except ValueError as error:
        raise UserError(_("“{file}” is not valid JSON.").format(file=path.name)) from error
    if not isinstance(values, dict):
        raise UserError(_("“{file}” holds no facts.").format(file=path.name))
    return values
