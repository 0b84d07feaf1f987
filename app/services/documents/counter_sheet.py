"""The counter sheet: the envelope as it goes over the counter."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import Session

from app.domain import facts
from app.domain.checklist import Line
from app.domain.conditions import Answer
from app.domain.filing.counter_sheet import CounterSheet, EnvelopeLine
from app.domain.item_records import ItemState
from app.domain.rulepack import ItemStage
from app.i18n import Bilingual, both
from app.services import filing, post_answers
from app.services.filing import Gathered
from app.services.orders import Order

# What the post told about itself that counts at its counter.
_TOLD = (
    "post.ready_status",
    "post.address",
    "post.hours",
    "post.closed_days",
    "post.walk_in",
    "post.payment",
)
# The form lies on top, then the papers in the order of the rules; what stays in our file is not in it.
_IN_ORDER = (ItemStage.FORM_FILLING, ItemStage.DOCUMENT_COLLECTION)


def gather(session: Session, order: Order, today: date) -> CounterSheet:
    """Return the counter sheet: all papers that go in, with their originals and copies."""
    gathered = filing.gather(session, order, today)
    row = gathered.row
    going = [line for line in gathered.lines if _goes_in(line)]
    going.sort(key=lambda line: _IN_ORDER.index(line.item.stage))
    return CounterSheet(
        head=gathered.head,
        envelope=tuple(_line(line) for line in going),
        application_number=row.application_number,
        fees=tuple(_fees(gathered)),
        appointment_on=row.appointment_on,
        planned_filing=row.planned_filing,
        speed=both(row.speed.label) if row.speed else None,
        told=tuple(_told(gathered)),
    )


def _told(gathered: Gathered) -> Iterator[tuple[Bilingual, Bilingual]]:
    names = (*_TOLD, "post.k_fee") if gathered.row.category == "K" else _TOLD
    for name in names:
        answer = gathered.post.answer(name, gathered.row.category)
        if answer:
            yield facts.named(name).label, post_answers.shown(answer)


def _fees(gathered: Gathered) -> Iterator[tuple[Bilingual, str]]:
    for fee in gathered.fees:
        if fee.amount is not None:
            yield both(fee.part.label), f"{fee.currency} {fee.amount:f}".strip()


def _goes_in(line: Line) -> bool:
    originals, copies = _counts(line)
    is_paper = line.item.stage in _IN_ORDER and originals + copies > 0
    return is_paper and line.applies is Answer.YES and line.state is not ItemState.WAIVED


def _counts(line: Line) -> tuple[int, int]:
    item, record = line.item, line.record
    originals = item.originals if record.originals is None else record.originals
    return originals, item.copies if record.copies is None else record.copies


def _line(line: Line) -> EnvelopeLine:
    originals, copies = _counts(line)
    return EnvelopeLine(
        title=line.item.title,
        repeat=line.repeat_label,
        originals=originals,
        copies=copies,
        is_checked=line.state is ItemState.ACCEPTED,
    )
