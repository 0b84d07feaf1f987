"""The casebook's own signing key (Ed25519), kept in it like its other keys, and signatures of others."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.operation import Secret

NAME = "signing"  # among the keys of the casebook


def public_key(session: Session) -> bytes:
    """Return the casebook's public key, 32 bytes."""
    return _key(session).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def sign(session: Session, data: bytes) -> bytes:
    """Return the casebook's signature of ``data``, 64 bytes."""
    return _key(session).sign(data)


def is_signed(public: bytes, signature: bytes, data: bytes) -> bool:
    """Say whether ``signature`` of ``data`` was made with the key that belongs to ``public``."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def _key(session: Session) -> Ed25519PrivateKey:
    seed = session.scalars(select(Secret.value).where(Secret.name == NAME)).one()
    return Ed25519PrivateKey.from_private_bytes(bytes(seed))
