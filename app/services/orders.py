"""What is asked to be printed, and what a kind of document is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app import pdf
from app.domain.fields import Labelled
from app.domain.filing import Printed
from app.domain.filing.list_sheet import Listed
from app.i18n import N_
from app.services.history_filter import Chosen

PRINT, ARCHIVE = PROFILES = pdf.PROFILES
LANGUAGES: Mapping[str, str] = {
    "both": N_("English and Chinese"),
    "en": N_("English"),
    "zh-CN": N_("Chinese"),
}


class Group(Labelled):
    """Who has a document in hand."""

    CLIENT = "client", N_("For the client")
    OFFICE = "office", N_("For the office")
    COUNTER = "counter", N_("At the counter")


class Subject(StrEnum):
    """What a document is about."""

    CASE = "case"
    DAY = "day"  # all open cases, on one day
    HISTORY = "history"  # the steps of the casebook
    CASES = "cases"  # several cases, or all of one owner
    LIST = "list"  # a list of the window


class Option(StrEnum):
    """What may be chosen for one print, where it means something: fields of ``Order``."""

    UNMASKED = "unmasked"
    SENSITIVE = "sensitive"
    GIVEN_BACK = "given_back"
    ORIGINALS = "originals"
    DAY = "day"
    OWNER = "owner_id"
    HISTORY = "history"
    INVOICE = "invoice"
    SUCCESSOR = "successor_id"
    FILED = "filed"
    CASES = "cases"
    LIST = "listed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to print: a kind of ``documents.KINDS``, in a language of ``LANGUAGES``, on "a4" or "letter".

    ``case_id`` is None for a kind that is about a day. ``profile`` is one of ``PROFILES``, the kind of file.
    ``unmasked`` prints identity numbers in full; ``sensitive`` puts the answers to section 8 in (the caller
    opened them, which is recorded). A receipt is for ``originals`` chosen among those held (all, if empty),
    which the office took, or has ``given_back``. A day sheet is of a ``day`` (else today) and for the cases
    of ``owner_id`` (else everybody's). The ``history`` is of the steps chosen (else all). An ``invoice`` is
    the one of this number (else the newest issued). A list of cases handed over is of ``cases``, else of all
    those of ``owner_id``, and goes to ``successor_id``. A data sheet is of the values as ``filed`` under a
    number (0: as recorded now). A list is the one ``listed``.
    """

    case_id: UUID | None = None
    kind: str = "checklist"
    language: str = "both"
    paper: str = "a4"
    profile: str = PRINT
    unmasked: bool = False
    sensitive: bool = False
    given_back: bool = False
    originals: tuple[str, ...] = ()
    day: date | None = None
    owner_id: UUID | None = None
    history: Chosen | None = None
    invoice: str = ""
    successor_id: UUID | None = None
    cases: tuple[UUID, ...] = ()
    filed: int = 0
    listed: Listed | None = None

    @property
    def case(self) -> UUID:
        """The case a document is about. Raises ``ValueError`` where none was named: a bug of the caller."""
        if self.case_id is None:
            raise ValueError(f"{self.kind} is about a case")
        return self.case_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of document: its ``label`` (a msgid), whose it is, and what gathers its finished value.

    ``options`` are those that mean something for it. A kind that is ``in_full`` always shows identity
    numbers whole, because it could not be used otherwise; its prints are recorded as unmasked. Where
    ``categories`` are named, only their cases have it.
    """

    label: str
    group: Group
    gather: Callable[[Session, Order, date], Printed]
    subject: Subject = Subject.CASE
    message: Callable[[Any, str], str] | None = None
    options: frozenset[Option] = frozenset()
    in_full: bool = False
    categories: frozenset[str] = frozenset()

    def fits(self, category: str) -> bool:
        """Whether cases of this visa category have it."""
        return not self.categories or category in self.categories
