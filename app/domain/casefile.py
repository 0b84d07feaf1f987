"""A case as the online visa form and the firm's file ask for it (form sections 2 and 6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.dates import PartialDate
from app.domain.fields import Kind, Labelled, Part, field
from app.i18n import N_


class Entries(Labelled):
    """How often a visa lets its holder in."""

    SINGLE = "single", N_("Single entry")
    DOUBLE = "double", N_("Double entry")
    MULTIPLE = "multiple", N_("Multiple entries")


class Speed(Labelled):
    """Service speeds that posts offer."""

    REGULAR = "regular", N_("Regular")
    EXPRESS = "express", N_("Express")
    RUSH = "rush", N_("Rush")


class PassportAt(Labelled):
    """Who has the passport in hand."""

    OFFICE = "office", N_("With us")
    CENTRE = "centre", N_("At the visa centre")
    AUTHORITY = "authority", N_("With the authority")
    COURIER = "courier", N_("With the courier")
    CLIENT = "client", N_("With the client")


class Role(Labelled):
    """What somebody outside the casebook is to a case."""

    INVITER = "inviter", N_("Inviting unit or person")
    EMERGENCY = "emergency", N_("Emergency contact")
    PAYER = "payer", N_("Who pays")
    FELLOW_TRAVELLER = "fellow_traveller", N_("Fellow traveller on the same passport")
    FORM_FILLER = "form_filler", N_("Who filled in the form for the applicant")
    SIGNING_PARENT = "signing_parent", N_("Parent who signs for an applicant under 18")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop(Part):
    """One stop of the itinerary."""

    start: date | None = field(N_("From"), Kind.DAY, item="6.1")
    end: date | None = field(N_("To"), Kind.DAY, item="6.1")
    city: str = field(N_("City"), item="6.1")
    address: str = field(N_("Address"), Kind.LINES, item="6.1", limit=500)


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(Part):
    """Somebody the form asks about who needs no record of their own."""

    role: Role | None = field(N_("Role"), Kind.CHOICE, choices=Role, item="6.2")
    name: str = field(N_("Name"), item="6.2", limit=300)
    relation: str = field(N_("Relation to the applicant"), item="6.3")
    address: str = field(N_("Address"), Kind.LINES, item="6.2", limit=500)
    phone: str = field(N_("Telephone"), Kind.PHONE, item="6.2")
    email: str = field(N_("E-mail"), Kind.EMAIL, item="6.2")
    birth_date: PartialDate | None = field(N_("Date of birth"), Kind.PARTIAL, item="6.5")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile(Part):
    """What people type about a case; stage, post and category move by operations of their own."""

    purpose: str = field(N_("Purpose of the journey"), Kind.LINES, item="2.2", limit=1000)
    speed: Speed | None = field(N_("Service speed"), Kind.CHOICE, choices=Speed, item="2.3")
    requested_validity_months: int | None = field(N_("Requested validity (months)"), Kind.NUMBER, item="2.4")
    requested_stay_days: int | None = field(N_("Longest stay (days)"), Kind.NUMBER, item="2.4")
    requested_entries: Entries | None = field(
        N_("Requested entries"), Kind.CHOICE, choices=Entries, item="2.4"
    )
    planned_filing: date | None = field(N_("Planned filing"), Kind.DAY)
    planned_entry: date | None = field(N_("Planned entry"), Kind.DAY)
    client_zone: str = field(N_("Client's time zone"), Kind.ZONE, limit=60)
    application_number: str = field(N_("Online application number"), limit=60)
    appointment_on: date | None = field(N_("Appointment"), Kind.DAY)
    receipt_number: str = field(N_("Receipt number"), limit=60)
    passport_at: PassportAt | None = field(N_("Where the passport is"), Kind.CHOICE, choices=PassportAt)
    passport_since: date | None = field(N_("There since"), Kind.DAY)
    passport_to: str = field(N_("Handed to"), limit=200)
    authority_status: str = field(N_("Status in the post's own words"), limit=500)
    authority_status_on: date | None = field(N_("Status seen on"), Kind.DAY)
    supplement_due: date | None = field(N_("Supplement due"), Kind.DAY)
    refusal_reason: str = field(N_("Reason of refusal"), Kind.LINES, limit=2000)
    refusal_not_stated: bool = field(N_("Reason not stated by the authority"), Kind.FLAG)
    decided_on: date | None = field(N_("Decided on"), Kind.DAY)
    visa_number: str = field(N_("Visa number"), limit=40)
    visa_entries: Entries | None = field(N_("Entries granted"), Kind.CHOICE, choices=Entries)
    visa_enter_before: date | None = field(N_("Enter before"), Kind.DAY)
    visa_stay_days: int | None = field(N_("Days of each stay"), Kind.NUMBER)
    visa_remarks: str = field(N_("Remarks on the visa"), Kind.LINES, limit=1000)
    itinerary: tuple[Stop, ...] = ()
    parties: tuple[Party, ...] = ()


# The parts of a case that are rows of their own, in the order they are shown.
CASE_PARTS: dict[str, type[Part]] = {"itinerary": Stop, "parties": Party}
