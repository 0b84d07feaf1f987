"""``rules``: the packs that are shipped, checking a file of one's own, and what posts answered."""

from pathlib import Path
from typing import Any

import resources
from app.cli import answers, files, output, pack_files, rebasing, rule_tables
from app.cli.arguments import Commands, command, group
from app.cli.call import Call
from app.domain import (
    chinese_citations,
    deadline_rules,
    pathway_rules,
    posts,
    rulepack,
    screening_rules,
    sources,
)
from app.domain.expiry import Concern
from app.domain.pack_reader import RulePackError, load_toml
from app.domain.rulepack import Layer, RulePack
from app.errors import UserError
from app.i18n import _, language
from app.services import expiring, limits, packs, screening, tables

_FOLDERS = ("rules", "posts", "tables")


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
    command(
        made,
        "expiring",
        list_concerns,
        _("what has ended, ends soon, was checked too long ago or is not known"),
        json=True,
    )
    check.add_argument(
        "files", metavar="FILE", nargs="*", type=Path, help=_("without one, all that is shipped")
    )
    answers.add(made)
    rebasing.add(made)
    rule_tables.add(made)
    pack_files.add(made)


def list_packs(call: Call) -> None:
    """List the packs with how much is in each, and the day its oldest item was checked."""
    found = [*(_pack(pack) for pack in packs.shipped()), _limits()]
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
    asked = screening.questionnaires().get(pack.category)
    return {
        "id": pack.pack,
        "category": ", ".join(each for each in packs.categories() if pack.serves(each)),
        "version": pack.version,
        "items": len(pack.items),
        "questions": len(asked.questions) if asked and pack.layer is Layer.CATEGORY else 0,
        "deadlines": 0,  # they are a pack of their own, for every category
        "checked_on": checked.isoformat() if checked else None,
    }


def _limits() -> dict[str, Any]:
    pack = limits.shipped()
    return {
        "id": "CN-DEADLINES",
        "category": ", ".join(packs.categories()),
        "version": pack.version,
        "items": 0,
        "questions": 0,
        "deadlines": len(pack.rules),
        "checked_on": min(rule.checked_on for rule in pack.rules).isoformat(),
    }


def list_concerns(call: Call) -> None:
    """List what runs out, most urgent first: of what is shipped, or of a casebook where one is named."""
    if call.option("casebook"):
        with call.book() as book:
            found = book.read(expiring.in_use, call.today)
    else:
        found = expiring.concerns(call.today)
    if call.as_json:
        output.say_json([_concern(each) for each in found])
        return
    heads = (_("State"), _("Day"), _("Days left"), _("About"), _("What"), _("Rules"))
    output.table(heads, [_concern_cells(each) for each in found])


def _concern(each: Concern) -> dict[str, Any]:
    return {
        "state": each.state.value,
        "about": each.origin.value,
        "where": each.where,
        "title": output.languages(each.title),
        "ids": list(each.ids),
        "due": each.due.isoformat() if each.due else None,
        "days": each.days,
        "band": each.band,
        "checked_on": each.checked_on.isoformat() if each.checked_on else None,
    }


def _concern_cells(each: Concern) -> tuple[str, ...]:
    return (
        _(each.state.label),
        each.due.isoformat() if each.due else "",
        "" if each.days is None else str(each.days),
        f"{_(each.origin.label)} {each.where}",
        each.title.text(language()),
        str(len(each.ids)),
    )


def check_files(call: Call) -> None:
    """Read each file, or all that are shipped; after all were looked at, the first problem is the error."""
    verdicts = [(path.name, _problem(path)) for path in call.options.files or _shipped()]
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


def _shipped() -> list[Path]:
    """Return every file of rules, posts and tables that is shipped."""
    return [file for folder in _FOLDERS for file in sorted(resources.path(folder).glob("*.toml"))]


def _problem(path: Path) -> UserError | None:
    try:
        _read(files.text(path), path.name)
    except UserError as error:
        return error
    return None


def _read(text: str, name: str) -> None:
    """Read a table, a post (has a code), a screening, pathways, limits, sources (only tables) or a pack.

    The Chinese of what is cited has places.
    """
    values = load_toml(text, name)
    if "table" in values:
        _read_table(text, name, str(values["table"]))
    elif "code" in values:
        posts.parse(text, name, packs.cited())
    elif "screening" in values:
        screening_rules.parse(text, name, packs.cited())
    elif "comparison" in values:
        pathway_rules.parse(text, name, packs.cited())
    elif "deadline" in values:
        deadline_rules.parse(text, name, packs.cited())
    elif "places" in values:
        chinese_citations.parse(text, name)
    elif values and all(isinstance(value, dict) for value in values.values()):
        sources.parse(text, name)
    else:
        rulepack.parse(text, name, packs.cited())


def _read_table(text: str, name: str, kind: str) -> None:
    """Read a table. Raises ``UserError``, also for a kind that there is none of."""
    if kind not in tables.READERS:
        problem = _("must be one of {choices}").format(choices=", ".join(tables.READERS))
        raise RulePackError(problem, file=name, key="table")
    tables.READERS[kind](text, name, packs.cited())
