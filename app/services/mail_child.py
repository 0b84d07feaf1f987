"""The process that reads somebody else's e-mail file: standard input is the file, standard output is JSON.

It runs apart, so that a file made to harm, or merely huge, costs this process and nothing else.
"""

import contextlib
import json
import sys
from datetime import UTC
from typing import Any

import oxmsg

from app.domain import letters
from app.domain.letters import Letter, NoLetter

MEMORY = 1_500_000_000  # bytes of address space, the interpreter's own among them
SECONDS = 20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

try:
    from resource import setrlimit
except ImportError:  # Windows has no such limits; time and sizes are watched all the same
    _LIMITS: dict[int, int] = {}
else:
    from resource import RLIMIT_AS, RLIMIT_CORE, RLIMIT_CPU, RLIMIT_FSIZE

    _LIMITS = {RLIMIT_AS: MEMORY, RLIMIT_CPU: SECONDS, RLIMIT_CORE: 0, RLIMIT_FSIZE: 0}


def main() -> int:
    """Read the file and say what is in it."""
    for what, most in _LIMITS.items():
        with contextlib.suppress(ValueError, OSError):  # a lower limit is set already
            setrlimit(what, (most, most))
    try:
        with open(0, "rb", closefd=False) as file:
            answer = told(file.read())
    except NoLetter:
        answer = {"trouble": "other"}
    except (MemoryError, RecursionError):
        answer = {"trouble": "memory"}
    except Exception:  # a broken file breaks its reader in more ways than anybody lists
        answer = {"trouble": "damaged"}
    json.dump(answer, sys.stdout)
    return 0


def told(data: bytes) -> dict[str, Any]:
    """Return what a mail says, as JSON has it. Raises ``NoLetter``, or what its reader breaks with."""
    is_outlook = data.startswith(_OLE)
    letter = _outlook(data) if is_outlook else letters.read(data)
    return {
        "kind": "msg" if is_outlook else "eml",
        "subject": letter.subject,
        "sender": letter.sender,
        "recipients": letter.recipients,
        "sent_at": letter.sent_at.isoformat() if letter.sent_at else None,
        "body": letter.body,
        "attachments": [list(each) for each in letter.attachments],
    }


def _outlook(data: bytes) -> Letter:
    """Return what a message of Outlook (.msg) says."""
    message = oxmsg.Message.load(data)
    body = message.body or letters.without_tags(message.html_body or "")
    sent = message.sent_date
    return Letter(
        subject=letters.tidy(message.subject or "", letters.HEAD),
        sender=letters.tidy(message.sender or "", letters.HEAD),
        recipients=letters.tidy(", ".join(_called(each) for each in message.recipients), letters.HEAD),
        sent_at=(sent.replace(tzinfo=UTC) if sent.tzinfo is None else sent.astimezone(UTC)) if sent else None,
        body=letters.tidy(body, letters.BODY, lines=True),
        attachments=tuple(_attached(each) for each in message.attachments[: letters.ATTACHED]),
    )


def _called(recipient: Any) -> str:
    name, address = recipient.name or "", recipient.email_address or ""
    return f"{name} <{address}>" if name and address and name != address else name or address


def _attached(attachment: Any) -> tuple[str, int]:
    name = attachment.file_name or attachment.mime_type or ""
    return letters.tidy(name, 200), len(attachment.file_bytes or b"")


if __name__ == "__main__":
    sys.exit(main())
