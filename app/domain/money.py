"""Amounts of money: whole numbers of the currency's smallest unit, never rounded, never mixed.

Currencies, their digits and how amounts are written come from CLDR, by Babel.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache

from babel.numbers import format_currency, get_currency_precision, list_currencies

from app.errors import UserError
from app.i18n import Bilingual, _

_MOST = 10**14  # smallest units; more is a slip
_TYPED = re.compile(r"([A-Za-z]{3})?\s*(-?[\d.,' ]+)\s*([A-Za-z]{3})?")
_GROUPED = re.compile(r"-?\d{1,3}(?:[,' ]\d{2,3})+(?:\.\d+)?|-?\d+(?:\.\d+)?")
_LOCALES = {"en": "en", "zh": "zh_Hans_CN"}


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount: ``minor`` counts the smallest unit (cents, yen) of ``currency`` (ISO 4217)."""

    currency: str
    minor: int

    def __str__(self) -> str:
        """Return it as one types it: "INR 2900.00"."""
        return f"{self.currency} {self.decimal}"

    @property
    def decimal(self) -> Decimal:
        """The amount in the currency's main unit."""
        return Decimal(self.minor).scaleb(-digits(self.currency))


@cache
def currencies() -> frozenset[str]:
    """Return the codes of all currencies that are, or were, in use."""
    return frozenset(list_currencies())


@cache
def digits(currency: str) -> int:
    """Return how many digits of a currency stand after the point: 2 for most, 0 for yen, 3 for dinars."""
    return int(get_currency_precision(currency))


def of(amount: Decimal, currency: str) -> Money | None:
    """Return an amount given in the main unit; None where it is no whole number of the smallest one."""
    minor = amount.scaleb(digits(currency))
    return Money(currency, int(minor)) if minor == minor.to_integral_value() else None


def parse(typed: str, *, usual: str = "") -> Money:
    """Read "INR 2,900.50", "2900 inr", or a number alone in the ``usual`` currency.

    The point is the decimal sign; commas, spaces and apostrophes group digits. Raises ``UserError``.
    """
    text = unicodedata.normalize("NFKC", typed).strip()
    found = _TYPED.fullmatch(text)
    code = ((found[1] or found[3] or usual) if found else "").upper()
    if found is None or not found[2].strip():
        raise UserError(_("This is not an amount."), _("Type it like USD 140 or INR 2,900.50."))
    if not code:
        raise UserError(_("The currency is missing."), _("Type it like USD 140 or INR 2,900.50."))
    if code not in currencies() or (found[1] and found[3]):
        raise UserError(_("There is no currency {code}.").format(code=code), "USD, CNY, INR, EUR, SGD …")
    return _exact(_number(found[2].strip()), code)


def _number(text: str) -> Decimal:
    if not _GROUPED.fullmatch(text):
        raise UserError(
            _("It is not clear where the decimals begin."), _("Type a point before them: 2,900.50.")
        )
    try:
        return Decimal(re.sub(r"[,' ]", "", text))
    except InvalidOperation:
        raise UserError(_("This is not an amount.")) from None


def _exact(amount: Decimal, code: str) -> Money:
    money = of(amount, code)
    if money is None:
        text = _("{code} has {count} digits after the point.")
        raise UserError(text.format(code=code, count=digits(code)))
    if not 0 < money.minor <= _MOST:
        raise UserError(_("An amount is more than nothing, and less than a million million."))
    return money


def shown(money: Money, language: str) -> str:
    """Return an amount as it is read in a language ("en", "zh"): with its code, never a mere "$"."""
    pattern = "¤¤\u00a0#,##0.00;¤¤\u00a0-#,##0.00"
    locale = _LOCALES.get(language, "en")
    return str(format_currency(money.decimal, money.currency, pattern, locale=locale))


def both(money: Money) -> Bilingual:
    """Return an amount for print."""
    return Bilingual(shown(money, "en"), shown(money, "zh"))


def totals(amounts: Iterable[Money]) -> tuple[Money, ...]:
    """Return the sum of each currency by its code; what comes to nothing is left out."""
    sums: dict[str, int] = defaultdict(int)
    for each in amounts:
        sums[each.currency] += each.minor
    return tuple(Money(currency, minor) for currency, minor in sorted(sums.items()) if minor)


def negative(money: Money) -> Money:
    """Return the same amount taken away."""
    return Money(money.currency, -money.minor)
