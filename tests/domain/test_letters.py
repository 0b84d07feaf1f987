"""E-mail files are read as text: heads, plain words, names of attachments; nothing hostile gets through."""

from datetime import UTC, datetime

import pytest

from app.domain import letters
from app.domain.letters import NoLetter

PLAIN = (
    b"From: =?utf-8?b?5byg5Lyf?= <wei@example.com>\r\nTo: a@example.com\r\nCc: b@example.com\r\n"
    b"Subject: =?utf-8?b?57q/5p2Q5paZ?=\r\nDate: Mon, 23 Nov 2026 18:00:00 +0800\r\n\r\nHello\r\nworld\r\n"
)
PARTS = (
    b"From: a@example.com\r\nSubject: Papers\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    b"<style>p{}</style><p>Dear <b>you</b></p><script>alert(1)</script><img src=http://example.com/a.png>\r\n"
    b"--x\r\nContent-Type: application/pdf\r\n"
    b'Content-Disposition: attachment; filename="../../diploma.pdf"\r\n'
    b"Content-Transfer-Encoding: base64\r\n\r\nJVBERi0x\r\n--x--\r\n"
)


def test_heads_and_words_are_read_in_any_script() -> None:
    found = letters.read(PLAIN)
    assert found.sender == "张伟 <wei@example.com>"
    assert found.subject == "线材料"
    assert found.recipients == "a@example.com, b@example.com"
    assert found.sent_at == datetime(2026, 11, 23, 10, tzinfo=UTC)
    assert found.body == "Hello\nworld"


def test_html_is_never_rendered_and_attachments_are_named_with_their_size() -> None:
    found = letters.read(PARTS)
    assert found.body == "Dear you"
    assert found.attachments == (("../../diploma.pdf", 6),)


@pytest.mark.parametrize("data", [b"", b"MZ\x90\x00", b"just words", b"\x00" * 1000, b"PK\x03\x04"])
def test_what_has_no_heads_of_a_mail_is_no_mail(data: bytes) -> None:
    with pytest.raises(NoLetter):
        letters.read(data)


@pytest.mark.parametrize(
    "head",
    [
        b"Subject: \xe2\x80\xae evil\x07",
        b"Subject: " + b"x" * 100_000,
        b"From: =?utf-8?q?=00=FF?= <",
        b"Date: Mon, 99 Foo 9999 99:99:99 +9999",
        b"Content-Type: text/plain; charset=no-such",
        b"Content-Type: multipart/mixed",
        b"From: " + b"a," * 20_000,
    ],
)
def test_forged_heads_are_harmless(head: bytes) -> None:
    found = letters.read(b"From: a@example.com\r\n" + head + b"\r\n\r\nbody\xff")
    for text in (found.subject, found.sender, found.recipients):
        assert len(text) <= letters.HEAD
        assert text.isprintable()


def test_a_text_is_cut_and_its_lines_kept() -> None:
    assert letters.tidy("a\r\nb\x00c\u202e", 10, lines=True) == "a\nbc"
    assert letters.tidy("a\nb  c", 10) == "ab c"
    assert len(letters.tidy("x" * 100, 10)) == 10
