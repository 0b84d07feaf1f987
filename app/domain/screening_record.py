"""A screening as a named human confirmed it: kept whole, so that it can be explained whatever changes later.

Values of sensitive facts (PIPL Art. 28) stay out of it; that one was known is kept.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from app.domain.basis import Basis, Citation
from app.domain.fact_types import write_value
from app.domain.facts import REGISTRY
from app.domain.screening import Outcome, Reason
from app.domain.screening_rules import Group, Result
from app.i18n import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedReason:
    """One reason in its own words, with nothing to look up; ``sources`` is like "[L1] Art. 21"."""

    question: str
    ask: Bilingual
    groups: tuple[Group, ...]
    result: Result
    why: Bilingual
    change: Bilingual | None
    basis: Basis
    sources: str
    checked_on: date
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedScreening:
    """A confirmed screening: ``rules`` is the SHA-256 of the questions it was made by, ``at`` is UTC.

    ``facts`` are the stored texts of what was known; ``withheld`` names the sensitive facts that were known.
    """

    result: Result
    graduate: Result
    staff: Result
    common: Result
    reasons: tuple[RecordedReason, ...]
    rules: str
    version: str
    facts: Mapping[str, str]
    withheld: tuple[str, ...]
    by: str = ""  # "" while nobody confirmed it
    at: datetime | None = None
    note: str = ""


def cite(citations: tuple[Citation, ...]) -> str:
    """Return "[L1] Art. 21; [O3] …"."""
    return "; ".join(f"[{each.source}] {each.locator}" for each in citations)


def reason(found: Reason) -> RecordedReason:
    """Return a reason in its own words."""
    return RecordedReason(
        question=found.question.id,
        ask=found.question.ask,
        groups=found.question.groups,
        result=found.result,
        why=found.why,
        change=found.change,
        basis=found.basis,
        sources=cite(found.sources),
        checked_on=max((each.checked_on for each in found.sources), default=found.question.checked_on),
        missing=found.missing,
    )


def reasons_text(outcome: Outcome) -> str:
    """Return the reasons of an outcome as they are stored."""
    return json.dumps([asdict(reason(each)) for each in outcome.reasons], ensure_ascii=False, default=str)


def reasons_of(text: str) -> tuple[RecordedReason, ...]:
    """Return stored reasons."""
    return tuple(_reason(each) for each in json.loads(text))


def _reason(values: dict[str, Any]) -> RecordedReason:
    change = values["change"]
    return RecordedReason(
        question=values["question"],
        ask=Bilingual(*values["ask"]),
        groups=tuple(Group(group) for group in values["groups"]),
        result=Result(values["result"]),
        why=Bilingual(*values["why"]),
        change=Bilingual(*change) if change else None,
        basis=Basis(values["basis"]),
        sources=values["sources"],
        checked_on=date.fromisoformat(values["checked_on"]),
        missing=tuple(values["missing"]),
    )


def facts_text(known: Mapping[str, object]) -> str:
    """Return what was known as it is stored: values, and of sensitive facts the names alone."""
    told = {name: write_value(REGISTRY[name], value) for name, value in known.items()}
    sensitive = sorted(name for name in told if REGISTRY[name].sensitive)
    plain = {name: told[name] for name in sorted(told) if name not in sensitive}
    return json.dumps({"known": plain, "withheld": sensitive}, ensure_ascii=False)


def facts_of(text: str) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """Return stored facts and the names of those withheld."""
    values = json.loads(text)
    return values["known"], tuple(values["withheld"])


def digest(outcome: Outcome, rules: str) -> str:
    """Return what tells this outcome from any other: confirming says which one was looked at."""
    return hashlib.sha256(f"{rules}\n{outcome.result}\n{reasons_text(outcome)}".encode()).hexdigest()
