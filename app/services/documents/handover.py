"""The receipt for originals that the office has in hand."""

from datetime import date

from sqlalchemy.orm import Session

from app.domain.checklist import Line
from app.domain.filing.handover import HandoverReceipt, Original
from app.domain.item_records import OriginalAt
from app.errors import UserError
from app.i18n import Bilingual, _, joined
from app.services import case_values, checklists, filing
from app.services.filing import Gathered
from app.services.orders import Order


def gather(session: Session, order: Order, today: date) -> HandoverReceipt:
    """Return the receipt for the originals recorded as in our office, or for those chosen of them.

    Raises ``UserError`` for a choice that is not held.
    """
    gathered = filing.gather(session, order, today)
    there = {key(line): line for line in gathered.found.lines if is_held(line)}
    for chosen in order.originals:
        if not any(_is(line, chosen) for line in there.values()):
            message = _("“{item}” is not recorded as an original in our office.")
            raise UserError(message.format(item=chosen[:60]), ", ".join(there), field="originals")
    wanted = order.originals or tuple(there)
    lines = [line for line in there.values() if any(_is(line, chosen) for chosen in wanted)]
    return HandoverReceipt(
        head=gathered.head,
        originals=tuple(_original(line, gathered) for line in lines),
        given_back=order.given_back,
    )


def held(session: Session, order: Order, today: date) -> tuple[tuple[str, Bilingual], ...]:
    """Return what may be chosen for a receipt: each original in our office by its key, with its title."""
    row = case_values.row(session, order.case)
    found = checklists.evaluated(session, row, today).lines
    return tuple((key(line), _told(line)) for line in found if is_held(line))


def is_held(line: Line) -> bool:
    """Whether the original of a line is recorded as in our office."""
    return line.record.original_at is OriginalAt.OFFICE


def key(line: Line) -> str:
    """Return what names a line in an order: the item's code, and which of its like after a slash."""
    return "/".join(filter(None, (line.item.id, line.repeat_key)))


def _is(line: Line, chosen: str) -> bool:
    """Whether a line is the one chosen: by its key, or all of an item by its code."""
    return chosen in (key(line), line.item.id)


def _told(line: Line) -> Bilingual:
    title, which = line.item.title, line.repeat_label
    return joined(" \u2013 ", (title, which)) if which else title


def _original(line: Line, gathered: Gathered) -> Original:
    record = line.record
    return Original(
        title=line.item.title,
        repeat=line.repeat_label,
        issuer=record.issuer,
        number=gathered.number(record.number),
        count=max(1, line.item.originals if record.originals is None else record.originals),
    )
