"""What the visa of a case costs, as far as the fee table tells; never more than it does."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy.orm import Session

from app.domain import fees
from app.domain.fees import Fee, FeeRow, Part, Wanted
from app.domain.measures import Measure
from app.domain.posts import Post, PostAnswer
from app.domain.table_kinds import TableKind
from app.i18n import Bilingual, both, filled, joined
from app.services import firm_tables
from db.models.case import CaseRow


def quote(
    session: Session, row: CaseRow, post: Post, known: Mapping[str, object], today: date
) -> tuple[Fee, ...]:
    """Return each part of the price on the planned day of filing, else on ``today``."""
    on = priced_on(row, today)
    prices = firm_tables.standing(session, TableKind.FEES, on)
    return parts(prices, firm_tables.standing(session, TableKind.MEASURES, on), wanted(row, post, known), on)


def parts(prices: Sequence[FeeRow], measures: Sequence[Measure], asked: Wanted, on: date) -> tuple[Fee, ...]:
    """Return each part of a price on a day, by these tables."""
    return tuple(fees.fee_for(prices, measures, part, asked, on) for part in Part)


def priced_on(row: CaseRow, today: date) -> date:
    """Return the day whose prices count: the planned day of filing, and none that has passed."""
    return max(row.planned_filing or today, today)


def wanted(row: CaseRow, post: Post, known: Mapping[str, object]) -> Wanted:
    """Return the visa that a case asks for, as the fee table looks at it."""
    nationality = known.get("nationality", frozenset())
    return Wanted(
        post=post.code,
        country=post.country,
        category=row.category,
        nationality=nationality if isinstance(nationality, frozenset) else frozenset(),
        entries=row.requested_entries,
        months=row.requested_validity_months,
        speed=row.speed,
    )


def told(row: CaseRow, post: Post) -> PostAnswer | None:
    """Return what the post answered about the fee of K, which no table has; None for other visas."""
    return post.answer("post.k_fee", row.category) if row.category == "K" else None


def said(fee: Fee) -> Bilingual:
    """Return an amount for print: "INR 2900 [O3] (to be confirmed)", or only that it is to be confirmed."""
    unsettled = both("to be confirmed")
    if fee.amount is None or fee.row is None:
        return unsettled
    amount = f"{fee.currency} {fee.amount:f}".strip()
    cited = ", ".join(f"[{each.source}]" for each in fee.row.sources)
    reduced = (_reduced(fee.reduced_until),) if fee.reduced_until else ()
    known = joined(" ", (joined(Bilingual(", ", "\uff0c"), (amount, *reduced)), cited))
    return Bilingual(f"{known.en} ({unsettled.en})", f"{known.zh}\uff08{unsettled.zh}\uff09")


def _reduced(until: date) -> Bilingual:
    return filled(both("at 75 per cent, to {date}"), date=until.isoformat())
