"""The fields that a search may name: what each is called, what it holds, and which values it offers."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain import choices
from app.domain.cases import Decision, Stage
from app.domain.fields import Labelled
from app.domain.item_records import ItemState
from app.i18n import N_, _

NONE, ANY = "none", "any"  # values of every field: nothing there, something there


class Holds(StrEnum):
    """What a field holds, and so how the values typed for it are read."""

    WORDS = "words"
    CHOICE = "choice"
    COMING = "coming"  # a day that lies ahead: “<90d” means sooner than in 90 days
    PAST = "past"  # a day that lies behind: “<90d” means less than 90 days ago
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Offered:
    """One value that may be typed; ``label`` is shown beside it, ``also`` are other names for it."""

    value: str
    label: str = ""
    also: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All that the value is called."""
        return tuple(name for name in (self.value, self.label, *self.also) if name)


@dataclass(frozen=True, slots=True)
class QueryField:
    """One field; ``label`` is a msgid, ``offered`` the values of a choice. ``also`` are other names."""

    name: str
    label: str
    holds: Holds
    offered: tuple[Offered, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All that the field is called, in English and in the language at work."""
        return (self.name, _(self.label), *self.also)


def plain(text: str) -> str:
    """Return ``text`` as names are compared: without case, width, spaces, hyphens and underscores."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in folded if character.isalnum())


def of_choices(kind: type[Labelled]) -> tuple[Offered, ...]:
    """Return the members of an enumeration as values."""
    return tuple(Offered(member.value, _(member.label), (member.label,)) for member in kind)


def yes_or_no() -> tuple[Offered, ...]:
    """Return the two values of a field that is so or not."""
    return (Offered("yes", _("Yes"), ("true", "是")), Offered("no", _("No"), ("false", "否")))


def with_offers(
    fields: Sequence[QueryField], offered: Mapping[str, Sequence[Offered]]
) -> tuple[QueryField, ...]:
    """Return ``fields``, those in ``offered`` with its values in place of their own."""
    return tuple(
        replace(each, offered=tuple(offered[each.name])) if each.name in offered else each for each in fields
    )


def case_fields() -> tuple[QueryField, ...]:
    """Return the fields of a case; posts, categories, users and offices are the caller's to offer."""
    return (
        QueryField("stage", N_("Stage"), Holds.CHOICE, of_choices(Stage)),
        QueryField("owner", N_("Owner"), Holds.CHOICE, also=("responsible",)),
        QueryField("reviewer", N_("Reviewer"), Holds.CHOICE),
        QueryField("post", N_("Post"), Holds.CHOICE),
        QueryField("category", N_("Category"), Holds.CHOICE, also=("visa",)),
        QueryField("office", N_("Office"), Holds.CHOICE),
        QueryField("label", N_("Label"), Holds.CHOICE, also=("tag", "labels")),
        QueryField("client", N_("Client"), Holds.WORDS, also=("name", "person")),
        QueryField("number", N_("Case number"), Holds.WORDS, also=("case",)),
        QueryField("application", N_("Application number"), Holds.WORDS),
        *_case_days(),
        QueryField("state", N_("A paper is"), Holds.CHOICE, of_choices(ItemState)),
        QueryField("item", N_("Checklist line"), Holds.WORDS),
        QueryField("progress", N_("Papers checked, per cent"), Holds.NUMBER),
        QueryField("decision", N_("Decision"), Holds.CHOICE, of_choices(Decision)),
        QueryField("nationality", N_("Nationality"), Holds.CHOICE),
        QueryField("open", N_("Work goes on"), Holds.CHOICE, yes_or_no()),
        QueryField("hold", N_("On hold"), Holds.CHOICE, yes_or_no(), also=("paused",)),
        QueryField("archived", N_("Archived"), Holds.CHOICE, yes_or_no()),
    )


def _case_days() -> tuple[QueryField, ...]:
    return (
        QueryField("due", N_("Next deadline"), Holds.COMING, also=("deadline", "next")),
        QueryField("filing", N_("Planned filing"), Holds.COMING),
        QueryField("entry", N_("Planned entry"), Holds.COMING),
        QueryField("appointment", N_("Appointment"), Holds.COMING),
        QueryField("supplement", N_("Supplement due"), Holds.COMING),
        QueryField("expires", N_("Passport or paper expires"), Holds.COMING, also=("expiry",)),
        QueryField("opened", N_("Opened"), Holds.PAST),
        QueryField("since", N_("At this stage since"), Holds.PAST, also=("age",)),
        QueryField("changed", N_("Last change"), Holds.PAST, also=("updated",)),
        QueryField("decided", N_("Decided on"), Holds.PAST),
        QueryField("retention", N_("File kept until"), Holds.COMING, also=("kept", "keep")),
    )


def person_fields() -> tuple[QueryField, ...]:
    """Return the fields of a person; countries and languages are the caller's to offer."""
    return (
        QueryField("name", N_("Name"), Holds.WORDS),
        QueryField("passport", N_("Passport"), Holds.WORDS),
        QueryField("nationality", N_("Nationality"), Holds.CHOICE, also=("country",)),
        QueryField("label", N_("Label"), Holds.CHOICE, also=("tag", "labels")),
        QueryField("birth", N_("Date of birth"), Holds.PAST, also=("born",)),
        QueryField("expires", N_("Passport expires"), Holds.COMING, also=("expiry",)),
        QueryField("created", N_("Recorded"), Holds.PAST, also=("added",)),
        QueryField("consent", N_("Consent"), Holds.CHOICE, of_choices(choices.Purpose)),
        QueryField("language", N_("Language"), Holds.CHOICE),
        QueryField("has", N_("Has"), Holds.CHOICE, _what_persons_have()),
        QueryField("archived", N_("Archived"), Holds.CHOICE, yes_or_no()),
    )


def _what_persons_have() -> tuple[Offered, ...]:
    return (
        Offered("cases", _("Cases")),
        Offered("open", _("Open cases")),
        Offered("passport", _("Passport")),
        Offered("relatives", _("Relatives")),
        Offered("contact", _("Contact")),
    )
