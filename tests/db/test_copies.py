"""A copy of a casebook that can't be written holds all of it, is checked, and can be written."""

from pathlib import Path

import pytest

from app.errors import Damaged, EmptyFile, UnsafePlace, WrongPassphrase
from db import copies
from db.casebook import Casebook
from db.folder import Folder
from tests.casebooks import LOGIN, PASSPHRASE
from tests.db.content import content_hash
from tests.db.operations import add, families


@pytest.fixture
def place(file: Casebook) -> Folder:
    """A casebook in use: part of what it holds stands in its write-ahead log only."""
    file.write(add, "Sample", "नमूना")
    assert file.folder
    paper = file.folder.objects / "ab" / "cdef"
    paper.parent.mkdir(parents=True)
    paper.write_bytes(b"an encrypted paper")
    for each in (file.folder.database, paper):
        each.chmod(0o400)
    return file.folder


def test_a_copy_holds_everything_and_can_be_written(place: Folder, file: Casebook, tmp_path: Path) -> None:
    copies.copy(place.path, tmp_path / "Copy.kasebook", LOGIN, PASSPHRASE)
    copied = Casebook.open(tmp_path / "Copy.kasebook", login=LOGIN, passphrase=PASSPHRASE)
    assert content_hash(copied) == content_hash(file)
    assert (tmp_path / "Copy.kasebook" / "objects" / "ab" / "cdef").read_bytes() == b"an encrypted paper"
    copied.write(add, "Another")
    assert "Another" in copied.read(families)
    assert "Another" not in file.read(families)
    copied.close()


def test_a_wrong_passphrase_makes_nothing(place: Folder, tmp_path: Path) -> None:
    with pytest.raises(WrongPassphrase):
        copies.copy(place.path, tmp_path / "Copy.kasebook", LOGIN, "another passphrase")
    assert not (tmp_path / "Copy.kasebook").exists()


def test_a_damaged_casebook_is_not_copied(place: Folder, file: Casebook, tmp_path: Path) -> None:
    file.close()
    place.database.chmod(0o600)
    data = bytearray(place.database.read_bytes())
    data[len(data) // 2] ^= 1
    place.database.write_bytes(data)
    with pytest.raises(Damaged):
        copies.copy(place.path, tmp_path / "Copy.kasebook", LOGIN, PASSPHRASE)
    assert not (tmp_path / "Copy.kasebook").exists()


def test_a_copy_never_goes_over_something_nor_into_a_synchronised_folder(
    place: Folder, tmp_path: Path
) -> None:
    (tmp_path / "Dropbox").mkdir()
    for target in (place.path, tmp_path / "Dropbox" / "Copy.kasebook"):
        with pytest.raises(UnsafePlace):
            copies.copy(place.path, target, LOGIN, PASSPHRASE)


def test_an_empty_file_is_told(place: Folder, file: Casebook, tmp_path: Path) -> None:
    file.close()
    place.database.chmod(0o600)
    place.database.write_bytes(b"")
    with pytest.raises(EmptyFile):
        copies.copy(place.path, tmp_path / "Copy.kasebook", LOGIN, PASSPHRASE)
