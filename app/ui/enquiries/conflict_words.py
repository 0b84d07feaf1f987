"""A conflict check in words: the columns of what was found, and both sides beside each other."""

from collections.abc import Sequence

from app.domain import dates, places
from app.domain.conflicts import Hit, Link, Search, Subject, Why
from app.domain.dates import PartialDate
from app.i18n import N_, _, language, plural
from app.services.conflicts import Check
from app.services.people_list import PersonLine
from app.ui import words
from app.ui.widgets.table_model import Column

TONES = {
    Why.PASSPORT: "bad",
    Why.RECORDED: "bad",
    Why.NAME_AND_BIRTH: "bad",
    Why.NAME: "warn",
    Why.SOUND: "warn",
    Why.SIMILAR: "plain",
    Why.OTHER_BIRTH: "plain",
}
_OF_DAY = (Link.ENQUIRED, Link.DECLINED)
Sides = Sequence[tuple[str, str, str]]  # a label, and the value at each side


def links(hit: Hit) -> str:
    """Return what somebody found is to the firm."""
    return "; ".join(_link(Link(code), what) for code, what in hit.links)


def _link(link: Link, what: str) -> str:
    shown = born(what) if link in _OF_DAY else what
    return _(link.label).format(what=shown)


def born(text: str) -> str:
    """Return a date of ISO text, maybe partial, as it is read."""
    return dates.shown(PartialDate.parse(text), language()) if text else ""


def country(code: str) -> str:
    """Return the name of a country, "" for none."""
    return places.country_name(code).text(language()) if code else ""


def sought(hit: Hit) -> str:
    """Return for whom something was found: "Employer: Fictional Robotics"."""
    return _("{role}: {name}").format(role=_(hit.subject.label), name=hit.searched)


COLUMNS: tuple[Column[tuple[int, Hit]], ...] = (
    Column("found", N_("Found"), lambda row: row[1].found, width=150),
    Column("why", N_("Why"), lambda row: _(row[1].why.label), width=190, tone=lambda row: TONES[row[1].why]),
    Column("sought", N_("Searched for"), lambda row: sought(row[1]), width=180),
    Column("links", N_("To us"), lambda row: links(row[1]) or _(row[1].source.label), width=180),
)


def searched(search: Search) -> str:
    """Return whom the search was for, each with its spellings."""
    told = []
    for each in search.searched:
        others = [spelling for spelling in each.spellings if spelling != each.name]
        named = (
            f"{each.name} ({', '.join(others)})" if others and each.name else each.name or ", ".join(others)
        )
        told.append(_("{role}: {name}").format(role=_(each.subject.label), name=named))
    return "; ".join(told)


def counted(search: Search) -> str:
    """Return how much was found."""
    if not search.hits:
        return _("Nothing found in the casebook.")
    text = plural("{count} match found.", "{count} matches found.", len(search.hits) + search.more)
    if search.more:
        text += " " + _("The strongest {count} are shown.").format(count=len(search.hits))
    return text


def sides(hit: Hit, own: PersonLine | None) -> Sides:
    """Return both sides of a match; what is not known of either is "—"."""
    of_self = hit.subject is Subject.PERSON and own is not None
    line = own if of_self else None
    pairs = [
        (_("Name"), line.name if line else hit.searched, hit.found),
        (_("In own script"), line.native_name if line else "", hit.native_name),
        (_("Date of birth"), born(line.birth_date) if line else "", born(hit.birth_date)),
        (_("Nationality"), country(line.nationality) if line else "", country(hit.nationality)),
        (_("Passport"), line.passport if line else "", hit.passport),
        (_("Role"), _(hit.subject.label), links(hit) or _(hit.source.label)),
    ]
    return [(label, one or "—", other or "—") for label, one, other in pairs if one or other]


def decided(check: Check) -> str:
    """Return a decision with who took it and when."""
    at = check.decided_at.astimezone()
    return _("{decision}, {who}, {day}, {time}").format(
        decision=_(check.decision.label), who=check.decided_by, day=words.day(at.date()), time=f"{at:%H:%M}"
    )
