"""The data sheet of a case: the values of the online visa form, as recorded now or as they were filed."""

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from app.domain.filing import frozen
from app.domain.filing.data_sheet import DataSheet, FormSection
from app.services import filing, form, snapshots
from app.services.orders import Order


def gather(session: Session, order: Order, today: date) -> DataSheet:
    """Return the data sheet as recorded now, or as filed under ``order.filed``.

    ``order.sensitive`` fills in section 8 with the answers the caller opened.
    """
    gathered = filing.gather(session, order, today)
    if order.filed:
        filed, found = snapshots.read(session, order.case, order.filed)
        shown = tuple(each if order.sensitive else _without_answers(each) for each in found)
        return DataSheet(head=gathered.head, sections=shown, filed=filed)
    return DataSheet(head=gathered.head, sections=form.sections(session, gathered, sensitive=order.sensitive))


def _without_answers(section: FormSection) -> FormSection:
    is_open = section.number != frozen.SENSITIVE
    return section if is_open else replace(section, groups=(), is_closed=True)
