"""The key file beside the database: its slots, the casebook they belong to, and two seals over both.

Its digest needs no key: a damaged or edited file is told before anybody types. Its MAC is made with the
database key: whoever wrote the file could open the casebook, so that a rekey never seals the new key to
somebody who only could write here. The casebook is named by the random bytes that its database begins
with (SQLCipher's salt), which stay through rekeys, copies and upgrades.
"""

import hashlib
import hmac
import json
import os
import tempfile
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

from app.errors import NotFound, NotOurs, TooNew
from app.i18n import _
from db.keyslots import Cost, Slot, damaged

FORMAT = 2
# Beyond these a key file was tampered with: a guess must not take all memory, nor a day.
MOST_MEMORY, MOST_PASSES, MOST_LANES = 4 * 1024 * 1024, 100, 64
_SALT = 16  # bytes at the beginning of a database
_PURPOSE = b"kasebook key file"


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What the file holds: the casebook it belongs to, the slots by login, and the MAC over both."""

    casebook: bytes
    slots: Mapping[str, Slot]
    mac: bytes


def read(file: Path, database: Path) -> KeyFile:
    """Return the key file of ``database``. Raises ``NotFound``, ``NotOurs`` or ``TooNew``."""
    try:
        held = json.loads(file.read_text(encoding="utf-8"))
        if held["format"] > FORMAT:
            raise TooNew(
                _("This casebook was made by a newer version of Kasebook."), _("Update the program.")
            )
        found = _from_json(held)
    except OSError:
        raise NotFound(
            _("The key file of this casebook is missing, or there is no permission to read it."),
            _("Restore it from a backup."),
        ) from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise damaged() from None
    if found.casebook != _name_of(database):
        raise NotOurs(
            _("This is not the casebook that its key file opens: one of them was replaced, or is damaged."),
            _("Restore both from one backup."),
        )
    return found


def write(file: Path, database: Path, slots: Mapping[str, Slot], key: bytes) -> None:
    """Replace the key file, durably: a crash leaves the old file or the new one, never half of one.

    ``key`` is the database key; while a rekey is pending, the old one.
    """
    body = _body(_name_of(database), slots)
    seals = {"digest": _digest(body), "mac": _mac(key, body).hex()}
    _replace(file, json.dumps({"format": FORMAT, **body, **seals}, indent=1))


def refuse_forged(found: KeyFile, keys: Iterable[bytes]) -> None:
    """Refuse a key file that was written without one of the database ``keys``. Raises ``NotOurs``."""
    body = _body(found.casebook, found.slots)
    if not any(hmac.compare_digest(found.mac, _mac(key, body)) for key in keys):
        raise NotOurs(
            _("The key file of this casebook was changed outside Kasebook."), _("Restore it from a backup.")
        )


def _name_of(database: Path) -> bytes:
    """Return what names the casebook that ``database`` is."""
    try:
        with database.open("rb") as handle:
            return handle.read(_SALT)
    except OSError:
        raise NotFound(_("There is no casebook here, or no permission to open it.")) from None


def _body(casebook: bytes, slots: Mapping[str, Slot]) -> dict[str, Any]:
    return {"casebook": casebook.hex(), "slots": [_slot_to_json(slot) for slot in slots.values()]}


def _canonical(body: Mapping[str, Any]) -> bytes:
    return json.dumps({"format": FORMAT, **body}, sort_keys=True, separators=(",", ":")).encode()


def _digest(body: Mapping[str, Any]) -> str:
    return hashlib.sha256(_canonical(body)).hexdigest()


def _mac(key: bytes, body: Mapping[str, Any]) -> bytes:
    own = hmac.digest(key, _PURPOSE, "sha256")  # the database key itself encrypts, and does nothing else
    return hmac.digest(own, _canonical(body), "sha256")


def _replace(file: Path, text: str) -> None:
    handle, aside = tempfile.mkstemp(dir=file.parent, prefix="keyslots-", suffix=".part")
    try:
        with open(handle, "w", encoding="utf-8") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        os.replace(aside, file)
    except BaseException:
        os.unlink(aside)
        raise
    sync_folder(file.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in ``folder`` durable, where the system can."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _from_json(held: dict[str, Any]) -> KeyFile:
    body = {name: held[name] for name in ("casebook", "slots")}
    if held["digest"] != _digest(body):
        raise ValueError
    slots = {slot.login: slot for slot in map(_slot_from_json, held["slots"])}
    return KeyFile(bytes.fromhex(held["casebook"]), slots, bytes.fromhex(held["mac"]))


def _slot_to_json(slot: Slot) -> dict[str, Any]:
    cost = {"memory": slot.cost.memory, "passes": slot.cost.passes, "lanes": slot.cost.lanes}
    return {"login": slot.login, "kdf": "argon2id", "cost": cost, **dict(_bytes_of(slot))}


_BYTES = ("salt", "public", "private", "sealed", "pending")


def _bytes_of(slot: Slot) -> Iterator[tuple[str, str]]:
    for name in _BYTES:
        yield name, b64encode(getattr(slot, name)).decode()


def _slot_from_json(held: dict[str, Any]) -> Slot:
    cost = Cost(**held["cost"])
    if not (
        0 < cost.memory <= MOST_MEMORY and 0 < cost.passes <= MOST_PASSES and 0 < cost.lanes <= MOST_LANES
    ):
        raise ValueError(cost)
    slot = Slot(str(held["login"]), cost, *(b64decode(held[name], validate=True) for name in _BYTES))
    X25519PublicKey.from_public_bytes(slot.public)  # raises ValueError where it is none
    return slot
