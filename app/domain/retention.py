"""How long the file of a closed case is kept: dated customs by country, and the day that one suggests.

No custom is a promise: a person decides, and a day that nobody knows stays unknown.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from app.domain.cited import Row, read_cited, read_table
from app.domain.pack_reader import Table
from app.domain.periods import add_months
from app.domain.places import is_country
from app.domain.sources import Source
from app.i18n import Bilingual, _

KIND = "retention"


@dataclass(frozen=True, slots=True, kw_only=True)
class Custom(Row):
    """One custom: for offices in ``countries``, or () for those of which nothing is known.

    ``years`` count from the day of closing; None means that no period is known.
    """

    title: Bilingual
    text: Bilingual
    countries: frozenset[str] = frozenset()
    years: int | None = None

    def until(self, closed_on: date) -> date | None:
        """Return the day until which a file closed on ``closed_on`` is kept; None where it is not known."""
        return add_months(closed_on, 12 * self.years) if self.years else None


def parse(text: str, file: str, sources: Mapping[str, Source]) -> tuple[Custom, ...]:
    """Read the table (TOML). Raises ``RulePackError`` that names file, custom and key."""
    return read_table(text, file, KIND, "custom", partial(_custom, sources=sources))


def _custom(table: Table, name: str, sources: Mapping[str, Source]) -> Custom:
    countries = table.texts("countries")
    if not all(is_country(code) for code in countries):
        raise table.error(_("must be a two-letter country code"), "countries")
    return Custom(
        id=name,
        title=table.both("title"),
        text=table.both("text"),
        countries=frozenset(countries),
        years=table.number_or_none("years"),
        **read_cited(table, sources),
    )


def in_force(rows: Iterable[Custom], on: date) -> tuple[Custom, ...]:
    """Return the customs that hold on a day, in their order."""
    return tuple(row for row in rows if row.in_effect(on))


def suggested(rows: Iterable[Custom], country: str) -> Custom | None:
    """Return the custom of an office's country, else the one for offices of which nothing is known."""
    listed = tuple(rows)
    of_country = (row for row in listed if country in row.countries)
    return next(of_country, next((row for row in listed if not row.countries), None))
