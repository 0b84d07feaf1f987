"""Whose pack files are trusted: signers by their public keys, and what a key is called among people."""

import hashlib
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import checking
from app.errors import UserError
from app.i18n import N_, _
from app.services import records
from db import signing, trail
from db.models.rule import SignerRow


@dataclass(frozen=True, slots=True, kw_only=True)
class SignerLine:
    """A signer that is trusted; ``fingerprint`` is what people compare."""

    id: UUID
    version: int
    name: str
    fingerprint: str


def fingerprint(public_key: bytes) -> str:
    """Return what people compare of a key: the first 128 bits of its SHA-256, in groups of four digits."""
    digest = hashlib.sha256(public_key).hexdigest()[:32].upper()
    return " ".join(digest[at : at + 4] for at in range(0, len(digest), 4))


def own(session: Session) -> str:
    """Return the fingerprint of this casebook's own key."""
    return fingerprint(signing.public_key(session))


def trusted(session: Session) -> list[SignerLine]:
    """Return the signers that are trusted, by name."""
    rows = session.scalars(select(SignerRow).order_by(SignerRow.name, SignerRow.id))
    return [_line(row) for row in rows]


def _line(row: SignerRow) -> SignerLine:
    key = bytes.fromhex(row.public_key)
    return SignerLine(id=row.id, version=row.version, name=row.name, fingerprint=fingerprint(key))


def is_trusted(session: Session, public_key: str) -> bool:
    """Say whether a key (hexadecimal) is of a trusted signer."""
    return session.scalar(select(SignerRow.id).where(SignerRow.public_key == public_key)) is not None


@trail.operation("signer:trust", N_("Trust a signer"))
def trust(session: Session, public_key: str, name: str) -> UUID:
    """Trust a signer whose fingerprint was compared. Raises ``UserError`` where it is trusted already."""
    if is_trusted(session, public_key):
        raise UserError(_("This signer is trusted already."))
    row = SignerRow(public_key=public_key, name=checking.text(name, limit=300, field="name"))
    session.add(row)
    session.flush()
    return row.id


@trail.operation("signer:drop", N_("Trust a signer no more"))
def drop(session: Session, key: UUID, version: int) -> None:
    """Trust a signer no more; what came from it stays."""
    session.delete(records.current(session, SignerRow, key, version))
