"""A case, its facts, its checklist items and what else belongs to it."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Integer, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.casefile import Entries, PassportAt, Role, Speed
from app.domain.cases import Decision, Stage
from app.domain.dates import PartialDate
from app.domain.following import Following
from app.domain.item_records import ItemState, OriginalAt
from app.domain.screening_results import Result
from app.domain.timeline import NoteKind
from db.base import Archivable, Base, Recorded, recorded, strict
from db.types import Choice, Day, Flag, Key, Moment, Partial


class RuleSetRow(Base):
    """A rule set that some case froze: its canonical text, named by the text's SHA-256."""

    __tablename__ = "rule_set"
    __table_args__: Any = strict()

    sha256: Mapped[str] = mapped_column(Text, primary_key=True)
    text: Mapped[str] = mapped_column(Text, nullable=False)


class CaseRow(Recorded, Archivable, Base):
    """One application of one person for one visa category at one post.

    ``checked`` and ``counted`` are the checklist's progress, derived and never recorded.
    ``stage_before`` is where a case on hold, withdrawn or closed goes back to. What is kept of a closed case:
    ``keep_until`` (empty where nobody knows), the custom ``keep_rule`` it comes from, why originals stay.
    ``earlier_id`` is the case that this one follows, and ``following`` how.
    """

    __tablename__ = "case_file"
    __table_args__: Any = strict(
        Index("ix_case_file_by_number", "archived", "number"),
        Index("ix_case_file_by_stage", "archived", "stage", "number"),
        Index("ix_case_file_by_owner", "archived", "owner_id", "number"),
        Index("ix_case_file_by_filing", "archived", "planned_filing", "number"),
    )

    person_id: Mapped[UUID] = recorded(Key, ForeignKey("person.id"), nullable=False, index=True)
    number: Mapped[str] = recorded(Text, nullable=False, unique=True)
    category: Mapped[str] = recorded(Text, nullable=False)
    post: Mapped[str] = recorded(Text, nullable=False)
    stage: Mapped[Stage] = recorded(Choice(Stage), nullable=False)
    stage_before: Mapped[Stage | None] = recorded(Choice(Stage))
    stage_since: Mapped[date] = recorded(Day, nullable=False)
    opened_on: Mapped[date] = recorded(Day, nullable=False)
    owner_id: Mapped[UUID | None] = recorded(Key, ForeignKey("user_account.id"))
    reviewer_id: Mapped[UUID | None] = recorded(Key, ForeignKey("user_account.id"))
    office_id: Mapped[UUID | None] = recorded(Key, ForeignKey("office.id"))
    rule_set: Mapped[str] = recorded(Text, ForeignKey("rule_set.sha256"), nullable=False)
    earlier_id: Mapped[UUID | None] = recorded(Key, ForeignKey("case_file.id"), index=True)
    following: Mapped[Following | None] = recorded(Choice(Following))
    decision: Mapped[Decision | None] = recorded(Choice(Decision))
    purpose: Mapped[str] = recorded(Text, nullable=False, default="")
    speed: Mapped[Speed | None] = recorded(Choice(Speed))
    requested_validity_months: Mapped[int | None] = recorded(Integer)
    requested_stay_days: Mapped[int | None] = recorded(Integer)
    requested_entries: Mapped[Entries | None] = recorded(Choice(Entries))
    planned_filing: Mapped[date | None] = recorded(Day)
    planned_entry: Mapped[date | None] = recorded(Day)
    client_zone: Mapped[str] = recorded(Text, nullable=False, default="")
    application_number: Mapped[str] = recorded(Text, nullable=False, default="")
    appointment_on: Mapped[date | None] = recorded(Day)
    receipt_number: Mapped[str] = recorded(Text, nullable=False, default="")
    passport_at: Mapped[PassportAt | None] = recorded(Choice(PassportAt))
    passport_since: Mapped[date | None] = recorded(Day)
    passport_to: Mapped[str] = recorded(Text, nullable=False, default="")
    authority_status: Mapped[str] = recorded(Text, nullable=False, default="")
    authority_status_on: Mapped[date | None] = recorded(Day)
    supplement_due: Mapped[date | None] = recorded(Day)
    refusal_reason: Mapped[str] = recorded(Text, nullable=False, default="")
    refusal_not_stated: Mapped[bool] = recorded(Flag, nullable=False, default=False)
    decided_on: Mapped[date | None] = recorded(Day)
    visa_number: Mapped[str] = recorded(Text, nullable=False, default="")
    visa_entries: Mapped[Entries | None] = recorded(Choice(Entries))
    visa_enter_before: Mapped[date | None] = recorded(Day)
    visa_stay_days: Mapped[int | None] = recorded(Integer)
    visa_remarks: Mapped[str] = recorded(Text, nullable=False, default="")
    keep_until: Mapped[date | None] = recorded(Day)
    keep_rule: Mapped[str] = recorded(Text, nullable=False, default="")
    kept_because: Mapped[str] = recorded(Text, nullable=False, default="")
    reopened_because: Mapped[str] = recorded(Text, nullable=False, default="")
    checked: Mapped[int] = mapped_column(Integer, nullable=False, default=0)
    counted: Mapped[int] = mapped_column(Integer, nullable=False, default=0)
    content_changed_at: Mapped[datetime] = mapped_column(Moment, nullable=False)


class CasePart(Recorded):
    """Mixin of the rows that belong to a case."""

    about: ClassVar[str] = "case_id"

    case_id: Mapped[UUID] = recorded(Key, ForeignKey("case_file.id"), nullable=False, index=True)


class FactRow(CasePart, Base):
    """One fact somebody entered, as ``app.domain.facts`` writes its value; no row means unknown."""

    __tablename__ = "case_fact"
    __table_args__: Any = strict(UniqueConstraint("case_id", "name"))

    name: Mapped[str] = recorded(Text, nullable=False)
    value: Mapped[str] = recorded(Text, nullable=False)


class ItemRow(CasePart, Base):
    """One line of the case's checklist: what people did about it. ``repeat_key`` is "" or names which one.

    ``from_item_id`` is the line of an earlier case that its paper was taken over from.

    ``applied`` is what the last change left it at ("yes", "ask", "no"), derived and never recorded.
    """

    __tablename__ = "case_item"
    __table_args__: Any = strict(
        UniqueConstraint("case_id", "item", "repeat_key"),
        Index("ix_case_item_by_due", "due_on", "case_id", "state", "applied", "responsible_id"),
        Index("ix_case_item_by_state", "case_id", "state", "applied", "asked_on", "last_chased_on", "item"),
    )

    applied: Mapped[str] = mapped_column(Text, nullable=False, default="")
    item: Mapped[str] = recorded(Text, nullable=False)
    repeat_key: Mapped[str] = recorded(Text, nullable=False, default="")
    repeat_en: Mapped[str] = recorded(Text, nullable=False, default="")
    repeat_zh: Mapped[str] = recorded(Text, nullable=False, default="")
    state: Mapped[ItemState] = recorded(Choice(ItemState), nullable=False)
    state_reason: Mapped[str] = recorded(Text, nullable=False, default="")
    issuer: Mapped[str] = recorded(Text, nullable=False, default="")
    number: Mapped[str] = recorded(Text, nullable=False, default="")
    issued_on: Mapped[date | None] = recorded(Day)
    valid_until: Mapped[date | None] = recorded(Day)
    originals: Mapped[int | None] = recorded(Integer)
    copies: Mapped[int | None] = recorded(Integer)
    original_at: Mapped[OriginalAt | None] = recorded(Choice(OriginalAt))
    returned_on: Mapped[date | None] = recorded(Day)
    returned_to: Mapped[str] = recorded(Text, nullable=False, default="")
    asked_on: Mapped[date | None] = recorded(Day)
    last_chased_on: Mapped[date | None] = recorded(Day)
    due_on: Mapped[date | None] = recorded(Day)
    responsible_id: Mapped[UUID | None] = recorded(Key, ForeignKey("user_account.id"))
    # No foreign key: a line of a checklist may go again, by undo.
    from_item_id: Mapped[UUID | None] = recorded(Key, index=True)


class CaseNoteRow(CasePart, Base):
    """Something written down on a case, with who wrote it and when; a call also with whom, when and how long.

    ``happened_at`` is empty where it happened as it was written down.
    """

    __tablename__ = "case_note"
    __table_args__: Any = strict()

    written_at: Mapped[datetime] = recorded(Moment, nullable=False)
    author: Mapped[str] = recorded(Text, nullable=False)
    text: Mapped[str] = recorded(Text, nullable=False)
    kind: Mapped[NoteKind] = recorded(Choice(NoteKind), nullable=False, default=NoteKind.NOTE)
    with_whom: Mapped[str] = recorded(Text, nullable=False, default="")
    happened_at: Mapped[datetime | None] = recorded(Moment)
    minutes: Mapped[int | None] = recorded(Integer)


class ScreeningRow(CasePart, Base):
    """A screening as somebody confirmed it; never changed, a newer one stands beside it.

    ``rules`` names the text of the questions; ``reasons`` and ``facts`` are JSON as
    ``app.domain.screening_record`` writes it.
    """

    __tablename__ = "case_screening"
    __table_args__: Any = strict()

    result: Mapped[Result] = recorded(Choice(Result), nullable=False)
    graduate: Mapped[Result] = recorded(Choice(Result), nullable=False)
    staff: Mapped[Result] = recorded(Choice(Result), nullable=False)
    common: Mapped[Result] = recorded(Choice(Result), nullable=False)
    rules: Mapped[str] = recorded(Text, ForeignKey("rule_set.sha256"), nullable=False)
    rules_version: Mapped[str] = recorded(Text, nullable=False)
    reasons: Mapped[str] = recorded(Text, nullable=False)
    facts: Mapped[str] = recorded(Text, nullable=False)
    note: Mapped[str] = recorded(Text, nullable=False, default="")
    confirmed_by: Mapped[str] = recorded(Text, nullable=False)
    confirmed_at: Mapped[datetime] = recorded(Moment, nullable=False)


class StopRow(CasePart, Base):
    """One stop of the itinerary."""

    __tablename__ = "case_stop"
    __table_args__: Any = strict()

    start: Mapped[date | None] = recorded(Day)
    end: Mapped[date | None] = recorded(Day)
    city: Mapped[str] = recorded(Text, nullable=False, default="")
    address: Mapped[str] = recorded(Text, nullable=False, default="")


class PartyRow(CasePart, Base):
    """Somebody the form asks about who needs no record of their own."""

    __tablename__ = "case_party"
    __table_args__: Any = strict()

    role: Mapped[Role | None] = recorded(Choice(Role))
    name: Mapped[str] = recorded(Text, nullable=False, default="")
    relation: Mapped[str] = recorded(Text, nullable=False, default="")
    address: Mapped[str] = recorded(Text, nullable=False, default="")
    phone: Mapped[str] = recorded(Text, nullable=False, default="")
    email: Mapped[str] = recorded(Text, nullable=False, default="")
    birth_date: Mapped[PartialDate | None] = recorded(Partial)


# The row class of each part of a case, by its name in ``app.domain.casefile.CASE_PARTS``.
CASE_PART_ROWS: dict[str, type[CasePart]] = {"itinerary": StopRow, "parties": PartyRow}
