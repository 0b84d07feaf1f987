"""Who can open the casebook: key slots beside the database that unwrap only its key.

Each user has an X25519 key pair. The private key is wrapped by a key derived from the passphrase
(Argon2id, AES-256-GCM); the database key is sealed to the public key. So a passphrase changes
without touching the database, and after a rekey the new key is sealed to everybody who remains
without knowing their passphrases. The recovery key is a slot like any other. ``db.keyfile`` keeps them.

A rekey writes the new key as *pending* beside the old one first; whoever opens next tries both,
so a crash in between locks nobody out.
"""

import os
import secrets
import unicodedata
from base64 import b32encode
from collections.abc import Mapping
from dataclasses import dataclass, replace

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.errors import NotOurs, WrongPassphrase
from app.i18n import _

RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs: memory in KiB, passes, lanes. Stored with each slot; tests use a cheap one."""

    memory: int = 256 * 1024
    passes: int = 3
    lanes: int = 4


CHEAP = Cost(memory=64, passes=1, lanes=1)  # for tests: the derivation costs nothing, and protects nothing


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in. ``sealed`` holds the database key, ``pending`` the next one during a rekey."""

    login: str
    cost: Cost
    salt: bytes
    public: bytes
    private: bytes
    sealed: bytes
    pending: bytes = b""


def new_slot(login: str, passphrase: str, key: bytes, cost: Cost) -> Slot:
    """Make a slot that opens ``key`` with ``passphrase``."""
    private = X25519PrivateKey.generate()
    salt = os.urandom(16)
    public = private.public_key().public_bytes_raw()
    wrapped = _wrap(_derive(login, passphrase, salt, cost), private.private_bytes_raw(), login.encode())
    return Slot(login, cost, salt, public, wrapped, seal(public, key))


def opened(slot: Slot, passphrase: str) -> tuple[bytes, ...]:
    """Return the database key of ``slot``, and after it the pending one of an unfinished rekey.

    Raises ``WrongPassphrase``, or ``NotOurs`` where the slot itself is damaged.
    """
    private = X25519PrivateKey.from_private_bytes(_private(slot, passphrase))
    try:
        return tuple(_unseal(private, sealed) for sealed in (slot.sealed, slot.pending) if sealed)
    except (InvalidTag, ValueError):
        raise damaged() from None


def with_passphrase(slot: Slot, old: str, new: str, cost: Cost) -> Slot:
    """Return ``slot`` opening with ``new`` instead of ``old``; the key pair stays."""
    raw, salt = _private(slot, old), os.urandom(16)
    private = _wrap(_derive(slot.login, new, salt, cost), raw, slot.login.encode())
    return replace(slot, salt=salt, cost=cost, private=private)


def sealed_to(slots: Mapping[str, Slot], key: bytes) -> dict[str, Slot]:
    """Return all slots opening ``key`` and nothing pending; no passphrase is needed for that."""
    return {login: replace(slot, sealed=seal(slot.public, key), pending=b"") for login, slot in slots.items()}


def _private(slot: Slot, passphrase: str) -> bytes:
    try:
        return _unwrap(
            _derive(slot.login, passphrase, slot.salt, slot.cost), slot.private, slot.login.encode()
        )
    except (HashingError, ValueError):
        raise damaged() from None
    except InvalidTag:
        raise WrongPassphrase(
            _("The passphrase is not right."), _("Check Caps Lock and the keyboard.")
        ) from None


def damaged() -> NotOurs:
    """Return what to raise where the key file can't be what was written."""
    return NotOurs(_("The key file of this casebook is damaged."), _("Restore it from a backup."))


def recovery_code() -> str:
    """Return a new recovery key: 160 random bits as eight groups of four letters and digits."""
    text = b32encode(secrets.token_bytes(20)).decode()
    return "-".join(text[at : at + 4] for at in range(0, 32, 4))


def tidied(code: str) -> str:
    """Return a typed recovery key in its printed form, however it was spaced or misread."""
    letters = unicodedata.normalize("NFKC", code).upper().translate(_MISREAD)
    text = "".join(letter for letter in letters if letter.isalnum())
    return "-".join(text[at : at + 4] for at in range(0, len(text), 4))


_MISREAD = str.maketrans("018", "OIB")  # digits that the key never has


def seal(public: bytes, key: bytes) -> bytes:
    """Seal ``key`` to a public key: an ephemeral X25519 exchange, HKDF-SHA256, AES-256-GCM."""
    once = X25519PrivateKey.generate()
    ephemeral = once.public_key().public_bytes_raw()
    shared = once.exchange(X25519PublicKey.from_public_bytes(public))
    return ephemeral + _wrap(_expand(shared, ephemeral + public), key, b"database key")


def _unseal(private: X25519PrivateKey, sealed: bytes) -> bytes:
    ephemeral, rest = sealed[:32], sealed[32:]
    shared = private.exchange(X25519PublicKey.from_public_bytes(ephemeral))
    public = private.public_key().public_bytes_raw()
    return _unwrap(_expand(shared, ephemeral + public), rest, b"database key")


def _expand(shared: bytes, context: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=b"kasebook key slot" + context).derive(shared)


def _derive(login: str, passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """Return the key of a passphrase, the same however the keyboard composes its letters (NFC)."""
    typed = tidied(passphrase) if login == RECOVERY else unicodedata.normalize("NFC", passphrase)
    secret = typed.encode("utf-8", "surrogatepass")
    return hash_secret_raw(secret, salt, cost.passes, cost.memory, cost.lanes, 32, Type.ID)


def _wrap(key: bytes, plain: bytes, context: bytes) -> bytes:
    nonce = os.urandom(12)
    return nonce + AESGCM(key).encrypt(nonce, plain, context)


def _unwrap(key: bytes, wrapped: bytes, context: bytes) -> bytes:
    return AESGCM(key).decrypt(wrapped[:12], wrapped[12:], context)
