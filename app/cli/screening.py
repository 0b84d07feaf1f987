"""``screen``: what facts come to under the questions of a category, and confirming it for a case."""

from typing import Any

from app.cli import given, output
from app.cli.arguments import Commands, command
from app.cli.call import Call
from app.domain import screening_record
from app.domain.facts import REGISTRY
from app.domain.screening import Group, Reason, Result
from app.domain.screening_record import RecordedScreening
from app.errors import UserError
from app.i18n import _, language
from app.services import cases, screening
from app.services.screening import Screened
from app.services.trust import Casebook


def add(commands: Commands) -> None:
    """Declare the command."""
    made = command(
        commands, "screen", screen, _("screen facts: what is met, what is open, and what would change it"),
        json=True,
    )  # fmt: skip
    given.add_options(made)
    made.add_argument("--confirm", action="store_true", help=_("confirm the result, in your name"))
    made.add_argument("--note", metavar="TEXT", default="", help=_("a note to the confirmation"))


def screen(call: Call) -> None:
    """Screen a file of facts or a case; with --confirm, record that you stand for the case's result."""
    number = given.case_number(call)
    if number is None:
        if call.options.confirm:
            raise UserError(_("Only the screening of a case can be confirmed."), _("Name it: --case CASE"))
        facts = given.from_file(call)
        _say(call, screening.of_facts(facts.category, facts.facts), None)
        return
    with call.book() as book:
        found, record = _of_case(book, number, call)
    _say(call, found, record)


def _of_case(book: Casebook, number: str, call: Call) -> tuple[Screened, RecordedScreening | None]:
    case_id = book.read(cases.numbered, number)
    found = book.read(screening.of_case, case_id, call.today)
    if call.options.confirm:
        book.write(screening.confirm, case_id, found.digest, call.today, note=call.options.note)
    return found, book.read(screening.last_confirmed, case_id)


def _say(call: Call, found: Screened, record: RecordedScreening | None) -> None:
    if call.as_json:
        output.say_json(_values(found, record))
        return
    outcome = found.outcome
    output.say(_("Result: {result}").format(result=_(outcome.result.label)))
    limbs = ((Group.GRADUATE, outcome.graduate), (Group.STAFF, outcome.staff), (Group.COMMON, outcome.common))
    output.pairs([(_(group.label), _(result.label)) for group, result in limbs])
    for group in Group:
        output.say("", _(group.label))
        output.table(("", "", ""), [_row(reason) for reason in outcome.of(group)])
    output.say("", _standing(found, record), _("The visa office may ask for more, and decides."))


def _row(reason: Reason) -> tuple[str, str, str]:
    text = reason.why.text(language())
    if reason.change is not None and reason.result is not Result.MEETS:
        change = _("What would change it: {change}").format(change=reason.change.text(language()))
        text = f"{text} {change}"
    return reason.question.id, _(reason.result.label), text


def _standing(found: Screened, record: RecordedScreening | None) -> str:
    if record is None or record.at is None:
        return _("Confirmed by nobody yet.")
    said = _("Confirmed by {name} on {day}.").format(name=record.by, day=record.at.date().isoformat())
    if screening.is_confirmed(found, record):
        return said
    changed = _("What is known changed since: it was then “{result}”.").format(result=_(record.result.label))
    return f"{said} {changed}"


def _values(found: Screened, record: RecordedScreening | None) -> dict[str, Any]:
    outcome, questions = found.outcome, found.questionnaire
    return {
        "outcome": outcome.result.value,
        "limbs": {"graduate": outcome.graduate.value, "staff": outcome.staff.value},
        "common": outcome.common.value,
        "reasons": [_reason(each) for each in outcome.reasons],
        "missing": list(outcome.missing),
        "questions": {name: output.languages(REGISTRY[name].question) for name in outcome.missing},
        "pathways": list(outcome.pathways),
        "rules": {"id": questions.id, "version": questions.version, "sha256": questions.sha256},
        "confirmed": _confirmed(found, record) if record else None,
    }


def _reason(reason: Reason) -> dict[str, Any]:
    return {
        "question": reason.question.id,
        "ask": reason.question.ask.text(language()),
        "groups": [group.value for group in reason.question.groups],
        "result": reason.result.value,
        "text": reason.why.text(language()),
        "change": reason.change.text(language()) if reason.change else None,
        "say": reason.question.say.text(language()),
        "basis": reason.basis.value,
        "source": screening_record.cite(reason.sources),
        "checked_on": reason.question.checked_on.isoformat(),
        "missing": list(reason.missing),
        "items": list(reason.items),
    }


def _confirmed(found: Screened, record: RecordedScreening) -> dict[str, Any]:
    return {
        "outcome": record.result.value,
        "by": record.by,
        "at": record.at.isoformat() if record.at else None,
        "note": record.note,
        "rules": record.rules,
        "stands": screening.is_confirmed(found, record),
    }
