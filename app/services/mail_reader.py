"""Read somebody else's e-mail file in a process of its own, and say plainly where that can't be done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from app.domain.letters import Letter
from app.errors import UserError
from app.i18n import N_, _
from app.services import child_process

CHILD = "app.services.mail_child"
ARGUMENT = "--read-mail"  # what a frozen program, which has no -m, is told instead
LARGEST = 25_000_000  # bytes
SECONDS = 25
_TROUBLES: Mapping[str, tuple[str, str]] = {
    "empty": (N_("“{file}” is empty."), ""),
    "large": (N_("“{file}” is larger than {megabytes} MB."), N_("Keep its attachments elsewhere.")),
    "other": (N_("“{file}” is no e-mail, whatever it is called."), N_("Choose a file in EML or MSG.")),
    "damaged": (N_("“{file}” is damaged or no e-mail."), N_("Save it anew from your mail program.")),
    "memory": (N_("“{file}” takes too much memory to read."), N_("Save it anew without attachments.")),
    "time": (N_("“{file}” was not read within {seconds} seconds."), N_("Save it anew without attachments.")),
}


@dataclass(frozen=True, slots=True)
class ReadMail:
    """A mail as it was read: the whole file, and what it says."""

    file: str
    kind: str  # "eml" or "msg"
    data: bytes
    letter: Letter


def read(path: Path, *, check: Callable[[], None] = lambda: None) -> ReadMail:
    """Return the mail at ``path``; slow, for a job. ``check`` may raise to stop. Raises ``UserError``."""
    try:
        if path.stat().st_size > LARGEST:
            raise _trouble("large", path.name)
        data = path.read_bytes()
    except OSError as error:
        raise UserError(
            _("“{file}” can't be read.").format(file=path.name), _("Is it still there, and may you read it?")
        ) from error
    return read_data(path.name, data, check=check)


def read_data(name: str, data: bytes, *, check: Callable[[], None] = lambda: None) -> ReadMail:
    """Return a mail that is in memory, as ``read`` does."""
    if not data:
        raise _trouble("empty", name)
    answer = _asked(name, data, check)
    sent = answer["sent_at"]
    letter = Letter(
        subject=answer["subject"],
        sender=answer["sender"],
        recipients=answer["recipients"],
        sent_at=datetime.fromisoformat(sent) if sent else None,
        body=answer["body"],
        attachments=tuple((each[0], each[1]) for each in answer["attachments"]),
    )
    return ReadMail(name, answer["kind"], data, letter)


def _asked(name: str, data: bytes, check: Callable[[], None]) -> Mapping[str, Any]:
    answer = child_process.ask(child_process.command(ARGUMENT, CHILD), data, SECONDS, check)
    if "trouble" in answer:
        raise _trouble(answer["trouble"], name)
    return answer


def _trouble(code: str, name: str) -> UserError:
    message, hint = _TROUBLES.get(code, _TROUBLES["damaged"])
    told = _(message).format(file=name, seconds=SECONDS, megabytes=LARGEST // 10**6)
    return UserError(told, _(hint) if hint else "")
