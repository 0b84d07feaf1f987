"""The tables shipped beside the rule packs, each read once: measures, routes, fees, photos, notes."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any

import resources
from app.domain import authentication, fees, knowledge, measures, photo_profiles, retention
from app.domain.authentication import CountryRoute
from app.domain.cited import Row
from app.domain.fees import FeeRow
from app.domain.knowledge import Note
from app.domain.measures import Measure
from app.domain.photo_profiles import PhotoProfile
from app.domain.retention import Custom
from app.domain.sources import Source
from app.i18n import N_
from app.services import packs

# How each kind of table is read, by what its head says it is.
READERS: Mapping[str, Callable[[str, str, Mapping[str, Source]], tuple[Row, ...]]] = {
    measures.KIND: measures.parse,
    authentication.KIND: authentication.parse,
    fees.KIND: fees.parse,
    photo_profiles.KIND: photo_profiles.parse,
    knowledge.KIND: knowledge.parse,
    retention.KIND: retention.parse,
}
TITLES: Mapping[str, str] = {
    measures.KIND: N_("Temporary measures"),
    authentication.KIND: N_("Authentication by country"),
    fees.KIND: N_("Visa fees"),
    photo_profiles.KIND: N_("Photo profiles"),
    knowledge.KIND: N_("Knowledge notes"),
    retention.KIND: N_("Keeping of files"),
}


@cache
def rows(kind: str) -> tuple[Any, ...]:
    """Return the rows of a kind of table. Raises ``RulePackError`` naming file, row and key."""
    file = f"{kind}.toml"
    return READERS[kind](resources.text(f"tables/{file}"), file, packs.cited())


def all_measures() -> tuple[Measure, ...]:
    """Return every temporary measure shipped."""
    return rows(measures.KIND)


def routes() -> tuple[CountryRoute, ...]:
    """Return how papers are authenticated, by country."""
    return rows(authentication.KIND)


def prices() -> tuple[FeeRow, ...]:
    """Return what is known of fees."""
    return rows(fees.KIND)


def photos() -> tuple[PhotoProfile, ...]:
    """Return the photo profiles."""
    return rows(photo_profiles.KIND)


def notes() -> tuple[Note, ...]:
    """Return the knowledge notes."""
    return rows(knowledge.KIND)


def customs(on: date) -> tuple[Custom, ...]:
    """Return how long files of closed cases are kept, as it holds on a day."""
    return retention.in_force(rows(retention.KIND), on)
