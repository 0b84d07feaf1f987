"""The letter about what is missing: what the client still brings, does or answers."""

from datetime import date

from sqlalchemy.orm import Session

from app.domain import dates
from app.domain.checklist import Line
from app.domain.conditions import Answer
from app.domain.filing.letter import MissingLetter, MissingPaper
from app.domain.item_records import ItemState
from app.i18n import Bilingual, both, filled
from app.services import filing
from app.services.documents import checklists
from app.services.orders import Order

_STILL_TO_COME = (ItemState.NEEDED, ItemState.REQUESTED)


def gather(session: Session, order: Order, today: date) -> MissingLetter:
    """Return the letter of ``today``: papers given back, papers still to come, questions not answered."""
    gathered = filing.gather(session, order, today)
    mine = [line for line in gathered.lines if checklists.for_client(line)]
    sure = [line for line in mine if line.applies is Answer.YES]
    returned = [line for line in sure if line.state is ItemState.RETURNED]
    missing = [line for line in sure if line.state in _STILL_TO_COME]
    asked = [question for line in mine for question in checklists.questions_for_client(line)]
    due = checklists.earliest_due([*returned, *missing])
    return MissingLetter(
        head=gathered.head,
        name=filing.spoken_name(gathered.person),
        opening=_opening(due, is_done=not (returned or missing or asked)),
        written_on=today,
        returned=tuple(_paper(line) for line in returned),
        papers=tuple(_paper(line) for line in missing),
        questions=tuple(dict.fromkeys(asked)),
        due_on=due,
    )


def _opening(due: date | None, *, is_done: bool) -> Bilingual:
    if is_done:
        return both("Nothing is missing at the moment. Thank you.")
    if due is None:
        return both("For your visa application we still need the following from you.")
    text = both("For your visa application we still need the following from you, by {date} at the latest.")
    return filled(text, date=Bilingual(dates.shown(due, "en"), dates.shown(due, "zh")))


def _paper(line: Line) -> MissingPaper:
    item, record = line.item, line.record
    return MissingPaper(
        title=item.title,
        repeat=line.repeat_label,
        what_to_do=item.client,
        reason=record.state_reason if record.state is ItemState.RETURNED else "",
        due_on=record.due_on,
        originals=item.originals,
        copies=item.copies,
    )
