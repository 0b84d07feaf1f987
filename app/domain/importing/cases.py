"""A row as a case to be opened."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.domain import checking, fields
from app.domain.casefile import CaseFile
from app.domain.cases import Decision, Outcome, Stage
from app.domain.importing.persons import Problem, Values
from app.errors import UserError
from app.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCase:
    """A case as a row tells it; who and where are still words. ``stage`` None is an enquiry."""

    client: str = ""
    client_passport: str = ""
    category: str = ""
    post: str = ""
    stage: Stage | None = None
    opened_on: date | None = None
    owner: str = ""
    office: str = ""
    decision: Decision | None = None
    note: str = ""
    file: CaseFile = field(default_factory=CaseFile)


_OWN = (
    *("client", "client_passport", "category", "post", "stage"),
    *("opened_on", "owner", "office", "decision", "note"),
)
_NEEDED = ("category", "post")


def case_of(values: Values, today: date) -> tuple[NewCase | None, list[Problem]]:
    """Return the case of a row, checked as one typed by hand; else None and all that is wrong."""
    problems: list[Problem] = []
    file = CaseFile(**{name: values[name] for name in fields.named(CaseFile) if name in values})
    for name in fields.named(CaseFile):
        if name in values:
            try:
                file = checking.fields_of(file, today, only=name)
            except UserError as error:
                problems.append((name, error))
    problems += _missing(values)
    problems += _impossible(values, file, today)
    if problems:
        return None, problems
    own: dict[str, Any] = {name: values[name] for name in _OWN if name in values}
    return NewCase(**own, file=file), []


def _missing(values: Values) -> list[Problem]:
    message = _("This is needed.")
    found = [(key, UserError(message)) for key in _NEEDED if not values.get(key)]
    if not values.get("client") and not values.get("client_passport"):
        found.append(("client", UserError(message)))
    return found


def _impossible(values: Values, file: CaseFile, today: date) -> list[Problem]:
    found: list[Problem] = []
    opened = values.get("opened_on")
    if opened and opened > today:
        found.append(("opened_on", UserError(_("This can't lie in the future."))))
    decision = values.get("decision")
    if decision is None:
        return found
    if file.decided_on is None:
        return [*found, ("decided_on", UserError(_("A decision needs its day.")))]
    try:
        Outcome(
            decision=decision,
            decided_on=file.decided_on,
            refusal_reason=file.refusal_reason,
            reason_stated=not file.refusal_not_stated,
        ).checked(today)
    except UserError as error:
        found.append((error.field, error))
    return found
