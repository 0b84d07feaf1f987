"""What every compiled search term is made of: conditions on columns, negation, empty and known."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, SQLColumnExpression, and_, false, or_, true
from sqlalchemy.orm import Session

from app.domain.query_terms import Term
from app.domain.query_values import Known, Numbers, Span, Value
from app.services.moments import midnight

Condition = ColumnElement[bool]
Column = SQLColumnExpression[Any]


@dataclass(frozen=True, slots=True)
class Situation:
    """Where a search is run: the casebook, who asks, and the day it is."""

    session: Session
    user_id: UUID | None
    today: date


Compile = Callable[[Situation, Value], Condition]


def compiled(situation: Situation, terms: Sequence[Term], how: Mapping[str, Compile]) -> list[Condition]:
    """Return what all of ``terms`` come to; ``how`` compiles one value of each field."""
    return [_one(situation, term, how[term.field]) for term in terms if term.field in how]


def _one(situation: Situation, term: Term, how: Compile) -> Condition:
    if not term.values:  # nothing of it could be read
        return false()
    found = or_(*(how(situation, value) for value in term.values))
    return found.is_not(true()) if term.negated else found


def known(column: Column, value: Known) -> Condition:
    """Whether a column that is NULL where unknown holds something, or nothing."""
    return column.is_not(None) if value.is_known else column.is_(None)


def filled(column: Column, value: Known) -> Condition:
    """Whether a column that is empty where unknown holds a text, or none."""
    return column != "" if value.is_known else column == ""


def on_days(column: Column) -> Compile:
    """Return what compiles a value of a column of days."""

    def compile_days(_situation: Situation, value: Value) -> Condition:
        if isinstance(value, Known):
            return known(column, value)
        return within(column, value)

    return compile_days


def within(column: Column, value: Value) -> Condition:
    """Whether a day lies in a span; an unknown one does not."""
    if not isinstance(value, Span):
        return false()
    ends = []
    if value.first is not None:
        ends.append(column >= value.first)
    if value.last is not None:
        ends.append(column <= value.last)
    return and_(column.is_not(None), *ends)


def during(column: Column, value: Value) -> Condition:
    """Whether a moment lies in a span of days as the clock of this computer counts them."""
    if isinstance(value, Known):
        return known(column, value)
    if not isinstance(value, Span):
        return false()
    ends = []
    if value.first is not None:
        ends.append(column >= midnight(value.first))
    if value.last is not None:
        ends.append(column < midnight(value.last + timedelta(days=1)))
    return and_(true(), *ends)


def counted(column: Column, value: Value) -> Condition:
    """Whether a number lies in a range."""
    if isinstance(value, Known):
        return known(column, value)
    if not isinstance(value, Numbers):
        return false()
    ends = []
    if value.least is not None:
        ends.append(column >= value.least)
    if value.most is not None:
        ends.append(column <= value.most)
    return and_(column.is_not(None), *ends)
