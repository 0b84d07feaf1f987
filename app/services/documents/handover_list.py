"""The list of cases that go to a colleague."""

from datetime import UTC, date, datetime, time
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.filing.handover_list import HandoverLine, HandoverList
from app.errors import UserError
from app.i18n import _, both
from app.services import firm_blocks, firms, packs, workload
from app.services.orders import Order
from app.services.workload import WorkLine
from db.models.case import CaseRow


def gather(session: Session, order: Order, today: date) -> HandoverList:
    """Return the list of the cases ordered, else of all that ``order.owner_id`` has yet to work on.

    Raises ``UserError`` where neither is named, and for somebody who is nobody.
    """
    names = firms.names(session)
    for key, field in ((order.owner_id, "owner"), (order.successor_id, "to")):
        if key is not None and key not in names:
            raise UserError(_("Nobody in this casebook has that key."), field=field)
    keys = _keys(session, order)
    found = workload.lines(session, keys, today)
    givers = {line.owner for line in found} - {names.get(order.successor_id) if order.successor_id else None}
    return HandoverList(
        firm=firm_blocks.block(session),
        day=today,
        data_as_of=_changed(session, keys, today),
        gives=names[order.owner_id] if order.owner_id else "".join(givers) if len(givers) == 1 else "",
        takes=names[order.successor_id] if order.successor_id else "",
        lines=tuple(_line(line) for line in found),
    )


def _keys(session: Session, order: Order) -> list[UUID]:
    if order.cases:
        return list(order.cases)
    if order.owner_id is None:
        raise UserError(_("Say whose cases, or which."), field="owner")
    return workload.cases_of(session, [order.owner_id])


def _changed(session: Session, keys: list[UUID], today: date) -> datetime:
    last = session.scalar(select(func.max(CaseRow.content_changed_at)).where(CaseRow.id.in_(keys)))
    return last or datetime.combine(today, time(), UTC)


def _line(line: WorkLine) -> HandoverLine:
    return HandoverLine(
        case_number=line.number,
        client="  ".join(name for name in (line.client, line.native_name) if name),
        visa=line.category,
        post=packs.post(line.post).name,
        stage=both(line.stage.label),
        stage_since=line.stage_since,
        next_on=line.next_on,
        next_what=line.next_what,
        blocker=line.blocker,
        last_contact=line.last_contact,
        originals=line.originals,
    )
