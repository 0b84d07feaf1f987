"""``rules diff``: two rule packs compared item by item, as shipped or from files."""

from pathlib import Path
from typing import Any

from app.cli import files, output
from app.cli.arguments import Commands, command
from app.cli.call import Call
from app.domain import rulepack, ruleset
from app.domain.rulepack import Item, RulePack
from app.domain.ruleset import Change, RuleSet
from app.errors import UserError
from app.i18n import _, language
from app.services import item_texts, packs


def add(commands: Commands) -> None:
    """Declare the command."""
    made = command(commands, "diff", diff, _("compare two rule packs item by item"), json=True)
    made.add_argument("old", metavar="A", help=_("a pack's file, or the name of one that is shipped"))
    made.add_argument("new", metavar="B")


def diff(call: Call) -> None:
    """Say what was added, removed, changed and re-sourced from A to B, as both stand on the day."""
    old, new = (_rules(name, call) for name in (call.options.old, call.options.new))
    found = ruleset.diff(old, new)
    if call.as_json:
        output.say_json([_change(each, old, new) for each in found])
        return
    for each in found:
        item = new.by_id.get(each.item_id) or old.by_id[each.item_id]
        output.say(f"{each.kind.value}  {each.item_id}  {output.literal(item.title.text(language()))}")
        output.say(*(f"    {output.literal(line)}" for line in _lines(each, old, new)))
    if not found:
        output.say(_("Both have the same items."))


def _rules(name: str, call: Call) -> RuleSet:
    return ruleset.compose([_pack(name)], call.today)


def _pack(name: str) -> RulePack:
    path = Path(name)
    if path.is_file():
        return rulepack.parse(files.text(path), path.name, packs.cited())
    for pack in packs.shipped():
        if pack.pack.casefold() == name.casefold():
            return pack
    known = ", ".join(pack.pack for pack in packs.shipped())
    raise UserError(_("There is no file and no pack “{name}”.").format(name=name[:60]), known)


def _lines(change: Change, old: RuleSet, new: RuleSet) -> list[str]:
    before, after = old.by_id.get(change.item_id), new.by_id.get(change.item_id)
    if before is None or after is None:
        return []
    found = item_texts.differences(before, after)
    return [f"{label}: {was or '—'} → {now or '—'}" for label, was, now in found]


def _change(change: Change, old: RuleSet, new: RuleSet) -> dict[str, Any]:
    return {
        "change": change.kind.value,
        "id": change.item_id,
        "fields": list(change.fields),
        "old": _values(old.by_id.get(change.item_id)),
        "new": _values(new.by_id.get(change.item_id)),
    }


def _values(item: Item | None) -> dict[str, Any] | None:
    return ruleset.item_values(item) if item else None
