"""A person as the online visa form asks for one: names, papers, places, work, family, travel.

Field by field after the sections of the online form (see ``form_item``); section 8 is sensitive.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.choices import (
    AddressKind,
    ConsentHow,
    ContactKind,
    DegreeLevel,
    MaritalStatus,
    NameKind,
    NameOrder,
    NationalityKind,
    PassportKind,
    PassportState,
    Purpose,
    Question,
    Relation,
    Sex,
    StudyMode,
    TravelKind,
    YesNo,
)
from app.domain.dates import PartialDate
from app.domain.fields import Kind, field
from app.domain.fields import Part as Part  # whoever knows persons knows it from here
from app.i18n import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Name(Part):
    """A name, exactly as written; either part may be absent."""

    kind: NameKind | None = field(N_("Kind"), Kind.CHOICE, choices=NameKind, item="1.1")
    family: str = field(N_("Family name"), item="1.1A")
    given: str = field(N_("Given names"), item="1.1B")
    order: NameOrder | None = field(N_("Order"), Kind.CHOICE, choices=NameOrder)
    script: str = field(N_("Script"), limit=40)
    until: PartialDate | None = field(N_("Used until"), Kind.PARTIAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nationality(Part):
    """A nationality held now or formerly."""

    kind: NationalityKind | None = field(N_("Kind"), Kind.CHOICE, choices=NationalityKind, item="1.6")
    country: str = field(N_("Country"), Kind.COUNTRY, item="1.6A")
    since: PartialDate | None = field(N_("Since"), Kind.PARTIAL)
    until: PartialDate | None = field(N_("Until"), Kind.PARTIAL, item="1.6H")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passport(Part):
    """One passport in a person's life."""

    kind: PassportKind | None = field(N_("Passport type"), Kind.CHOICE, choices=PassportKind, item="1.7A")
    number: str = field(N_("Passport number"), item="1.7B", limit=40, short=N_("Number"))
    country: str = field(N_("Issuing country"), Kind.COUNTRY, item="1.7C")
    authority: str = field(N_("Issuing authority"), item="1.7D")
    place: str = field(N_("Place of issue"), item="1.7E")
    issued_on: date | None = field(N_("Date of issue"), Kind.DAY, item="1.7F")
    expires_on: date | None = field(N_("Date of expiry"), Kind.DAY, item="1.7G")
    blank_pages: int | None = field(N_("Blank visa pages"), Kind.NUMBER)
    state: PassportState | None = field(N_("State"), Kind.CHOICE, choices=PassportState, item="1.8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address(Part):
    """A place a person lives or lived at, or gets letters at."""

    kind: AddressKind | None = field(N_("Kind"), Kind.CHOICE, choices=AddressKind, item="5.1")
    lines: str = field(N_("Street and house"), Kind.LINES, item="5.1A", limit=500, short=N_("Street"))
    city: str = field(N_("City"), item="5.1B")
    province: str = field(N_("Province or state"), item="5.1C")
    postcode: str = field(N_("Postcode"), limit=40)
    country: str = field(N_("Country"), Kind.COUNTRY, item="5.1D")
    since: PartialDate | None = field(N_("Since"), Kind.PARTIAL)
    until: PartialDate | None = field(N_("Until"), Kind.PARTIAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Part):
    """One way to reach a person."""

    kind: ContactKind | None = field(N_("Channel"), Kind.CHOICE, choices=ContactKind, item="5.2")
    value: str = field(N_("Number or address"), item="5.2A", limit=320, short=N_("Contact"))
    preferred: bool = field(N_("Preferred"), Kind.FLAG)
    language: str = field(N_("Language"), Kind.LANGUAGE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Education(Part):
    """One school or degree; the form asks for all since secondary school."""

    institution: str = field(N_("Institution"), item="4.2B", limit=300)
    country: str = field(N_("Country"), Kind.COUNTRY)
    level: DegreeLevel | None = field(N_("Level"), Kind.CHOICE, choices=DegreeLevel, item="4.2C")
    degree: str = field(N_("Diploma or degree"), item="4.2C", limit=300)
    major: str = field(N_("Major"), item="4.2D", limit=300)
    mode: StudyMode | None = field(N_("Mode of study"), Kind.CHOICE, choices=StudyMode)
    start: PartialDate | None = field(N_("From"), Kind.PARTIAL, item="4.2A")
    end: PartialDate | None = field(N_("To"), Kind.PARTIAL, item="4.2A")
    awarded: YesNo | None = field(N_("Degree awarded"), Kind.CHOICE, choices=YesNo)


@dataclass(frozen=True, slots=True, kw_only=True)
class Employment(Part):
    """One position; the form asks for all since school."""

    employer: str = field(N_("Employer"), item="3.3B", limit=300)
    country: str = field(N_("Country"), Kind.COUNTRY)
    address: str = field(N_("Address"), Kind.LINES, item="3.3C", limit=500)
    phone: str = field(N_("Telephone"), Kind.PHONE, item="3.3C")
    position: str = field(N_("Position"), item="3.3D", limit=300)
    duties: str = field(N_("Duties"), Kind.LINES, item="3.3E", limit=1000)
    supervisor: str = field(N_("Supervisor"), item="3.3F")
    supervisor_phone: str = field(N_("Supervisor's telephone"), Kind.PHONE, item="3.3F")
    start: PartialDate | None = field(N_("From"), Kind.PARTIAL, item="3.3A")
    end: PartialDate | None = field(N_("To"), Kind.PARTIAL, item="3.3A")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative(Part):
    """A link to another person of the casebook, who has a record of their own."""

    relative_id: UUID | None = field(N_("Person"), Kind.PERSON, item="5.5")
    relation: Relation | None = field(N_("Relation"), Kind.CHOICE, choices=Relation, item="5.5")
    in_china: YesNo | None = field(N_("In China now"), Kind.CHOICE, choices=YesNo, item="5.6")
    dependant: YesNo | None = field(N_("Comes along"), Kind.CHOICE, choices=YesNo)


@dataclass(frozen=True, slots=True, kw_only=True)
class Travel(Part):
    """One line of travel and visa history."""

    kind: TravelKind | None = field(N_("Kind"), Kind.CHOICE, choices=TravelKind, item="7.1")
    country: str = field(N_("Country"), Kind.COUNTRY, item="7.3")
    place: str = field(N_("Place"), item="7.1")
    number: str = field(N_("Visa number"), item="7.2", limit=40)
    start: PartialDate | None = field(N_("From"), Kind.PARTIAL, item="7.1")
    end: PartialDate | None = field(N_("To"), Kind.PARTIAL, item="7.1")
    detail: str = field(N_("Detail"), Kind.LINES, limit=1000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration(Part):
    """One section-8 answer; closed until a consent to sensitive information is recorded."""

    question: Question | None = field(N_("Question"), Kind.CHOICE, choices=Question, item="8")
    answer: YesNo | None = field(N_("Answer"), Kind.CHOICE, choices=YesNo, item="8")
    detail: str = field(N_("Detail"), Kind.LINES, item="8", limit=2000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent(Part):
    """A consent given for one purpose, to one version of the notice (PIPL Arts. 14, 17, 29)."""

    purpose: Purpose | None = field(N_("Purpose of the consent"), Kind.CHOICE, choices=Purpose)
    notice_version: str = field(N_("Version of the notice"), limit=60)
    language: str = field(N_("Language"), Kind.LANGUAGE)
    given_on: date | None = field(N_("Given on"), Kind.DAY)
    how: ConsentHow | None = field(N_("How it was given"), Kind.CHOICE, choices=ConsentHow, short=N_("How"))
    withdrawn_on: date | None = field(N_("Withdrawn on"), Kind.DAY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Part):
    """One person with all that belongs to them. ``declarations`` is empty while they are closed."""

    sex: Sex | None = field(N_("Sex"), Kind.CHOICE, choices=Sex, item="1.3")
    birth_date: PartialDate | None = field(N_("Date of birth"), Kind.PARTIAL, item="1.2")
    birth_country: str = field(N_("Country of birth"), Kind.COUNTRY, item="1.4A")
    birth_province: str = field(N_("Province of birth"), item="1.4B")
    birth_city: str = field(N_("City of birth"), item="1.4C")
    marital_status: MaritalStatus | None = field(
        N_("Marital status"), Kind.CHOICE, choices=MaritalStatus, item="1.5"
    )
    local_id_number: str = field(N_("Local identity number"), item="1.6D", limit=60)
    residence_country: str = field(N_("Country of residence"), Kind.COUNTRY)
    permanent_residence: str = field(N_("Permanent residence in"), Kind.COUNTRY, item="1.6F")
    legal_stay_until: date | None = field(N_("Legal stay there until"), Kind.DAY)
    occupation: str = field(N_("Current occupation"), item="3.1")
    annual_income: str = field(N_("Annual income"), item="3.2", limit=60)
    parent_chinese_at_birth: YesNo | None = field(
        N_("A parent was a Chinese citizen at birth"), Kind.CHOICE, choices=YesNo
    )
    note: str = field(N_("Note"), Kind.LINES, limit=5000)
    names: tuple[Name, ...] = ()
    nationalities: tuple[Nationality, ...] = ()
    passports: tuple[Passport, ...] = ()
    addresses: tuple[Address, ...] = ()
    contacts: tuple[Contact, ...] = ()
    education: tuple[Education, ...] = ()
    employment: tuple[Employment, ...] = ()
    relatives: tuple[Relative, ...] = ()
    travel: tuple[Travel, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    consents: tuple[Consent, ...] = ()


# The parts of a person, each in rows of its own, in the order they are shown.
PARTS: dict[str, type[Part]] = {
    "names": Name,
    "nationalities": Nationality,
    "passports": Passport,
    "addresses": Address,
    "contacts": Contact,
    "education": Education,
    "employment": Employment,
    "relatives": Relative,
    "travel": Travel,
    "declarations": Declaration,
    "consents": Consent,
}
