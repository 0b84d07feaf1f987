"""Temporary measures of the authorities, such as a fee reduction: data that expire."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from app.domain.cited import Row, read_cited, read_table
from app.domain.pack_reader import Table
from app.domain.sources import Source
from app.i18n import Bilingual

KIND = "measures"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Row):
    """One measure with its last day. ``items`` are the checklist items whose rule leans on it."""

    title: Bilingual
    text: Bilingual
    items: frozenset[str] = frozenset()


def parse(text: str, file: str, sources: Mapping[str, Source]) -> tuple[Measure, ...]:
    """Read the measures (TOML). Raises ``RulePackError`` that names file, measure and key."""
    return read_table(text, file, KIND, "measure", partial(read_row, sources=sources))


def read_row(table: Table, name: str, sources: Mapping[str, Source]) -> Measure:
    """Read one measure. Raises ``RulePackError``."""
    return Measure(
        id=name,
        title=table.both("title"),
        text=table.both("text"),
        items=frozenset(table.texts("items")),
        **read_cited(table, sources),
    )
