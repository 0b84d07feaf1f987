"""Files are read with a plain reason where that fails, and never written over by surprise."""

import errno
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


def test_what_is_written_goes_where_a_link_leads(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "end")
    assert files.target(tmp_path / "link") == tmp_path / "end"


def test_a_folder_is_never_written_over(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is a folder"):
        files.target(tmp_path)


def test_a_device_is_not_replaced() -> None:
    with pytest.raises(UserError, match="is not a file"):
        files.target(Path("/dev/null"))


def test_a_full_disk_is_trouble_with_the_database() -> None:
    assert isinstance(files.trouble(OSError(errno.ENOSPC, "")), DiskFull)
    assert files.trouble(OSError(errno.EACCES, "")).exit_code == 2
