"""What an empty casebook offers: the first person, a list brought along, the demo."""

from collections.abc import Callable

from app.i18n import _
from app.ui.page import NEW, Desk
from app.ui.widgets.empty_state import EmptyState


def offer(desk: Desk, nothing: EmptyState, name: str, go: Callable[[str, object], object]) -> None:
    """Put the ways to begin under ``nothing``; ``go`` leads to a page, ``name`` begins the buttons' names.

    A button that is there already is that of the first person.
    """
    if nothing.button is None:
        nothing.offer(_("New person"), "plus", f"{name}.add", lambda: go("people", NEW), "primary")
    nothing.offer(_("Import…"), "folder-open", f"{name}.import", lambda: go("import", None))
    nothing.offer(
        _("Open the demo"),
        "briefcase-business",
        f"{name}.demo",
        lambda: desk.load("app.ui.demo.open_demo")(desk),
    )
