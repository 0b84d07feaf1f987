"""``case close`` and ``case reopen``."""

from typing import Any

from app.cli import output
from app.cli.arguments import Commands, command, day
from app.cli.call import Call
from app.cli.cases import choice
from app.domain import dates
from app.domain.cases import Decision, Outcome
from app.domain.closing import Closing
from app.domain.item_records import code_of
from app.domain.retention import Custom
from app.i18n import _, language
from app.services import cases, closing
from app.services.closing import Prepared

UNKNOWN = "unknown"


def add(commands: Commands) -> None:
    """Declare the commands."""
    made = command(commands, "close", close, _("close a case, or say what closing asks for"), json=True)
    made.add_argument("case", metavar="CASE")
    made.add_argument("--preview", action="store_true", help=_("say what it asks for, and change nothing"))
    outcomes = ", ".join(each.value for each in Decision)
    made.add_argument(
        "--outcome", metavar="OUTCOME", help=_("{choices}; else as recorded").format(choices=outcomes)
    )
    made.add_argument("--on", metavar="DATE", type=day, help=_("day of the outcome (else today)"))
    made.add_argument("--refusal-reason", metavar="TEXT", default="", help=_("else: not stated"))
    made.add_argument(
        "--returned", metavar="ITEM", nargs="*", help=_("originals given back; without ITEM all")
    )
    made.add_argument("--returned-to", metavar="NAME", default="", help=_("to whom (else the client)"))
    made.add_argument("--returned-on", metavar="DATE", type=day, help=_("when (else today)"))
    made.add_argument("--kept-because", metavar="TEXT", default="", help=_("why originals stay"))
    made.add_argument(
        "--keep-until",
        metavar="DATE",
        help=_("how long the file is kept, or “unknown” (else as suggested)"),
    )
    made = command(commands, "reopen", reopen, _("open a closed case again"), json=True)
    made.add_argument("case", metavar="CASE")
    made.add_argument("--reason", metavar="TEXT", required=True, help=_("why; the history keeps it"))


def close(call: Call) -> None:
    """Close a case; with ``--preview`` only say which originals are held and what is suggested."""
    options = call.options
    with call.book() as book:
        found = book.read(closing.prepared, book.read(cases.numbered, options.case), call.today)
        if options.preview:
            _say(call, found)
            return
        said, returned = _said(call, found), _returned(call, found)
        book.write(closing.close, found.id, found.version, said, returned, call.today)
    _done(call, found.number, said)


def reopen(call: Call) -> None:
    """Open a closed case again where it stood."""
    with call.book() as book:
        view = book.read(cases.case, book.read(cases.numbered, call.options.case))
        book.write(closing.reopen, view.id, view.version, call.options.reason, call.today)
        now = book.read(cases.case, view.id)
    if call.as_json:
        output.say_json({"number": now.number, "stage": now.stage.value})
    else:
        output.say(_("{number}: {stage}").format(number=now.number, stage=_(now.stage.label)))


def _returned(call: Call, found: Prepared) -> tuple[str, ...]:
    named = call.options.returned
    if named is None:
        return ()
    return tuple(named) or tuple(each.key for each in found.originals)


def _said(call: Call, found: Prepared) -> Closing:
    options = call.options
    until, rule = _keep(call, found)
    return Closing(
        outcome=_outcome(call) if options.outcome else None,
        returned_on=options.returned_on or call.today,
        returned_to=options.returned_to or found.client,
        kept_because=options.kept_because,
        keep_until=until,
        keep_rule=rule,
    )


def _outcome(call: Call) -> Outcome:
    options = call.options
    decision: Decision = choice(Decision, options.outcome, "outcome")
    is_unstated = decision is Decision.REFUSED and not options.refusal_reason
    return Outcome(
        decision=decision,
        decided_on=options.on or call.today,
        refusal_reason=options.refusal_reason,
        reason_stated=not is_unstated,
    )


def _keep(call: Call, found: Prepared) -> tuple[Any, str]:
    typed = call.options.keep_until
    if typed is None:
        until = found.until(call.today)
        return until, found.suggested.id if found.suggested and until else ""
    if typed == UNKNOWN:
        return None, ""
    return dates.full_day(typed, today=call.today)[0], ""


def _say(call: Call, found: Prepared) -> None:
    until = found.until(call.today)
    if call.as_json:
        output.say_json(
            {
                "number": found.number,
                "outcome": found.decision.value if found.decision else None,
                "originals": [
                    {"item": each.key, "title": output.languages(each.title), "where": each.where}
                    for each in found.originals
                ],
                "keep_until": until.isoformat() if until else None,
                "custom": _custom(found.suggested),
            }
        )
        return
    pairs = [(_("Outcome"), _(found.decision.label) if found.decision else _("not recorded"))]
    pairs += [
        (code_of(each.key), f"{each.title.text(language())} ({_(each.where)})") for each in found.originals
    ]
    pairs.append((_("File kept until"), until.isoformat() if until else _("not known")))
    if found.suggested:
        pairs.append((_("Custom of keeping"), found.suggested.text.text(language())))
    output.pairs(pairs)


def _custom(custom: Custom | None) -> dict[str, Any] | None:
    if custom is None:
        return None
    return {
        "id": custom.id,
        "text": output.languages(custom.text),
        "basis": custom.basis.value,
        "sources": [{"source": each.source, "locator": each.locator} for each in custom.sources],
        "checked_on": custom.checked_on.isoformat(),
    }


def _done(call: Call, number: str, said: Closing) -> None:
    until = said.keep_until.isoformat() if said.keep_until else None
    if call.as_json:
        output.say_json({"number": number, "stage": "closed", "keep_until": until})
    else:
        kept = _("The file is kept until {day}.").format(day=until)
        output.say(
            _("{number}: closed.").format(number=number),
            kept if until else _("Until when the file is kept is not known."),
        )
