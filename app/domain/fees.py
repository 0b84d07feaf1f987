"""What a visa costs, as a dated table: consular fee and service fee by place, nationality, category, entries.

A blank stays blank: whoever asks is told that the fee is to be confirmed. Amounts are decimal numbers in the
currency of their row; nothing is rounded, and nothing is computed but the fee reduction while it holds.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import partial

from app.domain.casefile import Entries, Speed
from app.domain.cited import Row, read_cited, read_table
from app.domain.fields import Labelled
from app.domain.measures import Measure
from app.domain.pack_reader import Table
from app.domain.places import is_country
from app.domain.sources import Source
from app.i18n import N_, _

KIND = "fees"
REDUCTION = "fee-reduction"  # the measure by which fees are at 75 %
SHARE = Decimal("0.75")


class Part(Labelled):
    """Who takes the money."""

    CONSULAR = "consular", N_("Consular visa fee")
    SERVICE = "service", N_("Service fee of the visa centre")


class Reduction(Labelled):
    """How an amount stands to the fee reduction."""

    INCLUDED = "included", N_("Reduction included")
    BEFORE = "before", N_("Before the reduction")
    NONE = "none", N_("Not reduced")


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeRow(Row):
    """One price; what it does not name holds for all. ``amount`` is None where nobody published one."""

    part: Part
    currency: str = ""
    amount: Decimal | None = None
    country: str = ""  # where it is filed
    post: str = ""
    nationality: str = ""
    categories: tuple[str, ...] = ()
    entries: Entries | None = None
    months_from: int = 0  # the least validity asked for, in months
    speed: Speed | None = None
    reduction: Reduction = Reduction.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The visa that is priced; None and "" are not known."""

    post: str
    country: str
    category: str
    nationality: Collection[str] = ()
    entries: Entries | None = None
    months: int | None = None
    speed: Speed | None = None


@dataclass(frozen=True, slots=True)
class Fee:
    """One part of the price; ``amount`` None: to be confirmed.

    ``reduced_until`` is the last day of the fee reduction where the amount was brought to 75 % here.
    """

    part: Part
    amount: Decimal | None = None
    currency: str = ""
    reduced_until: date | None = None
    row: FeeRow | None = None


def parse(text: str, file: str, sources: Mapping[str, Source]) -> tuple[FeeRow, ...]:
    """Read the table (TOML). Raises ``RulePackError`` that names file, row and key."""
    return read_table(text, file, KIND, "fee", partial(read_row, sources=sources))


def read_row(table: Table, name: str, sources: Mapping[str, Source]) -> FeeRow:
    """Read one price. Raises ``RulePackError``."""
    return FeeRow(
        id=name,
        part=table.choice("part", Part),
        currency=table.text("currency", ""),
        amount=_amount(table),
        country=_country(table, "country"),
        post=table.text("post", ""),
        nationality=_country(table, "nationality"),
        categories=table.texts("categories"),
        entries=table.choice("entries", Entries) if table.has("entries") else None,
        months_from=table.number("months_from", 0),
        speed=table.choice("speed", Speed) if table.has("speed") else None,
        reduction=table.choice("reduction", Reduction, Reduction.NONE),
        **read_cited(table, sources),
    )


def _amount(table: Table) -> Decimal | None:
    text = table.text("amount", "")
    if not text:
        return None
    try:
        amount = Decimal(text)
    except InvalidOperation:
        raise table.error(_("must be a number written as text"), "amount") from None
    if not (amount.is_finite() and 0 <= amount < 1_000_000):
        raise table.error(_("must be a number written as text"), "amount")
    if amount and not table.has("currency"):
        raise table.error(_("is missing"), "currency")
    return amount


def _country(table: Table, key: str) -> str:
    code = table.text(key, "")
    if code and not is_country(code):
        raise table.error(_("must be a two-letter country code"), key)
    return code


def fee_for(rows: Iterable[FeeRow], measures: Iterable[Measure], part: Part, wanted: Wanted, on: date) -> Fee:
    """Return one part of the price on a day; blank where no row, or more than one price, may be meant.

    Of the rows that can be meant the one that names most counts. A row that asks for what is not known yet,
    such as the number of entries, leaves the price open. After a measure's last day an amount that includes
    the reduction is no longer known.
    """
    found = [row for row in rows if row.part is part and row.in_effect(on) and _may_fit(row, wanted)]
    if not found:
        return Fee(part)
    most = max(_exactness(row) for row in found)
    best = [row for row in found if _exactness(row) == most]
    if len({row.amount for row in best}) > 1 or not all(_fits(row, wanted) for row in best):
        return Fee(part)
    reduction = next((each for each in measures if each.id == REDUCTION and each.in_effect(on)), None)
    return _priced(best[0], reduction)


def _priced(row: FeeRow, reduction: Measure | None) -> Fee:
    if row.amount is None or (row.reduction is Reduction.INCLUDED and reduction is None):
        return Fee(row.part, row=row)
    if row.reduction is Reduction.BEFORE and reduction:
        return Fee(row.part, row.amount * SHARE, row.currency, reduction.effective_to, row)
    return Fee(row.part, row.amount, row.currency, row=row)


def _may_fit(row: FeeRow, wanted: Wanted) -> bool:
    """Whether the row may be meant, what is not known counted as fitting."""
    return (
        row.country in ("", wanted.country)
        and row.post in ("", wanted.post)
        and (not row.categories or wanted.category in row.categories)
        and (not row.nationality or not wanted.nationality or row.nationality in wanted.nationality)
        and (wanted.entries is None or row.entries in (None, wanted.entries))
        and (wanted.months is None or row.months_from <= wanted.months)
        and (wanted.speed is None or row.speed in (None, wanted.speed))
    )


def _fits(row: FeeRow, wanted: Wanted) -> bool:
    """Whether all that the row names is known."""
    return not (
        (row.nationality and not wanted.nationality)
        or (row.entries and wanted.entries is None)
        or (row.months_from and wanted.months is None)
        or (row.speed and wanted.speed is None)
    )


def _exactness(row: FeeRow) -> tuple[bool, bool, bool, bool, bool, int, bool]:
    return (
        bool(row.categories),
        bool(row.post),
        bool(row.country),
        bool(row.nationality),
        row.entries is not None,
        row.months_from,
        row.speed is not None,
    )
