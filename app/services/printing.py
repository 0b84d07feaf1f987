"""Prints: the bytes to look at, save or put on paper, what in them is no letter, and their record."""

import hashlib
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app import pdf
from app.domain.filing import Printed
from app.errors import UserError
from app.i18n import N_, Bilingual, _, language
from app.services import documents
from app.services.history_filter import Chosen
from app.services.orders import ARCHIVE, Option, Order
from db import trail

MOST_NAMED = 4  # characters named in one sentence


@dataclass(frozen=True, slots=True)
class Print:
    """A finished print. ``problems`` say what is not drawn as itself: show them before it leaves the house.

    The file's name holds the case's number and no personal value.
    """

    order: Order
    file_name: str
    data: bytes
    sha256: str
    problems: tuple[str, ...] = ()


def value(session: Session, order: Order, today: date) -> Printed:
    """Return the finished value that ``order`` is printed from. Raises as ``documents.checked``."""
    order = documents.checked(order)
    return documents.kind(order.kind).gather(session, order, today)


def message(session: Session, order: Order, today: date) -> str:
    """Return what ``order`` is as plain text. Raises ``UserError`` for a kind that is no message."""
    order = documents.checked(order)
    kind = documents.kind(order.kind)
    if kind.message is None:
        raise UserError(_("This document is not written as a message: {kind}.").format(kind=_(kind.label)))
    return kind.message(kind.gather(session, order, today), order.language)


def digest(data: bytes) -> str:
    """Return the SHA-256 by which a print is recorded."""
    return hashlib.sha256(data).hexdigest()


def made(order: Order, printed: Printed) -> Print:
    """Return the print of a finished value; slow, and safe in a job."""
    suffix = " PDF-A" if order.profile == ARCHIVE else ""
    name = f"{printed.reference} {_(documents.kind(order.kind).label)}{suffix}.pdf"
    data = pdf.made(printed, language=order.language, paper=order.paper, profile=order.profile)
    problems = _sentences(pdf.problems(printed, language=order.language))
    return Print(order, name, data, digest(data), (*_missing(printed), *problems))


def _missing(printed: Printed) -> tuple[str, ...]:
    text = _("{field}: not recorded, so left to be written in.")
    return tuple(text.format(field=each.text(language())) for each in printed.missing)


def save(finished: Print, path: Path) -> None:
    """Put a print at ``path``, as ``put`` does."""
    put(finished.data, path)


def put(data: bytes, path: Path) -> None:
    """Write a file at ``path``; one there is replaced as a whole. Raises ``UserError``; slow disks wait."""
    try:
        _replace(path, data)
    except OSError as error:
        raise UserError(
            _("“{file}” can't be written.").format(file=path.name),
            _("Check that the disk has room, and that you may write there."),
        ) from error


def _replace(path: Path, data: bytes) -> None:
    handle, aside = tempfile.mkstemp(dir=path.parent, prefix=".print-")
    try:
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(aside, path)
    except BaseException:
        os.unlink(aside)
        raise


@trail.operation("case:print", N_("Print"), trail.FINAL)
def record(session: Session, order: Order, sha256: str) -> None:
    """Record that a document was printed or saved: its kind and hash, and what was open in it."""
    order = documents.checked(order)
    marks = {option.value: getattr(order, option) for option in (Option.UNMASKED, Option.SENSITIVE)}
    trail.note(session, about=order.case_id or _of(order.history), kind=order.kind, sha256=sha256, **marks)


def _of(steps: Chosen | None) -> UUID | None:
    """Return whom a printed history is about, where it is about one."""
    return steps.about if steps else None


def _sentences(problems: Iterable[Any]) -> tuple[str, ...]:
    """Return the paper's problems as sentences: which field, which characters, why."""
    grouped: dict[tuple[str, str], list[str]] = {}
    for each in problems:
        what = _("{character} ({name}, {code})").format(
            character=each.character, name=each.name, code=each.code_point
        )
        grouped.setdefault((_called(each.field) or _("This document"), each.reason), []).append(what)
    return tuple(_sentence(field, reason, found) for (field, reason), found in grouped.items())


def _sentence(field: str, reason: str, characters: list[str]) -> str:
    reasons = {
        "control": _("{field}: no text, so drawn as boxes: {characters}."),
        "override": _("{field}: turns letters round, so not obeyed and drawn as boxes: {characters}."),
        "variant": _("{field}: asks for another shape of a letter than the one drawn: {characters}."),
    }
    text = reasons.get(reason, _("{field}: in none of the fonts, so drawn as boxes: {characters}."))
    shown = characters[:MOST_NAMED] + [_("and more")] * (len(characters) > MOST_NAMED)
    return text.format(field=field, characters="; ".join(shown))


def _called(field: Any) -> str:
    """Return what a field of the paper is called in the language in use."""
    if isinstance(field, str):
        return field
    if isinstance(field, Bilingual):
        return field.text(language())
    return " ".join(filter(None, (_called(part) for part in field.parts)))
