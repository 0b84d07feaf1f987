"""Search the casebook for whoever an enquirer may be in conflict with, in every spelling and script."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from rapidfuzz.distance import OSA
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import conflicts, folding, names
from app.domain.conflicts import Hit, Link, Search, Searched, Source, Subject, Why
from app.domain.folding import Reader
from app.domain.likeness import Traits
from app.domain.people import Name, Person
from app.services import conflict_links, people
from app.services.conflict_links import Held
from db import search, search_index
from db.models.enquiry import EnquiryRow
from db.models.person_row import PersonListing

_FOUND = conflicts.MOST_KEPT  # persons looked at for each spelling
_NEAR = 0.6
_TELLING = 4  # letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """One of those who are searched for; ``person_id`` where they have a record."""

    subject: Subject
    name: str
    spellings: tuple[str, ...]
    traits: Traits
    person_id: UUID | None = None


def of_person(session: Session, person_id: UUID) -> Search:
    """Search for a person, their relatives, employers and referrers; nothing is decided by it."""
    reader: Reader | None = session.info.get(search_index.PINYIN)
    sought = list(_sought(session, person_id, reader))
    persons = [hit for each in sought for hit in _persons(session, each, person_id, reader)]
    texts = _texts(sought, conflict_links.held(session, person_id), reader)
    searched = [Searched(subject=e.subject, name=e.name, spellings=e.spellings) for e in sought]
    return conflicts.ordered(searched, [*persons, *texts])


def _sought(session: Session, person_id: UUID, reader: Reader | None) -> Iterator[Sought]:
    person = people.person(session, person_id)
    yield _as_sought(Subject.PERSON, person, reader)
    for relative in person.relatives:
        if relative.relative_id is not None:
            other = people.person(session, relative.relative_id)
            yield _as_sought(Subject.RELATIVE, other, reader)
    for employer in dict.fromkeys(each.employer for each in person.employment if each.employer):
        yield _of_text(Subject.EMPLOYER, employer, reader)
    query = select(EnquiryRow).where(EnquiryRow.person_id == person_id, ~EnquiryRow.archived)
    for row in session.scalars(query.order_by(EnquiryRow.id)):
        if row.referrer_id is not None:
            yield _as_sought(Subject.REFERRER, people.person(session, row.referrer_id), reader)
        if row.referrer:
            yield _of_text(Subject.REFERRER, row.referrer, reader)


def _as_sought(subject: Subject, person: Person, reader: Reader | None) -> Sought:
    spellings = tuple(dict.fromkeys(names.full(name) for name in person.names))
    birth_date = str(person.birth_date or "")
    numbers = [passport.number for passport in person.passports if passport.number]
    found = folding.document(person.names, passports=numbers, birth_date=birth_date, pinyin=reader)
    traits = Traits(found.folded, found.tokens, birth_date)
    name = names.passport_form(person.names[0]) if person.names else ""
    return Sought(subject=subject, name=name, spellings=spellings, traits=traits, person_id=person.id)


def _of_text(subject: Subject, text: str, reader: Reader | None) -> Sought:
    return Sought(subject=subject, name=text, spellings=(text,), traits=_traits(text, reader))


def _traits(text: str, reader: Reader | None) -> Traits:
    found = folding.document([Name(given=conflicts.bare(text))], pinyin=reader)
    return Traits(found.folded, found.tokens, "")


def _persons(session: Session, sought: Sought, of: UUID, reader: Reader | None) -> list[Hit]:
    """Return the persons who may be the one sought; relatives and referrers who are known, too."""
    found: list[tuple[PersonListing, Why]] = []
    for row in _candidates(session, sought, reader):
        is_known = row.person_id == sought.person_id
        why = Why.RECORDED if is_known else conflicts.why(sought.traits, _traits_of(row))
        if why is not None and row.person_id != of:
            found.append((row, why))
    links = conflict_links.of_persons(session, [row.person_id for row, _why in found], without=of)
    return [
        _person_hit(sought, row, why, links[row.person_id])
        for row, why in found
        if why is not Why.RECORDED or links[row.person_id]
    ]


def _candidates(session: Session, sought: Sought, reader: Reader | None) -> Iterable[PersonListing]:
    connection = session.connection()
    seqs: dict[int, None] = {}
    for text in (*sought.spellings, *_numbers(sought)):
        seqs |= dict.fromkeys(search.find(connection, text, limit=_FOUND, archived=None))
        near = search.similar(connection, text, _FOUND, archived=None, pinyin=reader)
        seqs |= dict.fromkeys(near)
    is_there = PersonListing.seq.in_(list(seqs))
    query = select(PersonListing).where(is_there | (PersonListing.person_id == sought.person_id))
    return session.scalars(query.order_by(PersonListing.seq))


def _numbers(sought: Sought) -> list[str]:
    return [line for line in sought.traits.folded.splitlines() if any(c.isdigit() for c in line)]


def _traits_of(row: PersonListing) -> Traits:
    return Traits(row.folded, row.tokens, row.birth_date)


def _person_hit(sought: Sought, row: PersonListing, why: Why, links: Iterable[tuple[Link, str]]) -> Hit:
    own = [(Link.ARCHIVED.value, "")] if row.archived else []
    return Hit(
        subject=sought.subject,
        searched=sought.name,
        source=Source.PERSON,
        found=row.name,
        why=why,
        person=str(row.person_id),
        native_name=row.native_name,
        birth_date=row.birth_date,
        nationality=row.nationality,
        passport=row.passport,
        links=(*((link.value, what) for link, what in links), *own),
    )


def _texts(
    sought: Iterable[Sought], held: Mapping[tuple[Source, str], list[Held]], reader: Reader | None
) -> list[Hit]:
    """Return the employers, referrers and parties, known by their names alone, who may be those sought."""
    hits = []
    wanted = [(each, set(_words(each.traits))) for each in sought]
    for (source, text), where in held.items():
        folded = conflicts.bare(text)
        near = [each for each, words in wanted if _is_near(folded, words, each)]
        theirs = _traits(text, reader) if near else None
        for each in near:
            why = conflicts.why(each.traits, theirs) if theirs else None
            if why is not None:
                hits.append(_text_hit(each, source, text, why, where))
    return hits


def _is_near(folded: str, words: set[str], sought: Sought) -> bool:
    """Say whether a text is worth a closer look: a telling word in common, a near spelling, or Chinese."""
    if not folded:
        return False
    if not folded.isascii() or not words.isdisjoint(folded.split()):
        return True
    lines = sought.traits.folded.splitlines()
    return any(OSA.normalized_similarity(folded, line, score_cutoff=_NEAR) for line in lines)


def _words(traits: Traits) -> Iterator[str]:
    return (word for word in traits.tokens.split() if len(word) >= _TELLING)


def _text_hit(sought: Sought, source: Source, text: str, why: Why, where: Iterable[Held]) -> Hit:
    return Hit(
        subject=sought.subject,
        searched=sought.name,
        source=source,
        found=text,
        why=why,
        links=tuple(dict.fromkeys((each.link.value, each.what) for each in where)),
    )
