"""The casebook: all data of one firm, opened for one user. The only maker of sessions."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session, sessionmaker

from app.domain.folding import Reader
from app.errors import UserError, WrongPassphrase
from app.i18n import N_, _
from db import keyfile, keyslots, location, search_index, trail, undo, upgrade
from db.engine import reading, sqlite_engine, writing
from db.folder import Folder, made_whole, named, unlock
from db.keyslots import Cost
from db.models.firm import Firm, User
from db.models.operation import ChainHead, Operation, Secret
from db.trail import Actor, Changes, Named, Told, Work
from db.trouble import translated
from db.types import new_key, utc_now

P = ParamSpec("P")
R = TypeVar("R")

# Called inside every write, after the operation and before its records are sealed:
# recomputes what is derived (search rows, progress) for what the operation touched.
Derive = Callable[[Session, Changes], None]


@dataclass(frozen=True, slots=True)
class Written(Generic[R]):
    """What an operation returned, and what it changed."""

    result: R
    changes: Changes


def _tell_nobody(_done: int, _total: int) -> None:
    """Hear how far a short operation is."""


def _size(done: Operation | None) -> int:
    return done.changes if done else 0


def _named(function: Callable[..., object]) -> Named:
    named_as = getattr(function, "operation", None)
    if not isinstance(named_as, Named):
        raise TypeError("only functions marked @operation write")
    return named_as


class Casebook:
    """An open casebook. Reads and writes are one short transaction each; safe to use from several threads.

    Every method raises the classes of ``app.errors`` for known trouble.
    """

    def __init__(
        self,
        engine: Engine,
        actor: Actor,
        *,
        derive: Sequence[Derive] = (),
        pinyin: Reader | None = None,
        folder: Folder | None = None,
        key: bytes = b"",
        clock: Callable[[], datetime] = utc_now,
        busy_ms: int = 5000,
    ) -> None:
        self.actor = actor
        self.busy_ms = busy_ms
        self.folder = folder
        self.clock = clock
        self._derive = tuple(derive)
        self._pinyin = pinyin
        self.use(engine, key)
        self._audit_key = self.read(_secret, "audit")
        self._opened_at = self.head()

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        firm: str,
        name: str,
        login: str,
        passphrase: str,
        cost: Cost | None = None,
        **options: Any,
    ) -> tuple["Casebook", str]:
        """Make a new casebook for ``firm`` and open it; return it with the recovery key, shown once.

        Never touches anything that is already there, and leaves nothing behind where it fails.
        """
        folder = named(path)
        location.refuse_unsafe(folder.path)
        location.refuse_taken(folder.path)
        key, code = os.urandom(32), keyslots.recovery_code()
        ways_in = ((login, passphrase), (keyslots.RECOVERY, code))
        slots = [keyslots.new_slot(who, secret, key, cost or Cost()) for who, secret in ways_in]
        with translated(), made_whole(folder) as part:
            part.objects.mkdir(mode=0o700)
            engine = sqlite_engine(part.database, key, create=True)
            clock = options.get("clock", utc_now)
            actor = cls.found(engine, firm=firm, name=name, login=login, clock=clock).actor
            engine.dispose()
            keyfile.write(part.slots, part.database, {slot.login: slot for slot in slots}, key)
        return cls(sqlite_engine(folder.database, key), actor, folder=folder, key=key, **options), code

    @classmethod
    def found(cls, engine: Engine, *, firm: str, name: str, login: str, **options: Any) -> "Casebook":
        """Make the tables in an empty database, write the firm and its first user, and open it for them."""
        with translated(), writing(engine).begin() as connection:
            upgrade.create(connection)
        book = cls(engine, Actor(new_key(), name), **options)
        book.write(_found, firm, login)
        return book

    @classmethod
    def open(
        cls, path: Path, *, login: str, passphrase: str, busy_ms: int = 5000, **options: Any
    ) -> "Casebook":
        """Open the casebook at ``path`` with a passphrase, upgrading it first where it is older."""
        folder = named(path)
        engine, key = unlock(folder, login, passphrase, busy_ms=busy_ms)
        try:
            with translated():
                upgrade.bring_up_to_date(engine, folder, key)
                actor = _actor(engine, login)
                return cls(engine, actor, folder=folder, key=key, busy_ms=busy_ms, **options)
        except BaseException:
            engine.dispose()
            raise

    def use(self, engine: Engine, key: bytes) -> None:
        """Go on with another engine and key, after a rekey."""
        self.engine, self.key = engine, key
        options: dict[str, Any] = {
            "class_": trail.RecordedSession,
            "expire_on_commit": False,
            "info": {search_index.PINYIN: self._pinyin},
        }
        self._readers = sessionmaker(reading(engine), **options)
        self._writers = sessionmaker(writing(engine), **options)

    def read(self, query: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Return ``query(session, …)``; it gets plain rows out and changes nothing."""
        with translated(), self._readers() as session:
            return query(session, *args, **kwargs)

    def write(
        self, function: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> Written[R]:
        """Run an operation in one transaction with its change records. On any error nothing is changed."""
        return self._run(_named(function), lambda session: function(session, *args, **kwargs))

    def write_telling(
        self, told: Told, function: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> Written[R]:
        """Run an operation as ``write`` does; ``told`` hears how far it is, and what it raises takes it back.

        One operation is one transaction, since it must be undone as one: it holds the write lock to its end.
        """
        return self._run(_named(function), lambda session: function(session, *args, **kwargs), told)

    def _run(
        self, named_as: Named, function: Callable[[Session], R], told: Told = _tell_nobody
    ) -> Written[R]:
        work = Work(named_as, self.actor, self.clock(), told=told)
        upgrade.know_every_table()
        with translated(), self._writers.begin() as session:
            session.info["audit_key"] = self._audit_key
            trail.begin(session, work)
            result = function(session)
            session.flush()
            for derive in self._derive:
                derive(session, trail.touched(work))
                session.flush()
            return Written(result, trail.seal(session))

    def keep(self, function: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a write that leaves no record, such as a draft; recorded rows can't be changed in it."""
        upgrade.know_every_table()
        with translated(), self._writers.begin() as session:
            return function(session, *args, **kwargs)

    def undo(self, seq: int | None = None, told: Told = _tell_nobody) -> Written[str]:
        """Take back my last operation since the casebook was opened, or operation ``seq``; return its label.

        ``told`` as in ``write_telling``. Raises ``UserError`` when there is nothing to undo, ``Conflict``
        when a later change is in the way.
        """
        return self._run(undo.UNDO, lambda session: self._take_back(session, seq, undo.undo_candidate), told)

    def redo(self, told: Told = _tell_nobody) -> Written[str]:
        """Do again what was last undone, unless something was changed since; return its label."""
        return self._run(undo.REDO, lambda session: self._take_back(session, None, undo.redo_candidate), told)

    def rows_to_undo(self, seq: int | None = None) -> int:
        """Return how many rows ``undo`` would change, 0 where there is nothing to undo."""
        return self.read(lambda session: _size(self._meant(session, seq, undo.undo_candidate)))

    def rows_to_redo(self) -> int:
        """Return how many rows ``redo`` would change, 0 where there is nothing to do again."""
        return self.read(lambda session: _size(self._meant(session, None, undo.redo_candidate)))

    def _meant(self, session: Session, seq: int | None, candidate: Any) -> Operation | None:
        found: Operation | None = (
            session.get(Operation, seq) if seq else candidate(session, self.actor.id, self._opened_at)
        )
        return found

    def _take_back(self, session: Session, seq: int | None, candidate: Any) -> str:
        done = self._meant(session, seq, candidate)
        if done is None:
            raise UserError(_("There is nothing to undo or redo."))
        undo.take_back(session, done.seq)
        return str(undo.meant(session, done).label)

    def undoable(self) -> tuple[str, str]:
        """Return the labels (msgids) of what undo and redo would do, each "" where there is nothing."""
        return self.read(_candidates, self.actor, self._opened_at)

    def head(self) -> int:
        """Return the seq of the last operation."""
        return self.read(_head)

    def close(self) -> None:
        """Let go of the file; everything is already saved."""
        self.engine.dispose()


def _secret(session: Session, name: str) -> bytes:
    return bytes(session.scalars(select(Secret.value).where(Secret.name == name)).one())


def _head(session: Session) -> int:
    return session.scalars(select(ChainHead.seq)).one()


def _candidates(session: Session, actor: Actor, after: int) -> tuple[str, str]:
    undone = undo.undo_candidate(session, actor.id, after)
    redone = undo.redo_candidate(session, actor.id, after)
    return (
        undo.meant(session, undone).label if undone else "",
        undo.meant(session, redone).label if redone else "",
    )


@trail.operation("casebook:create", N_("Create casebook"), trail.BARRIER)
def _found(session: Session, firm: str, login: str) -> None:
    """Write the firm and the first user, who is its owner."""
    actor = trail.of(session).actor
    session.add(Firm(name=firm))
    session.add(User(id=actor.id, login=login, name=actor.name, role="owner"))


def _actor(engine: Engine, login: str) -> Actor:
    """Return who ``login`` is; the recovery key acts for the owner, and the history says so."""
    recovering = login == keyslots.RECOVERY
    meant = User.role == "owner" if recovering else User.login == login
    with Session(engine) as session:
        user = session.scalars(select(User).where(meant, User.archived.is_(False)).order_by(User.id)).first()
    if user is None:
        raise WrongPassphrase(
            _("Nobody of this name opens this casebook."), _("Choose a name from the list.")
        )
    return Actor(user.id, f"{user.name} ({_('recovery key')})" if recovering else user.name)
