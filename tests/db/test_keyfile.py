"""The key file says what it belongs to, and tells damage, forgery and exchange from a wrong passphrase."""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import NotFound, NotOurs, TooNew, WrongPassphrase
from db import backup, folder, keyfile, keyslots, users
from db.casebook import Casebook
from db.folder import Folder
from db.keyslots import CHEAP, Cost, Slot
from tests.casebooks import LOGIN, PASSPHRASE, create, reopen

KEY, NEXT = bytes(range(32)), bytes(range(32, 64))
BEN = "another long phrase"


@pytest.fixture
def slot() -> Slot:
    return keyslots.new_slot("ana", PASSPHRASE, KEY, CHEAP)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A key file's path, beside something that begins as a database does."""
    (tmp_path / "casebook.db").write_bytes(bytes(range(100)))
    return tmp_path / "keyslots.json"


def write(file: Path, slots: dict[str, Slot]) -> None:
    keyfile.write(file, file.with_name("casebook.db"), slots, KEY)


def read(file: Path) -> keyfile.KeyFile:
    return keyfile.read(file, file.with_name("casebook.db"))


def test_slots_come_back_from_their_file(place: Path, slot: Slot) -> None:
    slots = {"ana": slot, "本": replace(slot, login="本", pending=b"x", cost=Cost())}
    write(place, slots)
    assert read(place).slots == slots


def test_the_file_is_for_its_owner_alone_and_nothing_lies_beside_it(place: Path, slot: Slot) -> None:
    write(place, {"ana": slot})
    write(place, {"ana": slot})
    assert sorted(path.name for path in place.parent.iterdir()) == ["casebook.db", "keyslots.json"]
    assert place.stat().st_mode & 0o777 == 0o600


def test_a_failed_write_leaves_the_old_file(place: Path, slot: Slot, monkeypatch: pytest.MonkeyPatch) -> None:
    write(place, {"ana": slot})
    before = place.read_bytes()

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write(place, {})
    assert sorted(path.name for path in place.parent.iterdir()) == ["casebook.db", "keyslots.json"]
    assert place.read_bytes() == before


def test_a_missing_file_is_told(place: Path) -> None:
    with pytest.raises(NotFound, match=r"key file.*missing"):
        read(place)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 100,
        b"\xff\xfe",
        b"[]",
        b"null",
        b'"text"',
        b"{}",
        b'{"format":1,"slots":[]}',
        b'{"format":2}',
        b'{"format":"2","slots":[]}',
        b'{"format":2,"casebook":"","slots":[{}],"digest":"","mac":""}',
        b'{"format":2,"casebook":"","slots":[1],"digest":"","mac":""}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_file_is_told(place: Path, content: bytes) -> None:
    place.write_bytes(content)
    with pytest.raises(NotOurs, match=r"key file.*damaged"):
        read(place)


@pytest.mark.parametrize(
    "change",
    [
        {"cost": {"memory": 2**40, "passes": 1, "lanes": 1}},
        {"cost": {"memory": 64, "passes": 10**9, "lanes": 1}},
        {"cost": {"memory": 64, "passes": 1, "lanes": 0}},
        {"cost": {"unknown": 1}},
        {"public": "AAAA"},
        {"public": "not base64"},
        {"salt": None},
    ],
    ids=str,
)
def test_a_slot_that_cannot_be_is_told(place: Path, slot: Slot, change: dict[str, object]) -> None:
    write(place, {"ana": slot})
    held = json.loads(place.read_text())
    held["slots"][0].update(change)
    held["digest"] = keyfile._digest({name: held[name] for name in ("casebook", "slots")})
    place.write_text(json.dumps(held))
    with pytest.raises(NotOurs, match=r"key file.*damaged"):
        read(place)


@pytest.mark.parametrize("cut", range(0, 500, 25))
def test_a_truncated_file_is_told(place: Path, slot: Slot, cut: int) -> None:
    write(place, {"ana": slot})
    place.write_bytes(place.read_bytes()[:cut])
    with pytest.raises(NotOurs, match="damaged"):
        read(place)


def test_a_newer_file_is_told(place: Path) -> None:
    place.write_text('{"format": 3, "slots": "another shape"}')
    with pytest.raises(TooNew):
        read(place)


def test_any_letter_that_was_altered_is_told_before_anybody_types(place: Path, slot: Slot) -> None:
    write(place, {"ana": slot})
    sound = place.read_text()
    at = sound.index(place.read_text().split('"private": "')[1])
    place.write_text(f"{sound[:at]}{'A' if sound[at] != 'A' else 'B'}{sound[at + 1 :]}")
    with pytest.raises(NotOurs, match=r"key file.*damaged"):
        read(place)


def test_a_file_sealed_with_another_key_is_forged(place: Path, slot: Slot) -> None:
    write(place, {"ana": slot})
    keyfile.refuse_forged(read(place), (NEXT, KEY))
    with pytest.raises(NotOurs, match="changed outside Kasebook"):
        keyfile.refuse_forged(read(place), (NEXT,))


@pytest.fixture
def closed(tmp_path: Path) -> tuple[Casebook, Folder]:
    """A closed casebook of Ana and Ben, and where it lies."""
    book, _code = create(tmp_path / "Firm.kasebook")
    users.add(book, "ben", "Ben Example", BEN, CHEAP)
    book.close()
    assert book.folder
    return book, book.folder


def other_key_file(place: Folder) -> None:
    """Put the key file of another casebook of the same people there."""
    other, _code = create(place.path.with_name("Other.kasebook"))
    other.close()
    assert other.folder
    place.slots.write_bytes(other.folder.slots.read_bytes())


def strange_slot(place: Folder) -> None:
    """Put a slot of somebody else's making in Ben's place, with a digest that fits."""
    strange = keyslots.new_slot("ben", BEN, NEXT, CHEAP)
    keyfile.write(place.slots, place.database, {**folder.keys_of(place).slots, "ben": strange}, NEXT)


def slot_left_out(place: Folder) -> None:
    """Take Ben's slot out."""
    slots = {"ana": folder.keys_of(place).slots["ana"]}
    keyfile.write(place.slots, place.database, slots, NEXT)


CHANGES: dict[str, tuple[Callable[[Folder], None], str]] = {
    "exchanged": (other_key_file, "not the casebook that its key file opens"),
    "a strange slot": (strange_slot, "changed outside Kasebook"),
    "a slot left out": (slot_left_out, "changed outside Kasebook"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_key_file_that_was_exchanged_or_edited_is_told_from_a_wrong_passphrase(
    closed: tuple[Casebook, Folder], name: str
) -> None:
    book, place = closed
    sound = place.slots.read_bytes()
    change, message = CHANGES[name]
    change(place)
    with pytest.raises(NotOurs, match=message):
        reopen(book)
    place.slots.write_bytes(sound)
    with pytest.raises(WrongPassphrase, match="not right"):
        reopen(book, passphrase="wrong words of mine")
    reopen(book).close()


def test_no_key_is_given_to_a_slot_that_somebody_smuggled_in(closed: tuple[Casebook, Folder]) -> None:
    """Whoever can only write to the folder gets neither this key nor the next one."""
    book, place = closed
    open_book = reopen(book)
    strange_slot(place)
    before = place.slots.read_bytes()
    changes: list[Callable[[], object]] = [
        lambda: users.add(open_book, "chen", "Chen Example", BEN, CHEAP),
        lambda: users.set_passphrase(open_book, LOGIN, BEN, CHEAP),
        lambda: users.remove(open_book, "ben"),
    ]
    for change in changes:
        with pytest.raises(NotOurs, match="changed outside Kasebook"):
            change()
    assert place.slots.read_bytes() == before
    open_book.close()


def test_the_key_file_of_a_backup_belongs_to_the_casebook_too(closed: tuple[Casebook, Folder]) -> None:
    book, place = closed
    open_book = reopen(book)
    users.remove(open_book, "ben")
    made = backup.make(open_book.engine, place, open_book.key, place.path.with_name("copies"))
    open_book.close()
    place.slots.unlink()
    with pytest.raises(NotFound, match="Restore it from a backup"):
        reopen(book)
    place.slots.write_bytes(Folder(made.path).slots.read_bytes())
    reopen(book).close()
