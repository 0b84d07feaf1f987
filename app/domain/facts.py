"""The registry of facts, and the facts known about one case: all that a rule can look at.

A fact is known only by having a value in the collected mapping; what is absent is unknown, and no rule
may take that for a "no".
"""

from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from types import MappingProxyType

from app.domain import case_facts, category_facts, person_facts, post_facts
from app.domain.casefile import CaseFile
from app.domain.fact_types import Fact, Kind, Origin, fits, parse_value, show, write_value
from app.domain.people import Person
from app.domain.posts import Post
from app.errors import UserError
from app.i18n import _

__all__ = [
    "REGISTRY", "Fact", "Kind", "Origin",
    "collect", "enterable", "fits", "named", "parse_value", "show", "write_value",
]  # fmt: skip

_ALL = (*person_facts.FACTS, *case_facts.FACTS, *category_facts.FACTS, *post_facts.FACTS)
REGISTRY: Mapping[str, Fact] = MappingProxyType({fact.name: fact for fact in _ALL})


def named(name: str) -> Fact:
    """Return the fact called ``name``. Raises ``UserError`` with the nearest name."""
    if name in REGISTRY:
        return REGISTRY[name]
    near = get_close_matches(name, REGISTRY, n=1)
    hint = _("Did you mean “{name}”?").format(name=near[0]) if near else ""
    raise UserError(_("There is no fact “{name}”.").format(name=name[:60]), hint, field=name[:60])


def enterable(name: str) -> Fact:
    """Return the fact called ``name`` if people may set it on a case. Raises ``UserError``."""
    fact = named(name)
    if fact.can_be_entered:
        return fact
    if fact.origin is Origin.POST:
        hint = _("Record it as an answer of the post.")
    else:
        hint = _("Change it in the record of the person or the case.")
    raise UserError(_("The fact “{name}” is not set on a case.").format(name=name), hint, field=name)


def collect(
    person: Person,
    case: CaseFile,
    entered: Mapping[str, object],
    post: Post,
    today: date,
    category: str = "",
) -> Mapping[str, object]:
    """Return every fact that is known, by name.

    ``entered`` holds parsed values of facts set on the case; what the person's record shows wins over them.
    ``category`` is the visa, since a post may answer for each differently.
    Age counts on the planned day of filing, on ``today`` while none is planned. Raises ``ValueError`` for
    an entered value that its fact can't have: a bug, since ``parse_value`` made it.
    """
    _check(entered)
    filing = case.planned_filing or today
    journey = max(filing, case.planned_entry or filing)
    told = person_facts.derive(person, filing, journey)
    of_case = {**case_facts.derive(case), **category_facts.derive(case)}
    known = {**entered, **told, **of_case, **post.facts(today, category)}
    return {**following(known, today, entered=entered), **known}


def _check(entered: Mapping[str, object]) -> None:
    for name, value in entered.items():
        fact = REGISTRY.get(name)
        if fact is None or not fact.can_be_entered or not fits(fact, value):
            raise ValueError(f"{name} can't have been entered as {type(value).__name__}")


def following(
    known: Mapping[str, object], today: date, *, entered: Mapping[str, object]
) -> dict[str, object]:
    """Return what follows from ``known`` facts, whoever told them; only ``entered`` lists count as whole."""
    filing = known.get("planned_filing")
    filing = filing if isinstance(filing, date) else today
    entry = known.get("planned_entry")
    journey = max(filing, entry) if isinstance(entry, date) else filing
    found: dict[str, object | None] = {
        **_of_nationality(known, entered),
        **person_facts.counted(known.get("birth_date"), known.get("passport.expires_on"), filing, journey),
        "degree.awarded": True if known.get("degree.level") in person_facts.DEGREE_LEVELS else None,
    }
    return {name: value for name, value in found.items() if value is not None}


def _of_nationality(known: Mapping[str, object], entered: Mapping[str, object]) -> dict[str, object]:
    found: dict[str, object] = {}
    held, former = known.get("nationality"), entered.get("former_nationalities")
    if isinstance(held, frozenset) and held:
        found["chinese_national"] = bool(held & person_facts.CHINA)
        if "applying_country" in known:
            found["applying_outside_nationality"] = known["applying_country"] not in held
    if isinstance(former, frozenset):
        found["former_chinese_national"] = bool(former & person_facts.CHINA)
    return found
