"""A full disk costs nothing that was saved, and when there is room again work goes on."""

import os
import re
import resource
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from app.errors import DiskFull
from db import backup
from db.casebook import Casebook
from tests.casebooks import LOGIN, PASSPHRASE, reopen
from tests.db import children
from tests.db.operations import families, fault


@cache
def can_mount() -> bool:
    """Whether we may make a small disk of our own; a container's root often may not."""
    with tempfile.TemporaryDirectory() as folder:
        done = os.geteuid() == 0 and _mount(Path(folder))
        if done:
            subprocess.run(["umount", folder], check=True)
    return done


def _mount(folder: Path) -> bool:
    command = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(folder)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.fixture(params=["limited files", *(["small disk"] if can_mount() else [])])
def small(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Path, int]]:
    """A folder that is soon full, and the size that its files are limited to (0 for none)."""
    folder = tmp_path / "small"
    folder.mkdir()
    if request.param == "limited files":
        yield folder, 1_000_001
        return
    _mount(folder)
    (folder / "ballast").write_bytes(bytes(500_000))
    yield folder, 0
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk_loses_nothing_and_work_goes_on_after(file: Casebook, small: tuple[Path, int]) -> None:
    folder, limit = small
    file.close()
    assert file.folder
    path = folder / file.folder.path.name
    shutil.copytree(file.folder.path, path)
    lines = children.output("tests.db.filler", path, limit)
    told = " | ".join(lines)
    written, there, more, after = (int(n) for n in re.findall(r"(?:after|there|to) (\d+)", told))
    assert there == written > 5
    assert after == written + more + 1
    assert limit or "no backup, 0 left behind" in told
    book = Casebook.open(path, login=LOGIN, passphrase=PASSPHRASE)
    assert len(book.read(families)) == after
    assert fault(book) is None
    book.close()
    again = reopen(book)
    with again.engine.connect() as connection:
        backup.check(connection)
    again.close()


def test_a_casebook_for_which_there_is_no_room_is_not_made(tmp_path: Path) -> None:
    [said] = children.output("tests.db.maker", tmp_path / "New.kasebook", 50_001)
    assert "nothing you saved is lost" in said.lower()
    assert list(tmp_path.iterdir()) == []


def test_opening_on_a_full_disk_is_told_as_such(file: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    file.close()
    assert file.folder
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: shutil._ntuple_diskusage(1, 1, 0))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))  # no room for what SQLite puts beside it
    try:
        with pytest.raises(DiskFull):
            Casebook.open(file.folder.path, login=LOGIN, passphrase=PASSPHRASE)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
