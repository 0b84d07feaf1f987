"""The form as it was submitted: its values as canonical text, named by the text's SHA-256, never changed."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.filing.data_sheet import FormField, FormGroup, FormSection
from app.errors import UserError
from app.i18n import Bilingual, _

FORMAT = 1
SENSITIVE = 8  # the section whose values are named nowhere but in the form itself
Words = str | Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One value that is no longer as filed; of a sensitive section both values are left out."""

    section: int
    group: Words
    item: str
    label: Bilingual
    key: str
    filed: Words
    now: Words


def text_of(sections: Sequence[FormSection]) -> str:
    """Return the values of the form as canonical JSON: the same values give the same text."""
    value = {"format": FORMAT, "sections": [_section(section) for section in sections]}
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(text: str) -> str:
    """Return the SHA-256 of a canonical text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def sections_of(text: str, sha256: str) -> tuple[FormSection, ...]:
    """Return the form that was frozen. Raises ``UserError`` where the text is not the one that was named."""
    if digest(text) != sha256:
        raise UserError(
            _("This form is not as it was filed: its text was changed in the database."),
            _("Restore the casebook from a backup."),
        )
    return tuple(_read_section(each) for each in json.loads(text)["sections"])


def _section(section: FormSection) -> dict[str, Any]:
    groups = [
        {"title": _words(group.title), "fields": [_field(field) for field in group.fields]}
        for group in section.groups
    ]
    return {
        "number": section.number,
        "title": _words(section.title),
        "closed": section.is_closed,
        "groups": groups,
    }


def _field(field: FormField) -> dict[str, Any]:
    return {
        "item": field.item,
        "label": _words(field.label),
        "key": field.key,
        "value": _words(field.value),
    }


def _words(words: Words) -> Any:
    return list(words) if isinstance(words, Bilingual) else words


def _read(value: Any) -> Words:
    return Bilingual(*value) if isinstance(value, list) else str(value)


def _both(value: Any) -> Bilingual:
    read = _read(value)
    return read if isinstance(read, Bilingual) else Bilingual(read, read)


def _read_section(value: dict[str, Any]) -> FormSection:
    return FormSection(
        number=value["number"],
        title=_both(value["title"]),
        is_closed=value["closed"],
        groups=tuple(_read_group(each) for each in value["groups"]),
    )


def _read_group(value: dict[str, Any]) -> FormGroup:
    fields = tuple(
        FormField(item=each["item"], label=_both(each["label"]), key=each["key"], value=_read(each["value"]))
        for each in value["fields"]
    )
    return FormGroup(title=_read(value["title"]), fields=fields)


# Section, group, which of the groups of this name, item, label, which of the fields alike.
Place = tuple[int, str, int, str, str, int]


def differences(filed: Sequence[FormSection], now: Sequence[FormSection]) -> tuple[Difference, ...]:
    """Return every value that differs, in the order of the form; what came or went has one side empty.

    A section that is closed in either is not compared.
    """
    closed = {section.number for section in (*filed, *now) if section.is_closed}
    before, after = _placed(filed), _placed(now)
    found = []
    for place in dict.fromkeys((*before, *after)):
        old, new = before.get(place), after.get(place)
        values = [field.value if field else "" for _group, field in (old or _NONE, new or _NONE)]
        if values[0] != values[1] and place[0] not in closed:
            group, field = old or new or _NONE
            assert field is not None
            found.append(_difference(place[0], group, field, *values))
    return tuple(sorted(found, key=lambda each: each.section))


_NONE: tuple[Words, FormField | None] = ("", None)


def _difference(section: int, group: Words, field: FormField, filed: Words, now: Words) -> Difference:
    hidden = section == SENSITIVE
    return Difference(
        section=section,
        group=group,
        item=field.item,
        label=field.label,
        key=field.key,
        filed="" if hidden else filed,
        now="" if hidden else now,
    )


def _placed(sections: Sequence[FormSection]) -> dict[Place, tuple[Words, FormField]]:
    """Return every field by its place; several alike are told apart by their order."""
    return dict(_places(sections))


def _places(sections: Sequence[FormSection]) -> Iterator[tuple[Place, tuple[Words, FormField]]]:
    for section in sections:
        groups: dict[str, int] = {}
        for group in section.groups:
            title = str(group.title if isinstance(group.title, str) else group.title.en)
            which = groups[title] = groups.get(title, -1) + 1
            alike: dict[tuple[str, str], int] = {}
            for field in group.fields:
                name = (field.item, field.label.en)
                alike[name] = alike.get(name, -1) + 1
                yield (section.number, title, which, *name, alike[name]), (group.title, field)
