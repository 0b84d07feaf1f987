"""What is said of the last verified backup, where a casebook is damaged, gone, or well."""

from datetime import datetime

from app.domain import dates
from app.errors import Damaged, EmptyFile, NotFound, NotOurs
from app.i18n import _, language

LOST = (Damaged, EmptyFile, NotFound, NotOurs)  # the errors after which a backup is what helps


def told(at: datetime | None) -> str:
    """Say when the last verified backup was made (UTC), in this computer's time."""
    if at is None:
        return _("No verified backup there yet.")
    local = at.astimezone()
    return _("Last verified backup: {day}, {time}").format(
        day=dates.shown(local.date(), language()), time=f"{local:%H:%M}"
    )


def known(at: datetime | None) -> str:
    """Say it as a sentence after an error."""
    return f"{told(at)}." if at else _("No verified backup of it is known on this computer.")
