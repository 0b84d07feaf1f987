"""The tables that are shipped beside the rule packs: temporary measures and more, each read once."""

from collections.abc import Callable, Mapping
from functools import cache

import resources
from app.domain import measures
from app.domain.cited import Row
from app.domain.measures import Measure
from app.domain.sources import Source
from app.services import packs

# How each kind of table is read, by what its head says it is.
READERS: Mapping[str, Callable[[str, str, Mapping[str, Source]], tuple[Row, ...]]] = {
    measures.KIND: measures.parse,
}


@cache
def all_measures() -> tuple[Measure, ...]:
    """Return every temporary measure shipped. Raises ``RulePackError`` naming file, row and key."""
    return measures.parse(resources.text("tables/measures.toml"), "measures.toml", packs.cited())
