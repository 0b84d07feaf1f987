"""A row as a person, and a person as a row."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from app.domain import checking, fields
from app.domain.choices import ContactKind, NameKind, NameOrder, PassportState
from app.domain.fields import Labelled
from app.domain.importing import Subject
from app.domain.importing.cell_values import text_of
from app.domain.importing.columns import Column, columns, written
from app.domain.people import PARTS, Contact, Part, Passport, Person
from app.domain.scripts import UNSPACED, main_script
from app.errors import UserError
from app.i18n import _

Values = Mapping[str, Any]
Problem = tuple[str, UserError]  # the key of a column, "" for the whole row, and what is wrong
_LONGER_FAMILIES = frozenset(
    re.findall(
        "..",
        "欧阳司马上官诸葛司徒东方皇甫尉迟公孙慕容令狐长孙宇文夏侯端木百里南宫独孤澹台轩辕"
        "歐陽司馬諸葛東方尉遲公孫長孫南宮獨孤澹臺軒轅",
    )
)


def person_of(values: Values, today: date) -> tuple[Person | None, list[Problem]]:
    """Return the person of a row, checked as one typed by hand; else None and all that is wrong."""
    own = {name: values[name] for name in fields.named(Person) if name in values}
    problems: list[Problem] = []
    whole = Person(**own)
    for name in own:
        try:
            whole = checking.fields_of(whole, today, only=name)
        except UserError as error:
            problems.append((name, error))
    parts: dict[str, list[Part]] = {}
    for part, made, keys in _parts(values, problems):
        try:
            parts.setdefault(part, []).append(checking.part(made, whole, today))
        except UserError as error:
            problems.append((keys.get(error.field, next(iter(keys.values()))), error))
    if not problems and "names" not in parts:
        problems.append(("", UserError(_("A person needs a name."))))
    if problems:
        return None, problems
    finished: dict[str, Any] = {name: tuple(made) for name, made in parts.items()}
    return Person(**{name: getattr(whole, name) for name in fields.named(Person)}, **finished), []


def _parts(values: Values, problems: list[Problem]) -> Iterator[tuple[str, Part, Mapping[str, str]]]:
    """Yield each part a row has cells of: which, the part, and the keys of its columns by field."""
    values = {**values, **dict(_split(values, problems))}
    yield from _contacts(values, problems)
    for (part, which), group in _groups().items():
        held = {column.field.name: values[column.key] for column in group if values.get(column.key)}
        if not held.keys() - {"order"}:
            continue
        keys = {column.field.name: column.key for column in group}
        yield part, _made(part, which, held), keys


def _made(part: str, which: Labelled | None, held: dict[str, Any]) -> Part:
    if part == "passports":
        return Passport(**{"state": PassportState.CURRENT, **held})
    if part == "names":
        held = {**held, "script": main_script(held.get("family", "") + held.get("given", ""))}
    return PARTS[part](kind=which, **held)  # type: ignore[call-arg]  # each part with a which has a kind


def _groups() -> dict[tuple[str, Labelled | None], list[Column]]:
    found: dict[tuple[str, Labelled | None], list[Column]] = {}
    for column in columns(Subject.PERSONS):
        if column.part and column.part != "contacts" and not column.read_only:
            found.setdefault((column.part, column.which), []).append(column)
    return found


def _contacts(values: Values, problems: list[Problem]) -> Iterator[tuple[str, Part, Mapping[str, str]]]:
    given = [kind for kind in ContactKind if values.get(kind.value)]
    wanted = values.get("preferred_channel")
    if wanted and wanted not in given:
        hint = _("Fill in the column of that channel too.")
        problems.append(("preferred_channel", UserError(_("The preferred channel is empty."), hint)))
    tongue = values.get("preferred_language", "")
    if tongue and not given:
        message = _("A preferred language needs a way to reach the person.")
        problems.append(("preferred_language", UserError(message)))
    spoken = wanted or next(iter(given), None)
    for kind in given:
        made = Contact(
            kind=kind,
            value=values[kind.value],
            preferred=kind is wanted,
            language=tongue if kind is spoken else "",
        )
        yield "contacts", made, {"value": kind.value}


def _split(values: Values, problems: list[Problem]) -> Iterator[tuple[str, Any]]:
    """Yield the parts of whole names; a name given in parts too is not split."""
    for column in columns(Subject.PERSONS):
        prefix = "" if column.which is NameKind.PASSPORT else f"{column.which}_"
        if not column.read_only or not values.get(column.key):
            continue
        if values.get(f"{prefix}family") or values.get(f"{prefix}given"):
            continue
        yield from _whole(values[column.key], column.key, prefix)


def _whole(text: str, key: str, prefix: str) -> Iterator[tuple[str, Any]]:
    family, given = split(text, key)
    yield f"{prefix}family", family
    yield f"{prefix}given", given
    if "·" in text and prefix == "chinese_":
        yield f"{prefix}order", NameOrder.GIVEN_FIRST


def split(text: str, key: str) -> tuple[str, str]:
    """Return family name and given names of a whole name, by its comma, its capitals, or its column.

    A name in another script whose parts nobody can tell apart stays whole, as given names.
    """
    text = " ".join(text.replace("，", ",").split())
    family, comma, given = text.partition(",")
    if comma:
        return family.strip(), given.strip()
    if main_script(text) in UNSPACED and " " not in text:
        return _split_chinese(text)
    if key in ("native_whole", "chinese_whole"):
        return "", text
    words = text.split()
    capitals = [word for word in words if word.isupper() and len(word) > 1]
    if 0 < len(capitals) < len(words):
        return " ".join(capitals), " ".join(word for word in words if word not in capitals)
    if len(words) == 1:
        return text, ""
    if key == "name_family_first":
        return words[0], " ".join(words[1:])
    return words[-1], " ".join(words[:-1])


def _split_chinese(text: str) -> tuple[str, str]:
    if "·" in text:  # a foreign name written by its sound: given names first
        given, _dot, family = text.rpartition("·")
        return family, given
    length = 2 if text[:2] in _LONGER_FAMILIES and len(text) > 2 else 1
    return text[:length], text[length:]


def texts_of(person: Person) -> dict[str, str]:
    """Return a person as the cells of the template's columns, by key."""
    found: dict[str, str] = {}
    for column in written(Subject.PERSONS):
        found[column.key] = text_of(column, _held(person, column))
    return found


def _held(person: Person, column: Column) -> Any:
    if not column.part:
        return getattr(person, column.field.name)
    if column.key in ("preferred_channel", "preferred_language"):
        return _preferred(person, column.key)
    part = part_of(person, column.part, column.which)
    return getattr(part, column.field.name) if part else None


def _preferred(person: Person, key: str) -> Any:
    chosen = [one for one in person.contacts if one.preferred]
    if key == "preferred_channel":
        return chosen[0].kind if chosen else None
    return next((one.language for one in (*chosen, *person.contacts) if one.language), "")


def part_of(person: Person, part: str, which: Labelled | None) -> Any:
    """Return the part that the template's columns show: the first of its kind, of passports the current."""
    held = getattr(person, part)
    if part == "passports":
        current = [
            one for one in held if one.state is not PassportState.LOST and one.state is not PassportState.OLD
        ]
        return next(iter((*current, *held)), None)
    return next((one for one in held if one.kind is which), None)


def holds_more(person: Person) -> bool:
    """Say whether a person has parts that the template has no columns for, such as a degree."""
    shown = {(part, which) for part, which in _groups()} | {("contacts", kind) for kind in ContactKind}
    count = sum(part_of(person, part, which) is not None for part, which in shown)
    return sum(len(getattr(person, name)) for name in PARTS) > count
