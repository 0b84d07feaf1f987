"""Works the window through the accessibility tree alone: create, type, tick, save a PDF.

Run by ``outside.sh`` on the system's Python. What it finds by name is what a screen reader reads.
"""

import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import gi

warnings.simplefilter("ignore", DeprecationWarning)  # the bindings call their own old names
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PATIENCE = 30.0  # seconds for one step, the key derivation included


def program() -> Any:
    """Return the program's node in the tree, or None while it is not there."""
    desktop = Atspi.get_desktop(0)
    for at in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(at)
        if child is not None and "kasebook" in (child.get_name() or "").lower():
            return child
    return None


def walk(node: Any) -> Iterator[Any]:
    """Yield every node; tables and lists of countries are not walked."""
    yield node
    if node.get_role() in (Atspi.Role.TABLE, Atspi.Role.TREE_TABLE, Atspi.Role.COMBO_BOX):
        return
    for at in range(node.get_child_count()):
        child = node.get_child_at_index(at)
        if child is not None:
            yield from walk(child)


def showing(node: Any) -> bool:
    """Say whether a node can be seen."""
    return bool(node.get_state_set().contains(Atspi.StateType.SHOWING))


def find(name: str, *roles: Any) -> Any:
    """Return the first visible node of this name (and role), or None."""
    root = program()
    for node in walk(root) if root is not None else ():
        if node.get_name() == name and showing(node) and (not roles or node.get_role() in roles):
            return node
    return None


def wait(what: str, look: Callable[[], Any]) -> Any:
    """Return what ``look`` finds, trying until it is there."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            found = look()
        except gi.repository.GLib.GError:  # a node went away while it was looked at
            found = None
        if found:
            return found
        time.sleep(0.1)
    raise SystemExit(f"not found within {PATIENCE:.0f} seconds: {what}\n{seen()}")


def seen() -> str:
    """Return the names of all that shows, for the report of a failure."""
    root = program()
    nodes = [node for node in walk(root) if showing(node) and node.get_name()] if root else []
    return "\n".join(f"  {node.get_role_name()}: {node.get_name()!r}" for node in nodes)


def press(name: str, *roles: Any) -> None:
    """Press the button (or menu entry, tab, list entry) of this name."""
    node = wait(name, lambda: find(name, *(roles or BUTTONS)))
    count = Atspi.Action.get_n_actions(node)
    names = [Atspi.Action.get_action_name(node, at).lower() for at in range(count)]
    wanted = [at for at, one in enumerate(names) if one in ("press", "toggle", "click", "showmenu")]
    Atspi.Action.do_action(node, wanted[0] if wanted else 0)


BUTTONS = (
    Atspi.Role.PUSH_BUTTON,
    Atspi.Role.CHECK_BOX,
    Atspi.Role.TOGGLE_BUTTON,
    Atspi.Role.RADIO_BUTTON,
    Atspi.Role.PAGE_TAB,
    Atspi.Role.MENU_ITEM,
    Atspi.Role.PUSH_BUTTON_MENU,
)
FIELDS = (Atspi.Role.TEXT, Atspi.Role.ENTRY, Atspi.Role.PASSWORD_TEXT)


def fill(name: str, text: str) -> None:
    """Put ``text`` into the field of this name."""
    node = wait(name, lambda: find(name, *FIELDS))
    Atspi.Component.grab_focus(node)
    Atspi.EditableText.set_text_contents(node, text)


def label(starts: str = "", contains: str = "") -> str:
    """Return the text of the first visible label that begins or goes on so."""

    def look() -> str:
        for node in walk(program()):
            text = node.get_name() or ""
            if (
                node.get_role() == Atspi.Role.LABEL
                and showing(node)
                and text.startswith(starts)
                and contains in text
            ):
                return str(text)
        return ""

    return str(wait(f"label {starts}…{contains}", look))


def create_casebook() -> None:
    """From the welcome page to an open casebook, with the recovery key written down."""
    press("Create a casebook")
    for name, text in (
        ("Name of the firm", "Fictional Firm"),
        ("Your name", "Ana Sample"),
        ("Your login", "ana"),
        ("Passphrase", "correct horse battery"),
        ("Passphrase again", "correct horse battery"),
    ):
        fill(name, text)
    press("Create")
    code = label(contains="-\n").replace("\n", "")
    fill("Type the last group from your paper", code.rsplit("-", 1)[1])
    press("I have written it down")


def add_person() -> None:
    """A person with a Chinese name, typed as a person would read it."""
    press("New person")
    wait("the form", lambda: find("Family name", *FIELDS))
    for name, text in (
        ("Family name", "WANG"),
        ("Given names", "Xiaoyang"),
        ("Native family name", "王"),
        ("Native given names", "小样"),
        ("Date of birth", "2 Apr 1998"),
        ("Passport number", "Z0000001"),
    ):
        fill(name, text)
    press("Add person")
    label(starts="WANG, Xiaoyang")


def choose(name: str) -> None:
    """Click the entry of this name in a list or among tabs, with the real mouse."""
    node = wait(name, lambda: find(name, Atspi.Role.LIST_ITEM, Atspi.Role.PAGE_TAB))
    place = Atspi.Component.get_extents(node, Atspi.CoordType.SCREEN)
    middle = (str(place.x + place.width // 2), str(place.y + place.height // 2))
    subprocess.run(["/usr/bin/xdotool", "mousemove", *middle, "click", "1"], check=True)


def keys(*names: str) -> None:
    """Press real keys; the window has the focus."""
    subprocess.run(["/usr/bin/xdotool", "key", "--delay", "60", *names], check=True)


def open_case() -> None:
    """From the person's record to a new case with its whole checklist."""
    choose("Cases")
    press("Open a case")
    post = wait("Post", lambda: find("Post", Atspi.Role.COMBO_BOX))
    Atspi.Component.grab_focus(post)
    subprocess.run(["/usr/bin/xdotool", "type", "--delay", "30", "New Delhi"], check=True)
    keys("Tab")
    press("Open this case")
    label(contains="KB-2026-0001")
    label(starts="0 of ")


def tick_items(count: int) -> None:
    """Tick lines with the space bar, as somebody without a mouse does; read the progress back."""
    lines = wait("the checklist", lambda: find("Checklist", *TABLES))
    Atspi.Component.grab_focus(lines)
    keys("Home")
    for number in range(1, count + 1):
        keys("space")
        label(starts=f"{number} of ")
        keys("Down")


TABLES = (Atspi.Role.TABLE, Atspi.Role.TREE_TABLE, Atspi.Role.LIST, Atspi.Role.TREE)


def save_pdf(target: Path) -> None:
    """Look at the checklist beside the case and save it."""
    press("Preview")
    press("Save as…")
    fill("File name:", str(target))
    press("Save")
    wait("the PDF", lambda: target.exists() and target.stat().st_size > 0)
    text = subprocess.run(["pdftotext", str(target), "-"], check=True, capture_output=True, text=True).stdout
    for wanted in ("WANG, Xiaoyang", "王小样", "KB-2026-0001"):
        if wanted not in text:
            raise SystemExit(f"the PDF does not say {wanted}")


def main(home: Path) -> None:
    """Run the flow; every step waits for what it needs and ends the run where it does not come."""
    wait("the program", program)
    begun = time.monotonic()
    create_casebook()
    add_person()
    open_case()
    tick_items(3)
    save_pdf(home / "Documents" / "checklist.pdf")
    sys.stdout.write(f"window flow done in {time.monotonic() - begun:.1f} s\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
