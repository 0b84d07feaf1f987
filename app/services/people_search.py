"""Persons found by what is typed into the query box: its terms compiled to one WHERE, its words searched."""

from __future__ import annotations

from calendar import timegm
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, false, or_, select
from sqlalchemy.orm import Session

from app.domain.cases import MOVES
from app.domain.choices import NationalityKind, PassportState, Purpose
from app.domain.query_fields import person_fields
from app.domain.query_terms import Asked, parse
from app.domain.query_values import Chosen, Known, Span, Value, Words
from app.services import people_list, query_offers
from app.services.case_search import Found, label_on
from app.services.moments import midnight
from app.services.query_conditions import Compile, Condition, Situation, compiled, filled, within
from db import search
from db.models.case import CaseRow
from db.models.person import ConsentRow, ContactRow, NationalityRow, PassportRow, RelativeRow
from db.models.person_row import PersonListing

MOST_PERSONS = 2000  # whom one word may stand for


def find(
    session: Session,
    typed: str,
    *,
    today: date,
    sort: str = "name",
    descending: bool = False,
    archived: bool | None = False,
) -> Found:
    """Return the ``seq`` of the persons that ``typed`` asks for, best or sorted first.

    A search that says ``archived:`` decides that itself. Never raises for anything typed.
    """
    asked = parse(typed, query_offers.for_persons(session), today)
    terms = compiled(Situation(session, None, today), asked.terms, _COMPILE)
    keys = people_list.ids(
        session,
        sort=sort,
        descending=descending,
        typed=asked.words,
        archived=None if asked.term("archived") else archived,
        where=[*terms, *_without(session, asked)],
    )
    return Found(keys, asked.notes)


def words_of(typed: str, today: date) -> str:
    """Return the free words of a search alone, "" where it has terms: only words can be misspelt."""
    asked = parse(typed, person_fields(), today)
    return "" if asked.terms or asked.without else asked.words


def _without(session: Session, asked: Asked) -> list[Condition]:
    return [PersonListing.seq.not_in(_named(session, words)) for words in asked.without]


def _named(session: Session, words: str) -> list[int]:
    return search.find(session.connection(), words, limit=MOST_PERSONS, archived=None)


def _name(situation: Situation, value: Value) -> Condition:
    if isinstance(value, Words):
        return PersonListing.seq.in_(_named(situation.session, value.text))
    return filled(PersonListing.name, value) if isinstance(value, Known) else false()


def _passport(_situation: Situation, value: Value) -> Condition:
    if isinstance(value, Words):
        number = "".join(value.text.split()).upper()
        return PersonListing.passport.contains(number, autoescape=True)
    return filled(PersonListing.passport, value) if isinstance(value, Known) else false()


def _nationality(_situation: Situation, value: Value) -> Condition:
    if isinstance(value, Known):
        return filled(PersonListing.nationality, value)
    if not isinstance(value, Chosen):
        return false()
    is_held = or_(NationalityRow.kind.is_(None), NationalityRow.kind != NationalityKind.FORMER)
    held = select(NationalityRow.person_id).where(NationalityRow.country.in_(value.values), is_held)
    return PersonListing.person_id.in_(held)


def _birth(_situation: Situation, value: Value) -> Condition:
    """Compile days of birth; one of which only year or month is known counts from its first day."""
    column = PersonListing.birth_date
    if isinstance(value, Known):
        return filled(column, value)
    if not isinstance(value, Span):
        return false()
    ends: list[Condition] = [column != ""]
    if value.first is not None:
        ends.append(column >= _earliest_text(value.first))
    if value.last is not None:
        ends.append(column <= value.last.isoformat())
    return and_(*ends)


def _earliest_text(day: date) -> str:
    """Return the first text of a partial date that begins on ``day``: "1998" before "1998-01-01"."""
    if day.day > 1:
        return day.isoformat()
    return f"{day:%Y-%m}" if day.month > 1 else f"{day.year:04d}"


def _owning(rows: Select[Any], value: Known) -> Condition:
    there = PersonListing.person_id.in_(rows)
    return there if value.is_known else ~there


def _expires(_situation: Situation, value: Value) -> Condition:
    is_current = or_(PassportRow.state.is_(None), PassportRow.state == PassportState.CURRENT)
    current = select(PassportRow.person_id).where(is_current)
    if isinstance(value, Known):
        return _owning(current.where(PassportRow.expires_on.is_not(None)), value)
    return PersonListing.person_id.in_(current.where(within(PassportRow.expires_on, value)))


def _created(_situation: Situation, value: Value) -> Condition:
    """Compile the day a person was recorded: their keys are in the order of time."""
    if isinstance(value, Known):
        return PersonListing.seq.is_not(None) if value.is_known else false()
    if not isinstance(value, Span):
        return false()
    ends: list[Condition] = [PersonListing.seq.is_not(None)]
    if value.first is not None:
        ends.append(PersonListing.person_id >= _first_key(value.first))
    if value.last is not None:
        ends.append(PersonListing.person_id < _first_key(value.last + timedelta(days=1)))
    return and_(*ends)


def _first_key(day: date) -> UUID:
    """Return the least UUIDv7 of a day: its first 48 bits count milliseconds."""
    milliseconds = max(timegm(midnight(day).timetuple()), 0) * 1000
    return UUID(int=milliseconds << 80)


def _consent(_situation: Situation, value: Value) -> Condition:
    given = select(ConsentRow.person_id).where(
        ConsentRow.given_on.is_not(None), ConsentRow.withdrawn_on.is_(None)
    )
    if isinstance(value, Known):
        return _owning(given, value)
    if not isinstance(value, Chosen):
        return false()
    purposes = [Purpose(each) for each in value.values]
    return PersonListing.person_id.in_(given.where(ConsentRow.purpose.in_(purposes)))


def _language(_situation: Situation, value: Value) -> Condition:
    spoken = select(ContactRow.person_id).where(ContactRow.language != "")
    if isinstance(value, Known):
        return _owning(spoken, value)
    if not isinstance(value, Chosen):
        return false()
    return PersonListing.person_id.in_(spoken.where(ContactRow.language.in_(value.values)))


_HELD: dict[str, Select[Any]] = {
    "cases": select(CaseRow.person_id).where(CaseRow.archived.is_(False)),
    "open": select(CaseRow.person_id).where(CaseRow.archived.is_(False), CaseRow.stage.in_(tuple(MOVES))),
    "passport": select(PassportRow.person_id),
    "relatives": select(RelativeRow.person_id),
    "contact": select(ContactRow.person_id).where(ContactRow.value != ""),
}


def _has(_situation: Situation, value: Value) -> Condition:
    if not isinstance(value, Chosen):
        return false()
    return or_(*(PersonListing.person_id.in_(_HELD[each]) for each in value.values))


def _archived(_situation: Situation, value: Value) -> Condition:
    if isinstance(value, Known):
        return PersonListing.archived.is_(value.is_known)
    wanted = [each == "yes" for each in value.values] if isinstance(value, Chosen) else []
    return PersonListing.archived.in_(wanted)


_COMPILE: dict[str, Compile] = {
    "name": _name,
    "passport": _passport,
    "nationality": _nationality,
    "label": label_on(PersonListing.person_id),
    "birth": _birth,
    "expires": _expires,
    "created": _created,
    "consent": _consent,
    "language": _language,
    "has": _has,
    "archived": _archived,
}
