"""The demo from within the window: built once in this user's own folder, and opened beside what is open."""

from functools import partial
from pathlib import Path

from app.i18n import _
from app.services import demo
from app.settings import profile_folder, today
from app.ui.page import Desk


def open_demo(desk: Desk) -> None:
    """Open the demo in a window of its own; the first time it is built, which takes a moment."""
    folder = profile_folder() / "demo"
    path = folder / demo.NAME
    if path.exists():
        _show(desk, path)
        return
    create = desk.load("app.bootstrap.create_casebook")
    desk.jobs.start(
        lambda _step: demo.build(folder, create, today()).casebook,
        title=_("Building the demo"),
        done=partial(_show, desk),
        failed=desk.messages.trouble,
    )


def _show(desk: Desk, path: Path) -> None:
    desk.load("app.ui.start.program.relaunch")(str(path))
    desk.messages.tell(
        _("The demo opens in a window of its own. Its passphrase is “{word}”.").format(word=demo.PASSPHRASE)
    )
