"""``rules notes`` and ``rules diff``: what is known or wrongly told, and what differs between two packs."""

import json
from pathlib import Path
from typing import Any

from app.cli import files, output
from app.cli.arguments import Commands, command
from app.cli.call import Call
from app.domain import pack_diff, rulepack
from app.domain.knowledge import Note
from app.domain.pack_diff import ItemDifference
from app.domain.rulepack import RulePack
from app.domain.ruleset import ChangeKind
from app.i18n import N_, _, language
from app.services import packs, tables

_KINDS = {
    ChangeKind.ADDED: N_("added"),
    ChangeKind.REMOVED: N_("removed"),
    ChangeKind.CHANGED: N_("changed"),
    ChangeKind.RESOURCED: N_("re-sourced"),
}
_LONGEST = 90  # characters of a value on one line


def add(commands: Commands) -> None:
    """Declare the commands."""
    command(commands, "notes", list_notes, _("what is known or wrongly told about a visa"), json=True)
    made = command(commands, "diff", compare, _("what differs between two rule packs"), json=True)
    for name in ("old", "new"):
        made.add_argument(name, metavar=name.upper(), help=_("a file, or a shipped pack such as CN-K"))


def list_notes(call: Call) -> None:
    """List the knowledge notes with the label of each."""
    found = tables.notes()
    if call.as_json:
        output.say_json([_note(each) for each in found])
        return
    for each in found:
        keys = " ".join(f"[{citation.source}]" for citation in each.sources)
        output.say(f"{each.category} · {_(each.topic.label)} · {each.basis.value} {keys}")
        output.say(f"  {each.text.text(language())}")
        if each.answer:
            output.say(f"  → {each.answer.text(language())}")


def _note(each: Note) -> dict[str, Any]:
    return {
        "id": each.id,
        "category": each.category,
        "topic": each.topic.value,
        "text": output.languages(each.text),
        "answer": output.languages(each.answer) if each.answer else None,
        "basis": each.basis.value,
        "sources": [citation.source for citation in each.sources],
        "checked_on": each.checked_on.isoformat(),
    }


def compare(call: Call) -> None:
    """Say item by item what differs between two packs."""
    found = pack_diff.differences(_pack(call.options.old), _pack(call.options.new))
    if call.as_json:
        output.say_json([_difference(each) for each in found])
    elif found:
        output.say(*(line for each in found for line in _lines(each)))
    else:
        output.say(_("Nothing differs."))


def _pack(name: str) -> RulePack:
    for pack in packs.shipped():
        if pack.pack == name:
            return pack
    path = Path(name)
    return rulepack.parse(files.text(path), path.name, packs.cited())


def _difference(each: ItemDifference) -> dict[str, Any]:
    return {
        "kind": each.kind.value,
        "item": each.key,
        "title": output.languages(each.title),
        "fields": {field.name: {"old": field.old, "new": field.new} for field in each.fields},
    }


def _lines(each: ItemDifference) -> list[str]:
    head = f"{_(_KINDS[each.kind])}  {each.key}  {each.title.text(language())}"
    shown = [(field.name, _short(field.old), _short(field.new)) for field in each.fields]
    fields = [f"    {name}: {old} → {new}" for name, old, new in shown if old != new]
    return [output.literal(line) for line in (head, *fields)]


def _short(value: Any) -> str:
    text = _text(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _text(value: Any) -> str:
    match value:
        case None:
            return "–"
        case str():
            return value
        case [{"source": _unused, "locator": _also}, *_rest]:
            return "; ".join(f"[{each['source']}] {each['locator']}" for each in value)
        case {"en": english, "zh": chinese}:
            return f"{english} / {chinese}"
        case _:
            return json.dumps(value, ensure_ascii=False)
