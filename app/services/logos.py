"""The firm's logo: a picture of somebody's, made harmless, stored once, and printed on every document."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import pdf
from app.errors import UserError
from app.i18n import N_, _
from app.services import records
from db import trail
from db.models.firm import Firm, LogoRow


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that was decoded and drawn anew: see ``checked``."""

    png: bytes

    @property
    def sha256(self) -> str:
        """The name it is stored under."""
        return hashlib.sha256(self.png).hexdigest()


def checked(data: bytes) -> Logo:
    """Return a PNG or JPEG file as a logo; slow, and safe in a job. Raises ``UserError``."""
    return Logo(pdf.picture(data))


def read(path: Path) -> Logo:
    """Return the file at ``path`` as a logo. Raises ``UserError``."""
    try:
        with path.open("rb") as file:
            return checked(file.read(pdf.LARGEST_PICTURE + 1))
    except OSError as error:
        raise UserError(_("“{file}” can't be read.").format(file=path.name), field="logo") from error


@trail.operation("firm:logo", N_("Set the firm's logo"))
def set_logo(session: Session, version: int, logo: Logo | None) -> int:
    """Set or, with ``None``, remove the logo; return the firm's new version. Raises ``Conflict``."""
    row = records.current(session, Firm, session.scalars(select(Firm.id)).one(), version)
    if logo is not None and session.get(LogoRow, logo.sha256) is None:
        session.add(LogoRow(sha256=logo.sha256, data=logo.png))
    row.logo = logo.sha256 if logo else None
    session.flush()
    return row.version


def data(session: Session, sha256: str | None) -> bytes:
    """Return a stored logo's PNG; nothing for none."""
    return (session.scalar(select(LogoRow.data).where(LogoRow.sha256 == sha256)) or b"") if sha256 else b""


def current(session: Session) -> bytes:
    """Return the PNG of the firm's logo; nothing where it has none."""
    return data(session, session.scalars(select(Firm.logo)).one())
