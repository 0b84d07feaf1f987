"""What the visa of a case costs, as far as the fee table tells; never more than it does."""

from collections.abc import Mapping
from datetime import date

from app.domain import fees
from app.domain.fees import Fee, Part, Wanted
from app.domain.posts import Post, PostAnswer
from app.i18n import Bilingual, both, filled, joined
from app.services import tables
from db.models.case import CaseRow


def quote(row: CaseRow, post: Post, known: Mapping[str, object], today: date) -> tuple[Fee, ...]:
    """Return each part of the price on the planned day of filing, else on ``today``."""
    nationality = known.get("nationality", frozenset())
    wanted = Wanted(
        post=post.code,
        country=post.country,
        category=row.category,
        nationality=nationality if isinstance(nationality, frozenset) else frozenset(),
        entries=row.requested_entries,
        months=row.requested_validity_months,
        speed=row.speed,
    )
    on = max(row.planned_filing or today, today)
    return tuple(fees.fee_for(tables.prices(), tables.all_measures(), part, wanted, on) for part in Part)


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
