"""What repeated items repeat for: each degree, each country lived in for more than a year, each former name.

Counting errs on the side of asking: where the record leaves a length of stay open, the country is listed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.choices import AddressKind, NameKind, NameOrder, StudyMode
from app.domain.dates import PartialDate
from app.domain.people import Education, Name, Part, Person
from app.domain.person_facts import is_degree
from app.domain.places import country_name
from app.domain.rulepack import Repeat
from app.i18n import Bilingual, joined

_YEAR = timedelta(days=365)
_OPEN = Bilingual("length of stay not recorded", "居住时长未记录")


@dataclass(frozen=True, slots=True)
class Occasion:
    """One degree, country or name. ``key`` stays the same as long as the record it comes from does.

    ``country`` is where its papers are issued, "" where the record does not tell.
    """

    key: str
    label: Bilingual
    country: str = ""


@dataclass(frozen=True, slots=True)
class _Stay:
    country: str
    start: PartialDate | None
    end: PartialDate | None


def repeats(person: Person, today: date) -> Mapping[Repeat, tuple[Occasion, ...]]:
    """Return what items repeat for in this person's record."""
    return {
        Repeat.DEGREE: tuple(_degree(n, e) for n, e in enumerate(person.education) if is_degree(e)),
        Repeat.COUNTRY: tuple(_countries(person, today)),
        Repeat.NAME_CHANGE: tuple(
            _former_name(n, name) for n, name in enumerate(person.names) if name.kind is NameKind.FORMER
        ),
    }


def _key(number: int, part: Part) -> str:
    """Return the key of a saved row, else its place in the list."""
    return part.id.hex if part.id else str(number + 1)


def _degree(number: int, education: Education) -> Occasion:
    words = [each for each in (education.degree, education.major, education.institution) if each.strip()]
    country = country_name(education.country)
    plain = joined(", ", words or (f"{number + 1}",))
    if not education.country:
        return Occasion(_key(number, education), plain)
    return Occasion(
        _key(number, education),
        Bilingual(f"{plain.en} ({country.en})", f"{plain.zh}（{country.zh}）"),
        education.country,
    )


def _former_name(number: int, name: Name) -> Occasion:
    parts = [name.family, name.given]
    if name.order is NameOrder.GIVEN_FIRST:
        parts.reverse()
    written = " ".join(part for part in parts if part)
    return Occasion(_key(number, name), Bilingual(written, written))


def _countries(person: Person, today: date) -> Iterator[Occasion]:
    stays: dict[str, list[_Stay]] = {}
    for stay in _stays(person):
        stays.setdefault(stay.country, []).append(stay)
    for country in sorted(stays):
        label = country_name(country)
        known = [stay for stay in stays[country] if stay.start]
        if _length(known, today) > _YEAR:
            yield Occasion(country, label, country)
        elif len(known) < len(stays[country]):
            unsure = Bilingual(f"{label.en} ({_OPEN.en})", f"{label.zh}（{_OPEN.zh}）")
            yield Occasion(country, unsure, country)


def _stays(person: Person) -> Iterator[_Stay]:
    stays = [_Stay(a.country, a.since, a.until) for a in person.addresses if a.kind is not AddressKind.POSTAL]
    stays += [_Stay(e.country, e.start, e.end) for e in person.education if e.mode is not StudyMode.DISTANCE]
    stays += [_Stay(e.country, e.start, e.end) for e in person.employment]
    yield from (stay for stay in stays if stay.country)
    if person.residence_country and not any(s.country == person.residence_country for s in stays):
        yield _Stay(person.residence_country, None, None)


def _length(stays: list[_Stay], today: date) -> timedelta:
    """Return how long the stays last together at most, days in common counted once."""
    total, reached = timedelta(), date.min
    for start, end in sorted(_bounds(stay, today) for stay in stays):
        first = max(start, reached)
        if end >= first:
            total += end - first + timedelta(days=1)
            reached = end + timedelta(days=1)
    return total


def _bounds(stay: _Stay, today: date) -> tuple[date, date]:
    """Return the first and last day a stay can mean; one without end lasts until today."""
    start = stay.start.earliest if stay.start else date.max
    return start, min(today, stay.end.latest) if stay.end else today
