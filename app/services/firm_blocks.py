"""The firm as it appears on paper."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.filing import FirmBlock
from app.services import logos
from app.services.firms import FIELDS
from db.models.firm import Firm


def block(session: Session) -> FirmBlock:
    """Return the firm as it appears on paper."""
    row = session.scalars(select(Firm)).one()
    told = {name: getattr(row, name) for name in FIELDS if name != "case_prefix"}
    return FirmBlock(**told, logo=logos.data(session, row.logo), is_sample=row.is_sample)
