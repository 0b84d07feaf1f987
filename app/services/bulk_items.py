"""One change of lines of checklists across cases: previewed line by line, applied and undone as one step."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain import checklist, item_records
from app.domain.fields import Field, Kind, Labelled
from app.domain.item_records import ItemState
from app.errors import UserError
from app.i18n import N_, Bilingual, _, language
from app.services import case_people, checklists, firms, frozen_rules, item_values, labels
from app.services.bulk_edits import PreviewLine, Wanted, refuse_too_many
from db import trail
from db.models.case import CaseRow, ItemRow
from db.models.person_row import PersonListing

_MARK = "item."  # tells these fields from those of a case
RESPONSIBLE, STATE = f"{_MARK}responsible", f"{_MARK}state"
FIELDS: Mapping[str, str] = {
    f"{_MARK}due_on": N_("Checklist lines: due on"),
    f"{_MARK}asked_on": N_("Checklist lines: asked on"),
    f"{_MARK}last_chased_on": N_("Checklist lines: last chased on"),
    RESPONSIBLE: N_("Checklist lines: responsible"),
    STATE: N_("Checklist lines: state"),
}


@dataclass(frozen=True, slots=True)
class Offered:
    """An item that stands on the checklists of cases, and in how many of them."""

    code: str
    title: Bilingual
    cases: int


def day_field(field: str) -> Field | None:
    """Return how a field is read that holds a day; None for one that is chosen."""
    found = item_values.FIELDS.get(_column(field)) if field in FIELDS else None
    return found if found and found.kind is Kind.DAY else None


def offered(session: Session, cases: Sequence[UUID]) -> tuple[Offered, ...]:
    """Return the items that apply, or may, in these cases, by their codes."""
    counts: dict[str, int] = {}
    titles: dict[str, Bilingual] = {}
    for batch in _batches(cases):
        query = (
            select(ItemRow.item, CaseRow.rule_set, func.count(ItemRow.case_id.distinct()))
            .join(CaseRow, CaseRow.id == ItemRow.case_id)
            .where(ItemRow.case_id.in_(batch), ItemRow.applied != "no")
            .group_by(ItemRow.item, CaseRow.rule_set)
        )
        for code, rules, count in session.execute(query):
            counts[code] = counts.get(code, 0) + count
            titles[code] = _title(session, rules, code)
    return tuple(Offered(code, titles[code], counts[code]) for code in sorted(counts))


def _batches(cases: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    for at in range(0, len(cases), labels.BATCH):
        yield cases[at : at + labels.BATCH]


def _title(session: Session, rules: str, code: str) -> Bilingual:
    item = frozen_rules.rules_of(session, rules).by_id.get(code)
    return item.title if item else Bilingual(code, code)


def preview(session: Session, keys: Sequence[UUID], wanted: Wanted, today: date) -> tuple[PreviewLine, ...]:
    """Return what ``wanted`` would do to its items in the cases ``keys``, in their order, line by line.

    Lines that don't apply are left out. Nothing is changed.
    """
    names = firms.names(session)
    found: dict[UUID, list[PreviewLine]] = {}
    for batch in _batches(keys):
        query = (
            select(ItemRow, CaseRow.number, CaseRow.rule_set, PersonListing.name)
            .join(CaseRow, CaseRow.id == ItemRow.case_id)
            .join(PersonListing, PersonListing.person_id == CaseRow.person_id)
            .where(ItemRow.case_id.in_(batch), ItemRow.item.in_(wanted.items), ItemRow.applied != "no")
            .order_by(ItemRow.item, ItemRow.repeat_key)
        )
        for row, number, rules, client in session.execute(query):
            title = item_records.titled(_title(session, rules, row.item), row).text(language())
            name = f"{row.item}  {number}  {client}: {title}"
            found.setdefault(row.case_id, []).append(_line(session, row, name, wanted, names))
    return tuple(line for key in keys for line in found.get(key, ()))


def _line(
    session: Session, row: ItemRow, name: str, wanted: Wanted, names: Mapping[UUID, str]
) -> PreviewLine:
    before = _said(_value(row, wanted.field), names)
    try:
        value = _checked(session, row, wanted)
    except UserError as error:
        return PreviewLine(row.id, row.version, name, before, before, str(error))
    return PreviewLine(row.id, row.version, name, before, _said(value, names))


def _column(field: str) -> str:
    return {RESPONSIBLE: "responsible_id"}.get(field, field.removeprefix(_MARK))


def _value(row: ItemRow, field: str) -> Any:
    return getattr(row, _column(field))


def _checked(session: Session, row: ItemRow, wanted: Wanted) -> Any:
    """Return the value a line would have. Raises ``UserError`` where it can't have it."""
    if wanted.value == _value(row, wanted.field):
        return wanted.value
    if wanted.field == STATE:
        return checklist.move(row.state, wanted.value, wanted.reason)
    if wanted.field == RESPONSIBLE and wanted.value is not None:
        return case_people.present(session, wanted.value, field=RESPONSIBLE).id
    return wanted.value


def _said(value: Any, names: Mapping[UUID, str]) -> str:
    if value is None:
        return ""
    if isinstance(value, UUID):
        return names.get(value, "")
    return _(value.label) if isinstance(value, Labelled) else str(value)


@trail.operation("case:item:bulk-edit", N_("Edit lines of several checklists"))
def apply(session: Session, lines: Sequence[PreviewLine], wanted: Wanted, today: date) -> int:
    """Change the lines that were previewed; return how many became others.

    Raises ``Conflict`` where one was changed since, and ``UserError`` where one can't be changed so: then
    none is.
    """
    refuse_too_many(lines)
    for line in lines:
        if wanted.field == STATE:
            to = ItemState(wanted.value)
            checklists.move_item(session, line.key, line.version, to, today, reason=wanted.reason)
            continue
        if wanted.field == RESPONSIBLE and wanted.value is not None:
            case_people.present(session, wanted.value, field=RESPONSIBLE)
        column = _column(wanted.field)
        checklists.set_item_field(session, line.key, line.version, column, wanted.value, today)
    return len(lines)
