"""Cases of a sheet opened as one step, each with its number, its frozen rules and its checklist."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.domain import fields
from app.domain.casefile import CaseFile
from app.domain.cases import Stage
from app.domain.importing.duplicates import Choice
from app.errors import UserError
from app.i18n import N_, _
from app.services import cases, importing, records
from app.services.importing import Preview
from app.services.named_cases import NamedCase
from app.services.person_imports import Taken
from db import trail
from db.models.case import CaseRow

MOST = 2_000  # cases in one step: each has its checklist, and other windows wait meanwhile


@trail.operation("case:import", N_("Import cases"))
def accept(
    session: Session,
    ready: Preview,
    choices: Mapping[int, Choice],
    today: date,
) -> Taken:
    """Open the cases of a preview; what is there already by ``choices``, else it is left out.

    They freeze the rules of ``today``. Raises ``UserError`` where a column is missing, no row is good, or
    there are too many.
    """
    importing.refuse_unready(ready)
    chosen = {**ready.usual(), **choices}
    new = [one for one in ready.candidates if chosen.get(one.row, Choice.ADD) is Choice.ADD]
    if len(new) > MOST:
        message = _("{count} cases are too many for one step; {most} go at once.")
        raise UserError(message.format(count=f"{len(new):,}", most=f"{MOST:,}"), _("Divide the file."))
    keys = []
    for done, one in enumerate(new):
        trail.of(session).told(done, len(new))
        keys.append(_open(session, one.value, today))
    filled = _fill(session, ready, chosen)
    importing.remember(session, ready.subject, ready.table, ready.meaning)
    skipped = len(ready.candidates) - len(new) - filled
    trail.note(session, added=len(new), filled=filled, skipped=skipped, wrong=ready.wrong_rows)
    return Taken(len(new), filled, skipped, ready.wrong_rows, tuple(keys))


def _open(session: Session, named: NamedCase, today: date) -> UUID:
    """Open one case, and bring it to where the sheet says it stands."""
    case = named.case
    opened = cases.open_case(
        session,
        named.person_id,
        category=named.category,
        post=named.post,
        today=today,
        owner_id=named.owner_id,
        office_id=named.office_id,
    )
    row = records.find(session, CaseRow, opened.id)
    records.put(row, case.file)
    row.opened_on = case.opened_on or today
    row.stage = case.stage or Stage.ENQUIRY
    row.decision = case.decision
    if case.note:
        cases.add_note(session, opened.id, case.note)
    session.flush()
    return opened.id


def _fill(session: Session, ready: Preview, chosen: Mapping[int, Choice]) -> int:
    """Write into the empty fields of cases that are there; return how many cases."""
    numbers = {like.row: like.case_number for like in ready.likes if like.case_number}
    count = 0
    for one in ready.candidates:
        if chosen.get(one.row) is not Choice.FILL or one.row not in numbers:
            continue
        row = records.find(session, CaseRow, cases.numbered(session, numbers[one.row]))
        for name in fields.named(CaseFile):
            value = getattr(one.value.case.file, name)
            if value and not getattr(row, name):
                setattr(row, name, value)
        count += 1
    session.flush()
    return count
