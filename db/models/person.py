"""A person and the rows that belong to them; the fields are those of ``app.domain.people``."""

from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, Text
from sqlalchemy.orm import Mapped

from app.domain import choices
from app.domain.dates import PartialDate
from db.base import Archivable, Base, Recorded, recorded, strict
from db.types import Choice, Day, Flag, Key, Partial


class PersonRow(Recorded, Archivable, Base):
    """A person."""

    __tablename__ = "person"
    __table_args__: Any = strict()

    sex: Mapped[choices.Sex | None] = recorded(Choice(choices.Sex))
    birth_date: Mapped[PartialDate | None] = recorded(Partial)
    birth_country: Mapped[str] = recorded(Text, nullable=False, default="")
    birth_province: Mapped[str] = recorded(Text, nullable=False, default="")
    birth_city: Mapped[str] = recorded(Text, nullable=False, default="")
    marital_status: Mapped[choices.MaritalStatus | None] = recorded(Choice(choices.MaritalStatus))
    local_id_number: Mapped[str] = recorded(Text, nullable=False, default="")
    residence_country: Mapped[str] = recorded(Text, nullable=False, default="")
    permanent_residence: Mapped[str] = recorded(Text, nullable=False, default="")
    legal_stay_until: Mapped[date | None] = recorded(Day)
    occupation: Mapped[str] = recorded(Text, nullable=False, default="")
    annual_income: Mapped[str] = recorded(Text, nullable=False, default="")
    parent_chinese_at_birth: Mapped[choices.YesNo | None] = recorded(Choice(choices.YesNo))
    note: Mapped[str] = recorded(Text, nullable=False, default="")


class PersonPart(Recorded):
    """Mixin of the rows that belong to a person, kept in the order they were added."""

    about: ClassVar[str] = "person_id"

    person_id: Mapped[UUID] = recorded(Key, ForeignKey("person.id"), nullable=False, index=True)


class NameRow(PersonPart, Base):
    """A name, exactly as written; either part may be absent."""

    __tablename__ = "person_name"
    __table_args__: Any = strict()

    kind: Mapped[choices.NameKind | None] = recorded(Choice(choices.NameKind))
    family: Mapped[str] = recorded(Text, nullable=False, default="")
    given: Mapped[str] = recorded(Text, nullable=False, default="")
    order: Mapped[choices.NameOrder | None] = recorded(Choice(choices.NameOrder))
    script: Mapped[str] = recorded(Text, nullable=False, default="")
    until: Mapped[PartialDate | None] = recorded(Partial)


class NationalityRow(PersonPart, Base):
    """A nationality held now or formerly."""

    __tablename__ = "person_nationality"
    __table_args__: Any = strict()

    kind: Mapped[choices.NationalityKind | None] = recorded(Choice(choices.NationalityKind))
    country: Mapped[str] = recorded(Text, nullable=False, default="")
    since: Mapped[PartialDate | None] = recorded(Partial)
    until: Mapped[PartialDate | None] = recorded(Partial)


class PassportRow(PersonPart, Base):
    """One passport in a person's life."""

    __tablename__ = "person_passport"
    __table_args__: Any = strict()

    kind: Mapped[choices.PassportKind | None] = recorded(Choice(choices.PassportKind))
    number: Mapped[str] = recorded(Text, nullable=False, default="")
    country: Mapped[str] = recorded(Text, nullable=False, default="")
    authority: Mapped[str] = recorded(Text, nullable=False, default="")
    place: Mapped[str] = recorded(Text, nullable=False, default="")
    issued_on: Mapped[date | None] = recorded(Day)
    expires_on: Mapped[date | None] = recorded(Day)
    blank_pages: Mapped[int | None] = recorded(Integer)
    state: Mapped[choices.PassportState | None] = recorded(Choice(choices.PassportState))


class AddressRow(PersonPart, Base):
    """A place a person lives or lived at, or gets letters at."""

    __tablename__ = "person_address"
    __table_args__: Any = strict()

    kind: Mapped[choices.AddressKind | None] = recorded(Choice(choices.AddressKind))
    lines: Mapped[str] = recorded(Text, nullable=False, default="")
    city: Mapped[str] = recorded(Text, nullable=False, default="")
    province: Mapped[str] = recorded(Text, nullable=False, default="")
    postcode: Mapped[str] = recorded(Text, nullable=False, default="")
    country: Mapped[str] = recorded(Text, nullable=False, default="")
    since: Mapped[PartialDate | None] = recorded(Partial)
    until: Mapped[PartialDate | None] = recorded(Partial)


class ContactRow(PersonPart, Base):
    """One way to reach a person."""

    __tablename__ = "person_contact"
    __table_args__: Any = strict()

    kind: Mapped[choices.ContactKind | None] = recorded(Choice(choices.ContactKind))
    value: Mapped[str] = recorded(Text, nullable=False, default="")
    preferred: Mapped[bool] = recorded(Flag, nullable=False, default=False)
    language: Mapped[str] = recorded(Text, nullable=False, default="")


class EducationRow(PersonPart, Base):
    """One school or degree; the form asks for all since secondary school."""

    __tablename__ = "person_education"
    __table_args__: Any = strict()

    institution: Mapped[str] = recorded(Text, nullable=False, default="")
    country: Mapped[str] = recorded(Text, nullable=False, default="")
    level: Mapped[choices.DegreeLevel | None] = recorded(Choice(choices.DegreeLevel))
    degree: Mapped[str] = recorded(Text, nullable=False, default="")
    major: Mapped[str] = recorded(Text, nullable=False, default="")
    mode: Mapped[choices.StudyMode | None] = recorded(Choice(choices.StudyMode))
    start: Mapped[PartialDate | None] = recorded(Partial)
    end: Mapped[PartialDate | None] = recorded(Partial)
    awarded: Mapped[choices.YesNo | None] = recorded(Choice(choices.YesNo))


class EmploymentRow(PersonPart, Base):
    """One position; the form asks for all since school."""

    __tablename__ = "person_employment"
    __table_args__: Any = strict()

    employer: Mapped[str] = recorded(Text, nullable=False, default="")
    country: Mapped[str] = recorded(Text, nullable=False, default="")
    address: Mapped[str] = recorded(Text, nullable=False, default="")
    phone: Mapped[str] = recorded(Text, nullable=False, default="")
    position: Mapped[str] = recorded(Text, nullable=False, default="")
    duties: Mapped[str] = recorded(Text, nullable=False, default="")
    supervisor: Mapped[str] = recorded(Text, nullable=False, default="")
    supervisor_phone: Mapped[str] = recorded(Text, nullable=False, default="")
    start: Mapped[PartialDate | None] = recorded(Partial)
    end: Mapped[PartialDate | None] = recorded(Partial)


class RelativeRow(PersonPart, Base):
    """A link to another person of the casebook, who has a record of their own."""

    __tablename__ = "person_relative"
    __table_args__: Any = strict()

    relative_id: Mapped[UUID | None] = recorded(Key, ForeignKey("person.id"))
    relation: Mapped[choices.Relation | None] = recorded(Choice(choices.Relation))
    in_china: Mapped[choices.YesNo | None] = recorded(Choice(choices.YesNo))
    dependant: Mapped[choices.YesNo | None] = recorded(Choice(choices.YesNo))


class TravelRow(PersonPart, Base):
    """One line of travel and visa history."""

    __tablename__ = "person_travel"
    __table_args__: Any = strict()

    kind: Mapped[choices.TravelKind | None] = recorded(Choice(choices.TravelKind))
    country: Mapped[str] = recorded(Text, nullable=False, default="")
    place: Mapped[str] = recorded(Text, nullable=False, default="")
    number: Mapped[str] = recorded(Text, nullable=False, default="")
    start: Mapped[PartialDate | None] = recorded(Partial)
    end: Mapped[PartialDate | None] = recorded(Partial)
    detail: Mapped[str] = recorded(Text, nullable=False, default="")


class DeclarationRow(PersonPart, Base):
    """One section-8 answer; closed until a consent to sensitive information is recorded."""

    __tablename__ = "person_declaration"
    __table_args__: Any = strict()

    question: Mapped[choices.Question | None] = recorded(Choice(choices.Question))
    answer: Mapped[choices.YesNo | None] = recorded(Choice(choices.YesNo))
    detail: Mapped[str] = recorded(Text, nullable=False, default="")


class ConsentRow(PersonPart, Base):
    """A consent given for one purpose, to one version of the notice (PIPL Arts. 14, 17, 29)."""

    __tablename__ = "person_consent"
    __table_args__: Any = strict()

    purpose: Mapped[choices.Purpose | None] = recorded(Choice(choices.Purpose))
    notice_version: Mapped[str] = recorded(Text, nullable=False, default="")
    language: Mapped[str] = recorded(Text, nullable=False, default="")
    given_on: Mapped[date | None] = recorded(Day)
    how: Mapped[choices.ConsentHow | None] = recorded(Choice(choices.ConsentHow))
    withdrawn_on: Mapped[date | None] = recorded(Day)


# The row class of each part of a person, by the part's name in ``app.domain.people.PARTS``.
PART_ROWS: dict[str, type[PersonPart]] = {
    "names": NameRow,
    "nationalities": NationalityRow,
    "passports": PassportRow,
    "addresses": AddressRow,
    "contacts": ContactRow,
    "education": EducationRow,
    "employment": EmploymentRow,
    "relatives": RelativeRow,
    "travel": TravelRow,
    "declarations": DeclarationRow,
    "consents": ConsentRow,
}
