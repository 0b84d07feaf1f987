"""An invoice or credit note as it was issued: its words and figures, kept as text and never changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from app.domain import money
from app.domain.money import Money
from app.domain.quotes import LineKind


@dataclass(frozen=True, slots=True, kw_only=True)
class BillLine:
    """One line; ``line_id`` is the key of the quote's line it was made from, as text."""

    line_id: str
    kind: LineKind
    text: str
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """All that an invoice says beside its number and day; ``payer_address`` may have several lines."""

    payer: str
    payer_address: str = ""
    client: str = ""
    lines: tuple[BillLine, ...] = ()
    reason: str = ""  # of a credit note
    firm: tuple[tuple[str, str], ...] = ()  # name, address … of the firm as they were, by their names

    @property
    def totals(self) -> tuple[Money, ...]:
        """The sum of each currency."""
        return money.totals(line.amount for line in self.lines)


def to_text(bill: Bill) -> str:
    """Return a bill as the text that is kept."""
    return json.dumps(asdict(bill), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_text(text: str) -> Bill:
    """Return the bill of a text that ``to_text`` made."""
    held = json.loads(text)
    lines = tuple(_line(each) for each in held["lines"])
    return Bill(**{**held, "lines": lines, "firm": tuple((name, text) for name, text in held["firm"])})


def _line(held: Mapping[str, Any]) -> BillLine:
    return BillLine(
        line_id=held["line_id"],
        kind=LineKind(held["kind"]),
        text=held["text"],
        amount=Money(**held["amount"]),
    )
