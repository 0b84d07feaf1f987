"""Kill a process at work, again and again, and see that nothing it said was saved is lost.

``python -m tests.flows.killing KIND FOLDER ROUNDS SEED`` prints what was counted. A child is forked from
this process, where everything is loaded, says what it has finished, and "ready" once it is warm; then it is
killed within some 50 ms. What must hold then is checked by ``after``; it fails loudly.
"""

import json
import os
import random
import shutil
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import select as query
from sqlalchemy.orm import Session

from app.bootstrap import create_casebook, open_casebook
from app.domain.people import Person
from app.errors import WrongPassphrase
from app.services import people
from db import backup, folder, users
from db.casebook import Casebook
from db.keyslots import CHEAP
from db.models.person import NameRow, PersonRow
from tests.builders import TODAY, a_person
from tests.casebooks import FIRM, LOGIN, NAME, PASSPHRASE
from tests.flows import upgrading

Say = Callable[[str], None]


class Kind(NamedTuple):
    """One kind of work: how to begin, what the child does, and what must hold after it was killed.

    ``longest`` is the time in seconds from "ready" to the kill.
    """

    before: Callable[[Path], None]
    work: Callable[[Path, Say], None]
    after: Callable[[Path, list[str]], Counter[str]]
    longest: float = 0.05


def main(kind: str, place: Path, rounds: int, seed: int) -> None:
    """Run so many rounds and print the sums as JSON."""
    chance = random.Random(seed)
    total: Counter[str] = Counter()
    KINDS[kind].before(place)
    for _round in range(rounds):
        said = killed(lambda say: KINDS[kind].work(place, say), chance.uniform(0, KINDS[kind].longest))
        total += Counter(kills=1, finished=len(said)) + KINDS[kind].after(place, said)
    sys.stdout.write(json.dumps(total))


def killed(work: Callable[[Say], None], delay: float) -> list[str]:
    """Run ``work`` in a child, kill it ``delay`` seconds after it is ready; return what it had finished."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _work_in_child(work, writing)
    os.close(writing)
    said = ""
    while "ready\n" not in said:
        said += os.read(reading, 4096).decode() or "ready\n"
    time.sleep(delay)
    os.kill(child, signal.SIGKILL)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL, "the child ended by itself"
    with open(reading, encoding="utf-8") as pipe:
        said += pipe.read()
    return [line for line in said.splitlines() if line != "ready"]


def _work_in_child(work: Callable[[Say], None], writing: int) -> None:
    def say(text: str) -> None:
        os.write(writing, f"{text}\n".encode())

    try:
        work(say)
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(1)


def _open(path: Path, passphrase: str = PASSPHRASE) -> Casebook:
    return open_casebook(path, login=LOGIN, passphrase=passphrase, today=lambda: TODAY)


def _make(place: Path, name: str = "Test.kasebook") -> None:
    book, _code = create_casebook(
        place / name, firm=FIRM, name=NAME, login=LOGIN, passphrase=PASSPHRASE, cost=CHEAP
    )
    book.close()


def _check(book: Casebook) -> None:
    """Check pages, tables, references and the chain."""
    with book.engine.connect() as connection:
        backup.check(connection)


# Editing: each person is added, annotated, loses a name, and gets it back by undo.


def _edit(place: Path, say: Say) -> None:
    book = _open(place / "Test.kasebook")
    for person in count():
        key = book.write(people.add, a_person(), TODAY).result
        say(f"{key} {_states()[0]}")
        book.write(people.set_field, key, 1, "note", "edited", TODAY)
        say(f"{key} {_states()[1]}")
        name = book.read(people.person, key).names[0]
        assert name.id
        book.write(people.remove_part, "names", name.id, name.version)
        say(f"{key} {_states()[2]}")
        book.undo()
        say(f"{key} {_states()[3]}")
        if person == 0:
            say("ready")


def _states() -> list[str]:
    """Return the states that each person goes through: note and number of names."""
    names = len(a_person().names)
    return [f"-{names}", f"edited-{names}", f"edited-{names - 1}", f"edited-{names}"]


def _after_edit(place: Path, said: list[str]) -> Counter[str]:
    book = _open(place / "Test.kasebook")
    _check(book)
    found = book.read(_found)
    seen: Counter[str] = Counter(step.split()[0] for step in said)
    unsaid = 0
    for key, steps in seen.items():
        reached = _states()[steps - 1]
        next_one = _states()[steps : steps + 1] if key == said[-1].split()[0] else []
        assert found[key] in (reached, *next_one), f"{found[key]} where {reached} was acknowledged"
        unsaid += found[key] != reached
    book.close()
    return Counter(unsaid=unsaid)


def _found(session: Session) -> dict[str, str]:
    names: Counter[object] = Counter(session.scalars(query(NameRow.person_id)))
    rows = session.execute(query(PersonRow.id, PersonRow.note)).all()
    return {str(key): f"{note or ''}-{names[key]}" for key, note in rows}


# Backups: whatever is called a backup can be restored.


def _before_backup(place: Path) -> None:
    _make(place)
    book = _open(place / "Test.kasebook")
    value: Person = a_person()
    for _n in range(20):
        book.write(people.add, value, TODAY)
    book.close()


def _back_up(place: Path, say: Say) -> None:
    book = _open(place / "Test.kasebook")
    assert book.folder
    for n in count():
        made = backup.make(book.engine, book.folder, book.key, place / "backups")
        say(made.path.name)
        if n == 0:
            say("ready")


def _after_backup(place: Path, said: list[str]) -> Counter[str]:
    there = sorted((place / "backups").glob("*.kasebook-backup"))
    assert set(said) <= {path.name for path in there}
    for path in there:
        backup.restore(path, place / "Restored.kasebook", LOGIN, PASSPHRASE)
        _open(place / "Restored.kasebook").close()
        shutil.rmtree(place / "Restored.kasebook")
        shutil.rmtree(path)
    book = _open(place / "Test.kasebook")
    _check(book)
    book.close()
    return Counter(restored=len(there))


# Passphrases: the old one or the new one opens, never neither.


def _change(place: Path, say: Say) -> None:
    path = place / "Test.kasebook"
    present = _which(path)
    book = _open(path, present)
    say("ready")
    while True:
        following = _TWO[1 - _TWO.index(present)]
        users.change_passphrase(book, LOGIN, present, following, CHEAP)
        present = following
        say(present)


_TWO = [PASSPHRASE, "another long phrase"]


def _which(path: Path) -> str:
    opening = []
    for passphrase in _TWO:
        try:
            _open(path, passphrase).close()
            opening.append(passphrase)
        except WrongPassphrase:
            continue
    assert len(opening) == 1, "neither or both open"
    return opening[0]


def _after_change(place: Path, said: list[str]) -> Counter[str]:
    now = _which(place / "Test.kasebook")
    unsaid = bool(said) and now != said[-1]
    return Counter(unsaid=unsaid)


# Removing a user: those who remain get in, the one removed does not once it was said.


def _before_remove(place: Path) -> None:
    _before_backup(place)
    book = _open(place / "Test.kasebook")
    (place / "code").write_text(users.new_recovery_code(book, CHEAP))
    book.close()


def _remove(place: Path, say: Say) -> None:
    book = _open(place / "Test.kasebook")
    login = f"user{book.head()}"
    users.add(book, login, "Ben Example", _TWO[1], CHEAP)
    say("ready")
    users.remove(book, login)
    say(login)
    while True:
        time.sleep(1)


def _after_remove(place: Path, said: list[str]) -> Counter[str]:
    path = folder.named(place / "Test.kasebook")
    pending = any(slot.pending for slot in folder.keys_of(path).slots.values())
    first, second = (LOGIN, PASSPHRASE), ("recovery", (place / "code").read_text())
    for login, secret in (first, second) if random.random() < 0.5 else (second, first):
        book = Casebook.open(path.path, login=login, passphrase=secret)
        _check(book)
        book.close()
    assert not any(slot.pending for slot in folder.keys_of(path).slots.values())
    assert not set(said) & set(folder.keys_of(path).slots)
    return Counter(ended_later=pending)


# Creating: a casebook that has its name opens; the rest has no name and is in nobody's way.


def _create(place: Path, say: Say) -> None:
    for n in count():
        name = f"{os.getpid()}-{n}.kasebook"
        _make(place, name)
        say(name)
        if n == 0:
            say("ready")


def _after_create(place: Path, said: list[str]) -> Counter[str]:
    there = {path.name: path for path in place.glob("[!.]*.kasebook")}
    assert set(said) <= set(there)
    for path in there.values():
        _open(path).close()
        shutil.rmtree(path)
    return Counter(opened=len(there))


KINDS = {
    "edit": Kind(_make, _edit, _after_edit),
    "backup": Kind(_before_backup, _back_up, _after_backup, longest=0.1),
    "passphrase": Kind(_make, _change, _after_change),
    "remove": Kind(_before_remove, _remove, _after_remove, longest=0.2),
    "upgrade": Kind(upgrading.before, upgrading.upgrade, upgrading.after, longest=0.5),
    "create": Kind(lambda place: None, _create, _after_create, longest=0.1),
}

if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
