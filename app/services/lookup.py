"""Which client, user or office is meant: by key, by number, login or a name that only one of them has."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.folding import fold, number
from app.errors import UserError
from app.i18n import _
from app.services import firms, people_list
from app.services.firms import UserLine
from db.models.person import NameRow, PassportRow, PersonRow
from db.models.person_row import PersonListing

_MOST = 50  # persons looked at; whoever shares a name with more is asked for a key anyway


def client(session: Session, words: str) -> UUID:
    """Return the one person that ``words`` names; any of their names counts, in either order.

    Raises ``UserError`` where nobody, or more than one, is called that. Archived persons are not found.
    """
    called = _by_passport(session, words) or _by_name(session, words)
    found = _by_key(session, words) or _present(session, called)
    if called and not found:
        raise UserError(_("This person is archived."), _("Bring the person back first."), field="client")
    if not found:
        raise UserError(
            _("There is no such client."),
            _("Give the key, the passport number or the whole name, as “client list” shows them."),
            field="client",
        )
    if len(found) > 1:
        keys = ", ".join(str(key) for key in found[:5])
        raise UserError(
            _("{count} clients are called that.").format(count=len(found)),
            _("Give the key of one: {keys}").format(keys=keys),
            field="client",
        )
    return found[0]


def user(session: Session, words: str, *, left: bool = False) -> UUID:
    """Return the one user of this login or name, with ``left`` also one who left. Raises ``UserError``."""
    wanted = words.strip().casefold()
    users: list[UserLine] = [*firms.users(session), *(firms.users(session, archived=True) if left else ())]
    for by_login in (True, False):
        found = [each for each in users if (each.login if by_login else each.name).casefold() == wanted]
        if len(found) == 1:
            return found[0].id
    _refuse_leaver(session, wanted)
    message = _("Nobody here is called “{name}”.").format(name=words[:60])
    raise UserError(message, ", ".join(each.login for each in users), field="owner")


def _refuse_leaver(session: Session, wanted: str) -> None:
    """Raise ``UserError`` with the reason where these words name somebody who left."""
    for each in firms.users(session, archived=True):
        if wanted in (each.login.casefold(), each.name.casefold()):
            message = _("{name} no longer works in the casebook.").format(name=each.name)
            raise UserError(message, _("Choose somebody who does."), field="owner")


def office(session: Session, words: str) -> UUID:
    """Return the one office of this name. Raises ``UserError`` with those there are."""
    offices = firms.offices(session)
    found = [each.id for each in offices if each.name.casefold() == words.strip().casefold()]
    if len(found) != 1:
        message = _("There is no office “{name}”.").format(name=words[:60])
        raise UserError(message, ", ".join(each.name for each in offices), field="office_id")
    return found[0]


def _by_key(session: Session, words: str) -> list[UUID]:
    try:
        key = UUID(words.strip())
    except ValueError:
        return []
    return [key] if session.get(PersonRow, key) else []


def _by_passport(session: Session, words: str) -> list[UUID]:
    forms = {words.strip(), words.strip().upper(), number(words).upper()}
    query = select(PassportRow.person_id).where(PassportRow.number.in_(forms))
    return list(dict.fromkeys(session.scalars(query)))


def _by_name(session: Session, words: str) -> list[UUID]:
    seqs = people_list.ids(session, typed=words, archived=None)[:_MOST]
    near = session.scalars(select(PersonListing.person_id).where(PersonListing.seq.in_(seqs)))
    wanted = _run_together(words)
    names = session.scalars(select(NameRow).where(NameRow.person_id.in_(list(near))).order_by(NameRow.id))
    called = [name.person_id for name in names if wanted in _ways(name)]
    return list(dict.fromkeys(called)) if wanted else []


def _ways(name: NameRow) -> tuple[str, str]:
    """Return a name written either way round."""
    return _run_together(name.family + " " + name.given), _run_together(name.given + " " + name.family)


def _run_together(text: str) -> str:
    return fold(text).replace(" ", "")


def _present(session: Session, keys: Iterable[UUID]) -> list[UUID]:
    """Return each key once, those of archived persons left out."""
    kept = dict.fromkeys(keys)
    query = select(PersonRow.id).where(PersonRow.id.in_(list(kept)), PersonRow.archived.is_(False))
    there = set(session.scalars(query))
    return [key for key in kept if key in there]
