"""Writing deadlines as a calendar file, from wherever a page offers it."""

from pathlib import Path
from uuid import UUID

from app.i18n import _, plural
from app.services import calendar_files, printing
from app.settings import today
from app.ui.page import Desk


def ask(desk: Desk, case_id: UUID | None, number: str = "") -> None:
    """Let a place be chosen and write what is open there, of one case or of all; nobody is named in it."""
    proposed = f"{number or 'kasebook'}.ics"
    desk.messages.choose_file_to_save(
        _("Export deadlines"), proposed, _("Calendar (*.ics)"), lambda path: _write(desk, case_id, path)
    )


def _write(desk: Desk, case_id: UUID | None, path: Path) -> None:
    desk.office.attempt(lambda: _write_now(desk, case_id, path), failed=desk.messages.trouble)


def _write_now(desk: Desk, case_id: UUID | None, path: Path) -> None:
    made, count = desk.office.write(calendar_files.export, today(), case_id=case_id)
    printing.put(made, path)
    written = plural("{count} deadline written.", "{count} deadlines written.", count)
    desk.messages.tell(f"{written} {_('Cases are named by number only.')}")
