"""Lists as files, as they are seen: their columns, order, filter and sort; each export is recorded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from app.errors import UserError
from app.i18n import N_, _
from app.services import printing, sheets
from app.services.sheets import Sheet
from db import trail

FORMS = (sheets.XLSX, sheets.CSV)


@dataclass(frozen=True, slots=True)
class ListFile:
    """A list as a finished file; ``name`` says which list, for the history, and holds no personal value."""

    name: str
    form: str
    rows: int
    data: bytes


def form_of(path: Path) -> str:
    """Return the form that a file's name asks for. Raises ``UserError`` for any other ending."""
    form = path.suffix.lower().removeprefix(".")
    if form not in FORMS:
        raise UserError(
            _("“{file}” ends in neither .xlsx nor .csv.").format(file=path.name),
            _("The ending says which kind of file is written."),
        )
    return form


def made(name: str, form: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> ListFile:
    """Return a list as a file; slow for a long one, and safe in a job."""
    sheet = Sheet(name, heads, list(rows))
    return ListFile(name, form, len(sheet.rows), sheets.written(form, [sheet]))


@trail.operation("list:export", N_("Export list"), trail.FINAL)
def record(session: Session, file: ListFile) -> None:
    """Record that a list left the house: which, how long, in which form, and the file's hash."""
    digest = printing.digest(file.data)
    trail.note(session, list=file.name, form=file.form, count=file.rows, sha256=digest)
