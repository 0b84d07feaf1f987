"""An enquiry: somebody calls, and the firm notes who and for what, before there is a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.choices import ContactKind, NameKind, NationalityKind
from app.domain.dates import PartialDate
from app.domain.fields import Kind, Labelled, field
from app.domain.people import Contact, Name, Nationality, Part, Person
from app.domain.phones import email, normalised
from app.domain.scripts import main_script
from app.errors import UserError
from app.i18n import N_


class EnquiryState(Labelled):
    """How far an enquiry has come; each step is taken by somebody, none by itself."""

    NEW = "new", N_("New")
    CHECKED = "checked", N_("Checked")
    DECLINED = "declined", N_("Declined")
    CASE = "case", N_("Became a case")


# The states from which an enquiry may still become a case.
OPEN = (EnquiryState.NEW, EnquiryState.CHECKED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Enquiry(Part):
    """What was noted of one call. The referrer is a person of the casebook, or a name as it was told."""

    wanted: str = field(N_("What they want"), Kind.LINES, limit=2000)
    referrer_id: UUID | None = field(N_("Referred by"), Kind.PERSON)
    referrer: str = field(N_("Referrer not in the casebook"), limit=300, short=N_("Referrer"))
    taken_on: date | None = field(N_("Taken on"), Kind.DAY)
    taken_by: str = field(N_("Taken by"), limit=100)


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstCall(Enquiry):
    """All that an enquiry asks: who it is, beside what is noted of the call."""

    family: str = field(N_("Family name"))
    given: str = field(N_("Given names"))
    nationality: str = field(N_("Nationality"), Kind.COUNTRY)
    birth_date: PartialDate | None = field(N_("Date of birth"), Kind.PARTIAL)
    contact: str = field(N_("Telephone, e-mail or other contact"), limit=320, short=N_("Contact"))


# In the order they are asked.
ASKED = (
    "family", "given", "nationality", "birth_date", "contact", "wanted", "referrer_id", "referrer",
    "taken_on", "taken_by",
)  # fmt: skip


def person_of(call: FirstCall) -> Person:
    """Return the person that a call is about, as far as it was told.

    A name in another script than Latin is the one in their own script: the passport's is not known yet.
    """
    script = main_script(call.family + call.given)
    kind = NameKind.PASSPORT if script == "Latin" else NameKind.NATIVE
    name = Name(kind=kind, family=call.family, given=call.given, script=script)
    nation = Nationality(kind=NationalityKind.CURRENT, country=call.nationality)
    return Person(
        birth_date=call.birth_date,
        names=(name,) if name.family or name.given else (),
        nationalities=(nation,) if nation.country else (),
        contacts=(contact_of(call.contact),) if call.contact.strip() else (),
    )


def contact_of(typed: str) -> Contact:
    """Return a contact of the kind it looks like; a number without its country stays as it was typed."""
    for kind, read in ((ContactKind.EMAIL, email), (ContactKind.PHONE, normalised)):
        try:
            return Contact(kind=kind, value=read(typed), preferred=True)
        except UserError:
            continue
    return Contact(kind=ContactKind.OTHER, value=typed.strip(), preferred=True)
