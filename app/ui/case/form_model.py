"""What the tab of the form lists: values beside the passport's, and values that differ from those filed."""

from dataclasses import dataclass

from app.domain import mrz
from app.domain.filing.data_sheet import Filed
from app.domain.filing.frozen import SENSITIVE, Difference, Words
from app.domain.filing.passport_match import Match
from app.domain.filing.sign_off import Check, SignOff
from app.domain.mrz import Mrz
from app.i18n import N_, Bilingual, _, language
from app.settings import today
from app.ui import words
from app.ui.widgets.section_model import RichColumn
from app.ui.widgets.table_model import Column


@dataclass(frozen=True, slots=True)
class MatchRow:
    """One value compared, by its place in the list."""

    at: int
    match: Match


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One value that differs from the filed one, by its place in the list."""

    at: int
    difference: Difference


def text_of(words: Words) -> str:
    """Return words in the language in use."""
    return words.text(language()) if isinstance(words, Bilingual) else words


def _said(row: MatchRow) -> str:
    if not row.match.is_same:
        return _("differs")
    return _("same") if row.match.passport else _("recorded")


def _tone(row: MatchRow) -> str:
    if not row.match.is_same:
        return "bad"
    return "good" if row.match.passport else "plain"


def _passport(row: MatchRow) -> str:
    return row.match.passport or "—"


MATCH_COLUMNS: tuple[Column[MatchRow], ...] = (
    RichColumn(
        "label",
        N_("Value"),
        lambda row: _(row.match.label),
        width=180,
        second=lambda row: _(row.match.source),
        second_tone=lambda _row: "muted",
        accessible=lambda row: f"{_(row.match.label)} {_said(row)}",
    ),
    Column("form", N_("On the form"), lambda row: row.match.form or "—", width=150),
    Column("passport", N_("In the passport"), _passport, width=150),
    Column(
        "same",
        N_("Result"),
        _said,
        width=110,
        tone=_tone,
    ),
)


def _value(row: DifferenceRow, words: Words) -> str:
    if row.difference.section == SENSITIVE:
        return _("an answer to section 8")
    return text_of(words) or "—"


DIFFERENCE_COLUMNS: tuple[Column[DifferenceRow], ...] = (
    RichColumn(
        "label",
        N_("Value"),
        lambda row: f"{row.difference.item}  {text_of(row.difference.label)}".strip(),
        width=240,
        second=lambda row: text_of(row.difference.group),
        second_tone=lambda _row: "muted",
    ),
    Column("filed", N_("As filed"), lambda row: _value(row, row.difference.filed), width=160),
    Column("now", N_("Now"), lambda row: _value(row, row.difference.now), width=160),
)


def zone_of(typed: str) -> Mrz | None:
    """Return the passport's zone that was typed, None for nothing. Raises ``UserError``."""
    if not typed.strip():
        return None
    zone = mrz.parse(typed, today=today())
    mrz.require_sound(zone)
    return zone


def told(filed: Filed) -> str:
    """Return a form that was filed as one line."""
    look = f"{filed.check.text(language())}: {filed.reader}"
    minutes = _("{minutes} minutes").format(minutes=filed.minutes) if filed.minutes else ""
    at = words.moment(filed.at)
    head = _("No. {number}, submitted {at} by {name}").format(number=filed.number, at=at, name=filed.by)
    parts = (head, look, minutes, _("SHA-256 {hash}").format(hash=filed.sha256[:12]), filed.explained)
    return " · ".join(part for part in parts if part)


def looked(sign_off: SignOff | None) -> str:
    """Return where the second look at the present values stands."""
    if sign_off is None:
        return _("Nobody has looked at these values a second time yet.")
    if sign_off.signed_at is None:
        begun = sign_off.begun_at.astimezone().strftime("%H:%M")
        return _("A self-check of these values began at {time}.").format(time=begun)
    at = words.moment(sign_off.signed_at)
    text = f"{_(sign_off.check.label)}: {sign_off.reader}, {at}"
    if sign_off.check is Check.SELF_CHECK:
        text += ", " + _("{minutes} minutes").format(minutes=sign_off.minutes)
    return text
