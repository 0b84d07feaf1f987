"""The columns of somebody's sheet beside what they mean here."""

from dataclasses import dataclass

from app.domain.fields import Kind
from app.domain.importing import Subject
from app.domain.importing.columns import by_key
from app.domain.importing.orders import ORDERS
from app.i18n import N_, _
from app.services.importing import Preview
from app.ui.widgets.section_model import RichColumn
from app.ui.widgets.table_model import Column

LOOKED_AT = 50  # rows in which an example is looked for


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column of the sheet: where it stands, its head, its first text, and the key of what it means."""

    at: int
    head: str
    example: str
    key: str
    label: str
    is_date: bool
    order: str
    is_asked: bool


def lines(ready: Preview) -> list[SheetColumn]:
    """Return the columns of a sheet in their order."""
    return [_line(ready, at) for at in range(len(ready.table.heads))]


def _line(ready: Preview, at: int) -> SheetColumn:
    key = ready.meaning.columns.get(at, "")
    column = by_key(ready.subject).get(key)
    return SheetColumn(
        at=at,
        head=ready.table.heads[at],
        example=next((row.cell(at) for row in ready.table.rows[:LOOKED_AT] if row.cell(at).strip()), ""),
        key=key,
        label=_(column.label) if column else "",
        is_date=bool(column and column.field.kind in (Kind.DAY, Kind.PARTIAL)),
        order=ready.meaning.orders.get(at, ""),
        is_asked=at in ready.asked,
    )


def meant(line: SheetColumn) -> str:
    """Return what a column means, as the list says it."""
    return line.label or _("Not taken in")


def order_said(line: SheetColumn) -> str:
    """Return the order of its dates, where it was said or must be."""
    if line.is_asked:
        return _("Day or month first?")
    return _(ORDERS[line.order]) if line.order and line.is_date else ""


COLUMNS: tuple[Column[SheetColumn], ...] = (
    RichColumn(
        "head",
        N_("In the file"),
        lambda line: line.head or _("(no head)"),
        second=lambda line: " ".join(line.example.split())[:80],
        second_tone=lambda line: "muted",
        accessible=lambda line: f"{line.head}, {meant(line)}",
    ),
    RichColumn(
        "means",
        N_("Means"),
        meant,
        width=176,
        first_tone=lambda line: "" if line.key else "muted",
        second=order_said,
        second_tone=lambda line: "warn" if line.is_asked else "muted",
    ),
)


def choices(subject: Subject) -> list[tuple[str, str]]:
    """Return what a column may mean, by key, with "" for nothing first."""
    return [("", _("Not taken in")), *((key, _(column.label)) for key, column in by_key(subject).items())]
