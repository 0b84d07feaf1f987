"""``rules``: the packs that are shipped, checking a file of one's own, and what posts answered."""

from pathlib import Path
from typing import Any

from app.cli import answers, files, output
from app.cli.arguments import Commands, command, group
from app.cli.call import Call
from app.domain import posts, rulepack, sources
from app.domain.pack_reader import load_toml
from app.domain.rulepack import RulePack
from app.errors import UserError
from app.i18n import _
from app.services import packs


def add(commands: Commands) -> None:
    """Declare the commands."""
    made = group(commands, "rules", _("rule packs"))
    command(made, "list", list_packs, _("list the rule packs"), json=True)
    check = command(
        made,
        "check",
        check_files,
        _("read rule packs, posts or lists of sources, and say what is wrong"),
        json=True,
    )
    check.add_argument("files", metavar="FILE", nargs="+", type=Path)
    answers.add(made)


def list_packs(call: Call) -> None:
    """List the packs with how much is in each, and the day its oldest item was checked."""
    found = [_pack(pack) for pack in packs.shipped()]
    if call.as_json:
        output.say_json(found)
        return
    heads = (
        _("Pack"),
        _("Category"),
        _("Version"),
        _("Items"),
        _("Questions"),
        _("Deadlines"),
        _("Checked on"),
    )
    output.table(heads, [tuple(pack.values()) for pack in found])


def _pack(pack: RulePack) -> dict[str, Any]:
    checked = min((item.checked_on for item in pack.items), default=None)
    return {
        "id": pack.pack,
        "category": pack.category,
        "version": pack.version,
        "items": len(pack.items),
        "questions": 0,  # no pack holds questions or deadlines yet
        "deadlines": 0,
        "checked_on": checked.isoformat() if checked else None,
    }


def check_files(call: Call) -> None:
    """Read each file; the first problem is the error, after all files were looked at."""
    verdicts = [(path.name, _problem(path)) for path in call.options.files]
    if call.as_json:
        output.say_json(
            [{"file": name, "problem": str(error) if error else None} for name, error in verdicts]
        )
    else:
        output.say(*(f"{output.literal(name)}: {_('can be used')}" for name, error in verdicts if not error))
    errors = [error for _name, error in verdicts if error]
    if len(errors) > 1:
        more = _("{count} more files can't be used.").format(count=len(errors) - 1)
        raise UserError(errors[0].message, f"{errors[0].hint} {more}".strip())
    if errors:
        raise errors[0]


def _problem(path: Path) -> UserError | None:
    try:
        _read(files.text(path), path.name)
    except UserError as error:
        return error
    return None


def _read(text: str, name: str) -> None:
    """Read a post (it has a code), a list of sources (it holds nothing but tables) or a rule pack."""
    values = load_toml(text, name)
    if "code" in values:
        posts.parse(text, name, packs.cited())
    elif values and all(isinstance(value, dict) for value in values.values()):
        sources.parse(text, name)
    else:
        rulepack.parse(text, name, packs.cited())
