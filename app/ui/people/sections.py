"""The sections of a person's record, in order, with the parts each shows."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.i18n import N_


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its title (a msgid) and the parts shown in it, each with its title and columns."""

    name: str
    title: str
    parts: Mapping[str, tuple[str, tuple[str, ...]]]


SECTIONS = (
    Section("identity", N_("Identity"), {}),
    Section(
        "names",
        N_("Names"),
        {
            "names": (N_("Names"), ("kind", "family", "given", "script")),
            "nationalities": (N_("Nationalities"), ("kind", "country", "since", "until")),
        },
    ),
    Section(
        "passports",
        N_("Passports"),
        {"passports": (N_("Passports"), ("number", "country", "expires_on", "state"))},
    ),
    Section(
        "contacts",
        N_("Addresses, contacts"),
        {
            "addresses": (N_("Addresses"), ("kind", "lines", "city", "country")),
            "contacts": (N_("Contacts"), ("kind", "value", "preferred", "language")),
        },
    ),
    Section(
        "education",
        N_("Education"),
        {"education": (N_("Education"), ("institution", "level", "major", "end"))},
    ),
    Section("employment", N_("Work"), {"employment": (N_("Work"), ("employer", "position", "start", "end"))}),
    Section(
        "relatives", N_("Family"), {"relatives": (N_("Family"), ("relative_id", "relation", "dependant"))}
    ),
    Section(
        "travel", N_("Travel"), {"travel": (N_("Travel and visas"), ("kind", "country", "start", "end"))}
    ),
    Section("declarations", N_("Section 8"), {}),
    Section(
        "consents",
        N_("Consents"),
        {"consents": (N_("Consents"), ("purpose", "given_on", "withdrawn_on", "how", "notice_version"))},
    ),
    Section("duplicates", N_("Same person?"), {}),
    Section("conflicts", N_("Conflicts"), {}),
    Section("cases", N_("Cases"), {}),
)
NAMES = [section.name for section in SECTIONS]
