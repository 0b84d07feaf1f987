"""The columns of the template: what each holds, and how its cells are read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from app.domain import fields
from app.domain.casefile import CaseFile
from app.domain.cases import Decision, Stage
from app.domain.choices import AddressKind, ContactKind, NameKind, NationalityKind
from app.domain.fields import Field, Kind, Labelled
from app.domain.importing import Subject
from app.domain.people import Address, Name, Nationality, Passport, Person
from app.i18n import N_


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``key`` names it, ``field`` says how its cells are read and how it is headed.

    ``part`` and ``which`` say to which part of a person it belongs ("names", the passport's one); a column
    that is ``read_only`` is understood and not written: others hold the same more exactly.
    """

    key: str
    field: Field
    part: str = ""
    which: Labelled | None = None
    read_only: bool = False

    @property
    def label(self) -> str:
        """The head in the template, a msgid."""
        return self.field.label


def _part(key: str, part: str, owner: type, which: Labelled | None = None, label: str = "") -> Column:
    """Return a column that holds one field of a part; the field is what ends its key."""
    name = next(name for name in fields.named(owner) if key == name or key.endswith(f"_{name}"))
    field = fields.named(owner)[name]
    return Column(key, replace(field, label=label or field.label), part, which)


# By the kind of name: what the keys begin with, and the heads of its two parts.
_NAMES = {
    NameKind.PASSPORT: ("", N_("Family name"), N_("Given names")),
    NameKind.NATIVE: ("native_", N_("Family name in own script"), N_("Given names in own script")),
    NameKind.CHINESE: ("chinese_", N_("Chinese family name"), N_("Chinese given name")),
    NameKind.FORMER: ("former_", N_("Former family name"), N_("Former given names")),
    NameKind.ALIAS: ("alias_", N_("Also known as: family name"), N_("Also known as: given names")),
}
_ORDERS = {
    NameKind.PASSPORT: N_("Order of the name"),
    NameKind.NATIVE: N_("Order of the name in own script"),
    NameKind.CHINESE: N_("Order of the Chinese name"),
}
_WHOLE = (
    ("name_family_last", NameKind.PASSPORT, N_("Whole name, family name last")),
    ("name_family_first", NameKind.PASSPORT, N_("Whole name, family name first")),
    ("native_whole", NameKind.NATIVE, N_("Whole name in own script")),
    ("chinese_whole", NameKind.CHINESE, N_("Whole Chinese name")),
)


def _names() -> list[Column]:
    found = []
    for which, (prefix, family, given) in _NAMES.items():
        found.append(_part(f"{prefix}family", "names", Name, which, family))
        found.append(_part(f"{prefix}given", "names", Name, which, given))
        if which in _ORDERS:
            found.append(_part(f"{prefix}order", "names", Name, which, _ORDERS[which]))
    for key, which, label in _WHOLE:
        field = Field(key, label, Kind.TEXT, limit=400)
        found.append(Column(key, field, "names", which, read_only=True))
    return found


def _nationalities() -> list[Column]:
    field = fields.named(Nationality)["country"]
    return [
        Column(key, replace(field, label=label), "nationalities", which)
        for key, which, label in (
            ("nationality", NationalityKind.CURRENT, N_("Nationality")),
            ("former_nationality", NationalityKind.FORMER, N_("Former nationality")),
        )
    ]


_PASSPORT = {"state": N_("State of the passport")}
_ADDRESS = {
    "lines": "", "city": N_("Home city"), "province": N_("Home province or state"),
    "postcode": "", "country": N_("Home country"),
}  # fmt: skip


def _passport() -> list[Column]:
    names = fields.named(Passport)
    return [_part(f"passport_{name}", "passports", Passport, None, _PASSPORT.get(name, "")) for name in names]


def _address() -> list[Column]:
    each = _ADDRESS.items()
    return [_part(f"address_{name}", "addresses", Address, AddressKind.HOME, label) for name, label in each]


def _contacts() -> list[Column]:
    reached = [
        Column(which.value, Field("value", which.label, Kind.TEXT, limit=320), "contacts", which)
        for which in ContactKind
    ]
    channel = Field("preferred", N_("Preferred channel"), Kind.CHOICE, ContactKind)
    language = Field("language", N_("Preferred language"), Kind.LANGUAGE)
    return [
        *reached,
        Column("preferred_channel", channel, "contacts"),
        Column("preferred_language", language, "contacts"),
    ]


def _persons() -> list[Column]:
    own = [Column(field.name, field) for field in fields.of(Person)]
    body, note = [one for one in own if one.key != "note"], [one for one in own if one.key == "note"]
    return [*_names(), *_nationalities(), *body, *_passport(), *_contacts(), *_address(), *note]


def _cases() -> list[Column]:
    own = [
        Field("client", N_("Client"), Kind.TEXT),
        Field("client_passport", N_("Client's passport number"), Kind.TEXT),
        Field("category", N_("Visa category"), Kind.TEXT),
        Field("post", N_("Post"), Kind.TEXT),
        Field("stage", N_("Stage"), Kind.CHOICE, Stage),
        Field("opened_on", N_("Opened on"), Kind.DAY),
        Field("owner", N_("Owner"), Kind.TEXT),
        Field("office", N_("Office"), Kind.TEXT),
        Field("decision", N_("Decision"), Kind.CHOICE, Decision),
        *fields.of(CaseFile),
        Field("note", N_("Note"), Kind.LINES, limit=5000),
    ]
    return [Column(field.name, field) for field in own]


@cache
def columns(subject: Subject) -> tuple[Column, ...]:
    """Return all columns that are understood, in the order of the template."""
    return tuple(_persons() if subject is Subject.PERSONS else _cases())


def written(subject: Subject) -> tuple[Column, ...]:
    """Return the columns of the template, and of a sheet that is to be taken in again."""
    return tuple(one for one in columns(subject) if not one.read_only)


@cache
def by_key(subject: Subject) -> Mapping[str, Column]:
    """Return the columns by key."""
    return {one.key: one for one in columns(subject)}


def needed(subject: Subject) -> Sequence[tuple[str, ...]]:
    """Return the keys without which no row can be taken in: of each group one is enough."""
    if subject is Subject.PERSONS:
        names = [one.key for one in columns(subject) if one.part == "names" and one.field.name != "order"]
        return (tuple(names),)
    return (("client", "client_passport"), ("category",), ("post",))
