"""What each limit is called, read without all else that it says: a list of days needs no more."""

import tomllib
from collections.abc import Mapping
from functools import cache

import resources
from app.i18n import Bilingual

SHIPPED = "rules/deadlines.toml"


@cache
def titles() -> Mapping[str, Bilingual]:
    """Return the titles of the limits as shipped, by their ids."""
    limits = tomllib.loads(resources.text(SHIPPED))["deadline"]
    return {limit["id"]: Bilingual(**limit["title"]) for limit in limits}
