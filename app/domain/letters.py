"""An e-mail file as it is read: its heads, its plain text, and the names of what is attached. Nothing is run.

HTML is never rendered: where a mail has nothing else, its tags are dropped and its words kept.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser

BODY = 50_000  # characters of text kept for reading; the file itself is kept whole
HEAD = 1_000  # characters of one head
ATTACHED = 200  # attachments that are named
PARTS = 2_000  # parts looked at
_HEADS = ("from", "to", "subject", "date", "message-id", "received")


class NoLetter(Exception):
    """What was given is no e-mail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What a mail says; ``sent_at`` is UTC, None where it tells no date that can be read."""

    subject: str = ""
    sender: str = ""
    recipients: str = ""
    sent_at: datetime | None = None
    body: str = ""
    attachments: tuple[tuple[str, int], ...] = ()


def read(data: bytes) -> Letter:
    """Return what an RFC 5322 message (.eml) says. Raises ``NoLetter``."""
    message = BytesParser(policy=policy.compat32).parsebytes(data)
    if not any(name in message for name in _HEADS):
        raise NoLetter
    whole = BytesParser(_class=EmailMessage, policy=_POLICY).parsebytes(data)
    assert isinstance(whole, EmailMessage)
    parts = list(_leaves(whole))
    return Letter(
        subject=tidy(_head(whole, "subject"), HEAD),
        sender=tidy(_head(whole, "from"), HEAD),
        recipients=tidy(", ".join(filter(None, (_head(whole, "to"), _head(whole, "cc")))), HEAD),
        sent_at=_moment(_head(whole, "date")),
        body=_body(parts),
        attachments=tuple(_attached(parts)),
    )


_POLICY = policy.default.clone(raise_on_defect=False)


def _head(message: EmailMessage, name: str) -> str:
    """Return a head as text; one that can't be read is shown as it stands."""
    try:
        return str(message.get(name, ""))
    except Exception:  # a forged head breaks its parser in more ways than anybody lists
        return next((str(value) for key, value in message.raw_items() if key.lower() == name), "")


def _leaves(message: EmailMessage) -> Iterator[EmailMessage]:
    for number, part in enumerate(message.walk()):
        if number >= PARTS:
            return
        if not part.is_multipart() and isinstance(part, EmailMessage):
            yield part


def _is_attached(part: EmailMessage) -> bool:
    is_text = part.get_content_type() in ("text/plain", "text/html")
    return part.get_content_disposition() == "attachment" or bool(part.get_filename()) or not is_text


def _body(parts: list[EmailMessage]) -> str:
    texts = [part for part in parts if not _is_attached(part)]
    plain = [_text(part) for part in texts if part.get_content_type() == "text/plain"]
    if any(text.strip() for text in plain):
        return tidy("\n".join(plain), BODY, lines=True)
    marked = [_text(part) for part in texts if part.get_content_type() == "text/html"]
    return tidy("\n".join(without_tags(text) for text in marked), BODY, lines=True)


def _text(part: EmailMessage) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    charset = part.get_content_charset("utf-8") or "utf-8"
    try:
        return data.decode(charset, "replace")
    except LookupError:
        return data.decode("utf-8", "replace")


def _attached(parts: list[EmailMessage]) -> Iterator[tuple[str, int]]:
    for part in [each for each in parts if _is_attached(each)][:ATTACHED]:
        data = part.get_payload(decode=True)
        name = part.get_filename() or part.get_content_type()
        yield tidy(str(name), 200), len(data) if isinstance(data, bytes) else 0


def _moment(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except (TypeError, ValueError, OverflowError):
        return None
    try:
        return (found.replace(tzinfo=UTC) if found.tzinfo is None else found).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def tidy(text: str, limit: int, *, lines: bool = False) -> str:
    """Return text with nothing in it that turns lines round or that nobody sees, cut at ``limit``."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(each for each in text[: limit * 2] if each.isprintable() or (lines and each in "\n\t"))
    kept = kept if lines else " ".join(kept.split())
    return re.sub(r"\n{4,}", "\n\n\n", kept).strip()[:limit]


def without_tags(text: str) -> str:
    """Return the words of HTML; scripts and styles are no words."""
    reader = _Words()
    reader.feed(text[: BODY * 10])
    return "".join(reader.words)


class _Words(HTMLParser):
    """Keeps the text of HTML and breaks lines where blocks end; it fetches and runs nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Leave out what is no text; begin lines."""
        self._silent += tag in ("script", "style", "head", "title")
        if tag in ("br", "p", "div", "tr", "li", "h1", "h2", "h3"):
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """Listen again."""
        if tag in ("script", "style", "head", "title"):
            self._silent = max(0, self._silent - 1)

    def handle_data(self, data: str) -> None:
        """Keep words."""
        if not self._silent:
            self.words.append(data)
