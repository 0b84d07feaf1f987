"""``case facts`` and ``case set``: what is known for the rules, and fields of the case."""

from typing import Any

from app.cli import output
from app.cli.arguments import Commands, command
from app.cli.call import Call
from app.i18n import _, language
from app.services import case_edits, case_facts, cases
from app.services.case_facts import FactLine


def add(commands: Commands) -> None:
    """Declare the commands."""
    made = command(
        commands, "facts", list_facts, _("what is known for the rules, and what is not"), json=True
    )
    made.add_argument("case", metavar="CASE")
    made = command(commands, "set", set_values, _("set facts, and fields of the case"), json=True)
    made.add_argument("case", metavar="CASE")
    about = _("limb=graduate, funds=unknown, planned_filing=+3w, case.purpose=…")
    made.add_argument("values", metavar="FACT=VALUE", nargs="+", help=about)


def list_facts(call: Call) -> None:
    """List every fact of the registry with its value; an unknown one has none."""
    with call.book() as book:
        found = book.read(case_facts.lines, book.read(cases.numbered, call.options.case), call.today)
    if call.as_json:
        output.say_json([_fact(line) for line in found])
        return
    rows = [(line.fact.name, line.text or _("unknown"), line.fact.label.text(language())) for line in found]
    output.table((_("Fact"), _("Value"), ""), rows)


def _fact(line: FactLine) -> dict[str, Any]:
    return {
        "name": line.fact.name,
        "value": line.text or None,
        "shown": output.languages(line.shown) if line.shown else None,
        "kind": line.fact.kind.value,
        "origin": line.fact.origin.value,
        "from": _origin(line),
        "overruled": output.languages(line.overruled) if line.overruled else None,
        "question": output.languages(line.fact.question),
    }


def _origin(line: FactLine) -> dict[str, Any] | None:
    """Return where a value comes from: who set it, which part of a record, which facts, which answer."""
    if line.answer is not None:
        told = line.answer.told
        source = told.source if told else "; ".join(f"[{c.source}] {c.locator}" for c in line.answer.sources)
        return {"post": source, "on": line.answer.checked_on.isoformat()}
    origin = line.origin
    if origin is None:
        return None
    if origin.at is not None:
        return {"by": origin.by, "at": origin.at.isoformat()}
    return {"record": origin.record} if origin.record else {"facts": list(origin.stands_on)}


def set_values(call: Call) -> None:
    """Set facts and fields, all of them or none."""
    edits = [case_edits.read(typed, call.today) for typed in call.options.values]
    with call.book() as book:
        case_id = book.read(cases.numbered, call.options.case)
        book.write(case_edits.set_values, case_id, edits, call.today)
        view = book.read(cases.case, case_id)
    names = [edit.name for edit in edits]
    if call.as_json:
        progress = {"checked": view.checked, "counted": view.counted}
        output.say_json({"number": view.number, "set": names, "progress": progress})
    else:
        output.say(_("{number}: {names} set").format(number=view.number, names=", ".join(names)))
