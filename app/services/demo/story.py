"""The data of the demo, read from ``resources/samples/demo``, with its calendar dates moved to fit today."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import resources
from app.domain import facts, fields
from app.domain.casefile import CASE_PARTS, CaseFile
from app.domain.fields import Kind
from app.domain.people import PARTS, Person
from app.services import item_values

Table = Mapping[str, Any]
_CALENDAR = re.compile(r"(\d{4})((?:-\d\d){0,2})")


@dataclass(frozen=True, slots=True)
class Story:
    """Tables as they stand in the files; whole numbers in them are days from today."""

    firm: Table
    offices: Sequence[Table]
    users: Sequence[Table]
    absences: Sequence[Table]
    persons: Sequence[Table]
    cases: Sequence[Table]
    enquiries: Sequence[Table]
    groups: Mapping[str, Sequence[str]]


def read(today: date) -> Story:
    """Return the story as it stands on ``today``."""
    firm, persons, cases, calls = (_file(name) for name in ("firm", "persons", "cases", "enquiries"))
    years = whole_years(firm["written_on"], today)
    return Story(
        firm=firm["firm"],
        offices=firm["office"],
        users=firm["user"],
        absences=firm["absence"],
        persons=moved(persons["person"], years),
        cases=moved(cases["case"], years),
        enquiries=moved(calls["enquiry"], years),
        groups=cases["groups"],
    )


def firm_name() -> str:
    """Return what the demo's firm is called."""
    return str(_file("firm")["firm"]["name"])


def _file(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.text(f"samples/demo/{name}.toml"))


def whole_years(written: date, today: date) -> int:
    """Return the whole years from ``written`` to ``today``, rounded down: no date then lies in the future."""
    return today.year - written.year - ((today.month, today.day) < (written.month, written.day))


def moved(value: Any, years: int, name: str = "") -> Any:
    """Return ``value`` with every calendar date in a field of dates moved by ``years``."""
    if isinstance(value, dict):
        return {key: moved(each, years, key) for key, each in value.items()}
    if isinstance(value, list):
        return [moved(each, years, name) for each in value]
    found = _CALENDAR.fullmatch(value) if isinstance(value, str) and name in _DATES else None
    return f"{int(found[1]) + years}{found[2]}" if found else value


def _dates() -> frozenset[str]:
    kinds = (Person, CaseFile, *PARTS.values(), *CASE_PARTS.values())
    declared = [*(f for kind in kinds for f in fields.of(kind)), *item_values.FIELDS.values()]
    names = {field.name for field in declared if field.kind in (Kind.DAY, Kind.PARTIAL)}
    return frozenset(names | {f.name for f in facts.REGISTRY.values() if f.kind is facts.Kind.DATE})


_DATES = _dates()
