"""A full value of every kind of document, by the kind's name, for tests that look at all of them.

Each can be had with other texts in every place that holds somebody's own.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from app.domain.filing import PaperHead, Printed
from tests.pdf import (
    samples,
    samples_client,
    samples_history,
    samples_list,
    samples_money,
    samples_office,
    samples_screening,
)

EVERY: Mapping[str, Callable[[PaperHead], Printed]] = {
    "checklist": samples.checklist,
    "missing-items": samples_client.letter,
    "visa-check": samples_client.visa_check,
    "screening": samples_screening.sheet,
    "pathways": samples_screening.comparison,
    "agreement": samples_money.agreement,
    "authority": samples_money.authority,
    "quote": samples_money.quote,
    "invoice": samples_money.invoice,
    "receipt": samples_money.receipt,
    "summary": samples.summary,
    "checklist-office": samples_office.office_checklist,
    "data-sheet": samples_office.data_sheet,
    "case-sheet": samples_office.case_sheet,
    "day-sheet": samples_office.day_sheet,
    "history": samples_history.sheet,
    "handover-list": samples_office.handover_list,
    "list": samples_list.sheet,
    "counter-sheet": samples_office.counter_sheet,
    "handover": samples_client.handover,
}
CODE = re.compile(r"[a-z_]+|[0-9a-f]{64}|K|")  # what names a state and not somebody's words


def filled(kind: str, texts: Sequence[str]) -> Printed:
    """Return the sample of ``kind`` with all of ``texts`` in place of every text of somebody's own."""
    count = places(kind)
    given = iter(["\n".join(texts[number::count]) for number in range(count)])
    found: Printed = _replaced(EVERY[kind](samples.HEAD), given)
    return found


def places(kind: str) -> int:
    """Return how many texts of somebody's own the sample of ``kind`` holds."""
    return sum(1 for _place in _walk(EVERY[kind](samples.HEAD)))


def _is_words(value: Any) -> bool:
    return type(value) is str and CODE.fullmatch(value) is None


def _walk(value: Any) -> Iterator[str]:
    """Yield the texts of somebody's own in ``value``, in the order of its fields."""
    if _is_words(value):
        yield value
    elif type(value) is tuple:
        for part in value:
            yield from _walk(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _walk(getattr(value, field.name))


def _replaced(value: Any, given: Iterator[str]) -> Any:
    if _is_words(value):
        return next(given)
    if type(value) is tuple:
        return tuple(_replaced(part, given) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {field.name: _replaced(getattr(value, field.name), given) for field in fields(value)}
        return replace(value, **changed)
    return value
