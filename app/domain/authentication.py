"""How a paper of a country is authenticated before it counts in mainland China, as a dated table.

The route goes by the day on which the paper is authenticated; where a country has just joined the
Convention, papers made before that need care. A country that is not in the table is asked about.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from app.domain.basis import Basis
from app.domain.cited import Row, read_cited, read_table
from app.domain.fields import Labelled
from app.domain.pack_reader import Table
from app.domain.places import is_country
from app.domain.sources import Source
from app.i18n import N_, Bilingual, _, both

KIND = "authentication"


class Route(Labelled):
    """The ways there are; the Chinese word for authentication alone would not tell them apart."""

    APOSTILLE = "apostille", N_("Apostille")
    CONSULAR = "consular_legalisation", N_("Consular legalisation")
    SPECIAL = "special_notarial_rules", N_("Special notarial rules")
    ASK = "ask", N_("Route not known: ask")


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryRoute(Row):
    """One country's route; ``id`` is its code. Papers made before ``papers_from`` need care."""

    route: Route
    note: Bilingual | None = None
    papers_from: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """The route of one paper. ``is_settled`` is False where only weak sources were read, or none."""

    route: Route
    is_settled: bool
    needs_care: bool = False
    row: CountryRoute | None = None

    @property
    def label(self) -> Bilingual:
        """The route in both languages, with what has to be confirmed first."""
        words = both(self.route.label)
        if self.needs_care and self.row and self.row.papers_from:
            care = both("for papers made from {date} on; older ones need care: ask")
            words = _with(words, care, self.row.papers_from.isoformat())
        elif not self.is_settled and self.route is not Route.ASK:
            words = _with(words, both("to be confirmed"))
        return words


def _with(words: Bilingual, aside: Bilingual, day: str = "") -> Bilingual:
    return Bilingual(
        f"{words.en} ({aside.en.format(date=day)})", f"{words.zh}（{aside.zh.format(date=day)}）"
    )


def parse(text: str, file: str, sources: Mapping[str, Source]) -> tuple[CountryRoute, ...]:
    """Read the table (TOML). Raises ``RulePackError`` that names file, country and key."""
    return read_table(text, file, KIND, "country", partial(read_row, sources=sources))


def read_row(table: Table, name: str, sources: Mapping[str, Source]) -> CountryRoute:
    """Read one country's route. Raises ``RulePackError``."""
    if not is_country(name):
        raise table.error(_("must be a two-letter country code"), "id")
    return CountryRoute(
        id=name,
        route=table.choice("route", Route),
        note=table.both_or_none("note"),
        papers_from=table.day_or_none("papers_from"),
        **read_cited(table, sources),
    )


def way(rows: Iterable[CountryRoute], country: str, on: date, issued_on: date | None = None) -> Way:
    """Return how a paper that ``country`` issued is authenticated on the day ``on``.

    ``issued_on`` is the day the paper was made; where it is not known, a paper may be an older one.
    """
    row = next((each for each in rows if each.id == country and each.in_effect(on)), None)
    if row is None:
        return Way(route=Route.ASK, is_settled=False)
    older = row.papers_from is not None and (issued_on is None or issued_on < row.papers_from)
    settled = row.basis is not Basis.UNVERIFIED and not older
    return Way(route=row.route, is_settled=settled, needs_care=older, row=row)
