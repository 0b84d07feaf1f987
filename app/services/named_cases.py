"""Cases of a sheet with their words understood: which client, post, owner and office are meant."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.folding import fold
from app.domain.importing import Candidate, RowError, Subject, Table
from app.domain.importing.cases import NewCase
from app.domain.importing.cell_values import Meaning, RowReader
from app.domain.importing.rows import Parsed
from app.errors import UserError
from app.i18n import _
from app.services import firms, lookup, packs, people
from app.services.firms import UserLine
from db.models.case import CaseRow


@dataclass(frozen=True, slots=True)
class NamedCase:
    """A case to be opened, with the keys of all that it names."""

    case: NewCase
    person_id: UUID
    category: str
    post: str
    owner_id: UUID | None
    office_id: UUID | None

    @property
    def key(self) -> tuple[UUID, str, str]:
        """What makes it the same case: client, category and post."""
        return self.person_id, self.category, self.post


class Names:
    """Whom and what words name; each is looked up once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._clients: dict[str, UUID] = {}

    def client(self, case: NewCase) -> UUID:
        """Return the client, by the passport number if one is given, else by key or name."""
        words = case.client_passport or case.client
        if words not in self._clients:
            key = lookup.client(self._session, words)
            people.refuse_archived(self._session, key)
            self._clients[words] = key
        return self._clients[words]

    def category(self, words: str) -> str:
        """Return a category's code. Raises ``UserError`` where there are no rules for it."""
        code = words.strip().upper().removesuffix("VISA").removesuffix("签证").strip()
        if code not in packs.categories():
            message = _("There is no rule pack for “{category}”.").format(category=words[:20])
            raise UserError(message, ", ".join(packs.categories()))
        return code

    def post(self, words: str) -> str:
        """Return a post's code, by its code or its name in either language."""
        return self._posts.get(fold(words)) or packs.post(words).code

    @cached_property
    def _posts(self) -> Mapping[str, str]:
        named = packs.all_posts()
        return {fold(word): code for code, post in named.items() for word in (code, *post.name)}

    def owner(self, words: str) -> UUID | None:
        """Return a user by login or name, None for no words."""
        if fold(words) in self._left:
            raise UserError(_("{name} no longer works in the casebook.").format(name=words.strip()[:60]))
        return _found(words, self._users, _("Nobody of this name works in the casebook."))

    @cached_property
    def _users(self) -> Mapping[str, UUID]:
        return _by_words(firms.users(self._session))

    @cached_property
    def _left(self) -> Mapping[str, UUID]:
        return _by_words(firms.users(self._session, archived=True))

    def office(self, words: str) -> UUID | None:
        """Return an office by its name, None for no words."""
        return _found(words, self._offices, _("There is no office of this name."))

    @cached_property
    def _offices(self) -> Mapping[str, UUID]:
        return {fold(office.name): office.id for office in firms.offices(self._session)}


def _by_words(users: Iterable[UserLine]) -> Mapping[str, UUID]:
    return {fold(word): user.id for user in users for word in (user.name, user.login)}


def _found(words: str, known: Mapping[str, UUID], message: str) -> UUID | None:
    if not words.strip():
        return None
    if fold(words) not in known:
        raise UserError(message)
    return known[fold(words)]


def resolved(session: Session, parsed: Parsed, table: Table, meaning: Meaning, today: date) -> Parsed:
    """Return the cases with all they name; whatever names nothing, or several, is an error of its row."""
    names, reader = Names(session), RowReader(Subject.CASES, table, meaning, today)
    numbered = {row.number: row for row in table.rows}
    candidates: list[Candidate] = []
    errors: list[RowError] = list(parsed.errors)
    for candidate in parsed.candidates:
        found, problems = _named(names, candidate.value)
        if found is not None:
            candidates.append(Candidate(candidate.row, found))
        row = numbered[candidate.row]
        errors += [reader.error(row, reader.place_of(key), e.message, e.hint) for key, e in problems]
    return Parsed(tuple(candidates), tuple(errors))


def _named(names: Names, case: NewCase) -> tuple[NamedCase | None, list[tuple[str, UserError]]]:
    problems: list[tuple[str, UserError]] = []

    def tried(key: str, find: Callable[[], Any]) -> Any:
        try:
            return find()
        except UserError as error:
            problems.append((key, error))
            return None

    found = NamedCase(
        case=case,
        person_id=tried("client_passport" if case.client_passport else "client", lambda: names.client(case)),
        category=tried("category", lambda: names.category(case.category)),
        post=tried("post", lambda: names.post(case.post)),
        owner_id=tried("owner", lambda: names.owner(case.owner)),
        office_id=tried("office", lambda: names.office(case.office)),
    )
    return (None if problems else found), problems


def there(session: Session) -> Iterator[tuple[tuple[UUID, str, str], str]]:
    """Yield client, category and post of every case that is not archived, with its number."""
    query = select(CaseRow.person_id, CaseRow.category, CaseRow.post, CaseRow.number)
    for row in session.execute(query.where(CaseRow.archived.is_(False))):
        yield (row.person_id, row.category, row.post), row.number
