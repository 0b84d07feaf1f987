"""E-mail files are read in another process; what can't be read is said plainly."""

import contextlib
from pathlib import Path

import pytest

from app.errors import UserError
from app.services import mail_reader

LETTER = (
    "From: नमूना <a@example.com>\r\nTo: desk@example.com\r\nSubject: Papers\r\n"
    "Date: Mon, 02 Nov 2026 18:00:00 +0800\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n<b>नमस्ते</b>\r\n"
).encode()


def test_a_mail_is_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "one.eml"
    file.write_bytes(LETTER)
    found = mail_reader.read(file)
    assert (found.kind, found.data, found.letter.body) == ("eml", LETTER, "<b>नमस्ते</b>")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty"),
        (b"MZ\x90", "no e-mail"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "damaged"),
    ],
)
def test_what_is_no_mail_is_refused(data: bytes, told: str) -> None:
    with pytest.raises(UserError, match=told):
        mail_reader.read_data("some.msg", data)


def test_a_file_too_large_or_gone_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "one.eml"
    with pytest.raises(UserError, match="can't be read"):
        mail_reader.read(file)
    file.write_bytes(LETTER)
    monkeypatch.setattr(mail_reader, "LARGEST", 10)
    with pytest.raises(UserError, match="larger than"):
        mail_reader.read(file)


def test_mail_in_mail_without_end_is_harmless() -> None:
    deep = b"From: a@example.com\r\n" + b"Content-Type: message/rfc822\r\n\r\n" * 3000 + b"end"
    with contextlib.suppress(UserError):
        assert mail_reader.read_data("deep.eml", deep).kind == "eml"


def test_reading_stops_when_it_is_cancelled() -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    with contextlib.suppress(KeyboardInterrupt):
        mail_reader.read_data("large.eml", b"From: a@example.com\r\n\r\n" + b"x" * 20_000_000, check=stop)
