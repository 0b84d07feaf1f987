"""A list of the window on paper, as it was seen when the print was asked for."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.filing.list_sheet import Listed, ListSheet
from app.errors import UserError
from app.i18n import _
from app.services import filing, firm_blocks
from app.services.orders import Order
from db import trail
from db.models.operation import Operation

MOST_ROWS = 3000  # of one print
MOST_COLUMNS = 12  # more can't be read on a page


def gather(session: Session, order: Order, today: date) -> ListSheet:
    """Return the list of ``order``. Raises ``UserError`` where there is none, or it is too wide."""
    listed = order.listed
    if listed is None:
        raise UserError(
            _("Open the list that is to be printed, and print it there."),
            _("Without a window: kasebook case list -o FILE.pdf, or kasebook client list -o FILE.pdf."),
            field="listed",
        )
    if len(listed.heads) > MOST_COLUMNS:
        raise UserError(
            _("{count} columns don't fit on a page.").format(count=len(listed.heads)),
            _("Show at most {limit}, then print.").format(limit=MOST_COLUMNS),
        )
    rows = listed.rows[:MOST_ROWS]
    shown = rows if order.unmasked else tuple(_masked(row, listed) for row in rows)
    return ListSheet(
        firm=firm_blocks.block(session),
        day=today,
        data_as_of=_last(session, today),
        listed=replace(listed, rows=shown),
        found=len(listed.rows),
    )


def _masked(row: tuple[str, ...], listed: Listed) -> tuple[str, ...]:
    return tuple(filing.masked(text) if at in listed.identity else text for at, text in enumerate(row))


def _last(session: Session, today: date) -> datetime:
    """Return when the casebook was last changed; a print is no change."""
    query = select(Operation.at).where(Operation.undo != trail.FINAL).order_by(Operation.seq.desc())
    last = session.scalars(query.limit(1)).first()
    return last or datetime.combine(today, time(), UTC)
