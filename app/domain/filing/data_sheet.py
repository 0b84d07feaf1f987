"""The data sheet as printed: every field of the online visa form, to be keyed in beside the screen."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.filing import CaseDocument
from app.i18n import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """One field of the form; an empty ``value`` is not recorded."""

    item: str  # its place on the form, such as "1.7B"
    label: Bilingual
    value: str | Bilingual = ""
    key: str = ""  # the record's field it comes from, such as "CaseFile.purpose"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormGroup:
    """Fields that belong together, such as those of one employer; ``title`` tells it from its like.

    A group without fields says that nothing of the kind is recorded.
    """

    title: str | Bilingual = ""
    fields: tuple[FormField, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSection:
    """One section of the form, by its number there."""

    number: int
    title: Bilingual
    groups: tuple[FormGroup, ...] = ()
    is_closed: bool = False  # its answers are not in this print


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """Of a form as it was filed: which one, when and by whom, who looked at it before, and its SHA-256."""

    number: int
    at: datetime  # UTC
    by: str
    check: Bilingual
    reader: str
    minutes: int  # that the second look took
    sha256: str
    explained: str = ""  # why it was filed although something differed from the passport


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSheet(CaseDocument):
    """All sections of the form in its own order."""

    sections: tuple[FormSection, ...]
    filed: Filed | None = None  # None: as recorded now
