"""Files are read with a plain reason where that fails, and written whole or not at all."""

import errno
import os
import stat
from pathlib import Path

import pytest

from app.cli import files
from app.errors import DiskFull, UserError


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes("\ufeffsex = 'F'".encode())
    assert files.text(tmp_path / "a.toml") == "sex = 'F'"


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\xc3\x28"])
def test_what_is_not_utf_8_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a").write_bytes(content)
    with pytest.raises(UserError, match="not UTF-8"):
        files.text(tmp_path / "a")


def test_a_file_without_end_is_refused() -> None:
    with pytest.raises(UserError, match="too large"):
        files.text(Path("/dev/zero"))


def test_what_can_not_be_read_is_told_without_the_folder(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none"):
        with pytest.raises(UserError) as refused:
            files.text(path)
        assert str(tmp_path.parent) not in str(refused.value)


def test_a_file_is_replaced_as_a_whole_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    path.chmod(0o640)
    files.write(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_is_for_its_owner_only(tmp_path: Path) -> None:
    files.write(tmp_path / "a.pdf", b"new")
    assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == 0o600


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "target")
    files.write(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_bytes() == b"new"


def test_a_folder_is_never_written_over(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is a folder"):
        files.write(tmp_path, b"new")


def test_a_device_is_not_replaced() -> None:
    with pytest.raises(UserError, match="is not a file"):
        files.write(Path("/dev/null"), b"new")


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no such file or folder"):
        files.write(tmp_path / "none" / "a.pdf", b"new")


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")

    def fail(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(UserError, match="disk is full"):
        files.write(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_is_trouble_with_the_database() -> None:
    assert isinstance(files.trouble(OSError(errno.ENOSPC, "")), DiskFull)
    assert files.trouble(OSError(errno.EACCES, "")).exit_code == 2
