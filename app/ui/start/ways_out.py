"""What a start page offers where a casebook does not open: its last backup, or a copy that can be written."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from app.domain import backups
from app.errors import KasebookError, NotFound, ReadOnly
from app.i18n import _
from app.settings import Settings
from app.ui.jobs import Jobs
from app.ui.start.card import Card
from app.ui.start.house import Backup, House


def offer(
    card: Card,
    error: KasebookError,
    *,
    newest: Callable[[Callable[[Backup | None], object]], object],
    restore: Callable[[Path], object],
    copy: Callable[[], object],
) -> None:
    """Offer below ``error`` what helps: ``restore`` of the newest backup, ``copy`` of what is read-only."""
    if isinstance(error, ReadOnly):
        card.offer(_("Make a copy elsewhere…"), copy)
    elif isinstance(error, backups.LOST):
        newest(partial(_offer_backup, card, error, restore))


def _offer_backup(
    card: Card, error: KasebookError, restore: Callable[[Path], object], kept: Backup | None
) -> None:
    if kept is None and isinstance(error, NotFound):
        return  # a path that was mistyped, most likely
    card.advise(backups.known(kept.at if kept else None))
    if kept is not None:
        card.offer(_("Restore this backup…"), lambda: restore(kept.path))


def find(
    house: House, jobs: Jobs, settings: Settings, path: Path, then: Callable[[Backup | None], object]
) -> None:
    """Look in a job for the newest backup of the casebook ``path``, and give it to ``then``."""
    kept = settings.backup_folders.get(str(path.absolute()))
    if kept is None:
        then(None)
    else:
        jobs.start(lambda _step: house.rescue.newest(path, Path(kept)), done=then)
