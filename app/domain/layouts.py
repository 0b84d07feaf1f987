"""How a list is laid out: which columns, in which order, sorted by what; kept as one text."""

import json
from dataclasses import asdict, dataclass

MOST_COLUMNS = 60


@dataclass(frozen=True, slots=True)
class Layout:
    """``columns`` by their ids, as they stand on the screen, and a sort key.

    No columns, and "" as the key, are the list's usual ones.
    """

    columns: tuple[str, ...]
    sort: str = ""
    descending: bool = False


def write(layout: Layout) -> str:
    """Return a layout as text."""
    return json.dumps(asdict(layout), separators=(",", ":"))


def read(text: str) -> Layout | None:
    """Return the layout that ``write`` wrote; None for no text, and for one of another kind."""
    try:
        told = json.loads(text) if text else None
        if not isinstance(told, dict):
            return None
        columns, sort, descending = tuple(told["columns"]), told["sort"], told["descending"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    is_text = all(isinstance(each, str) for each in (*columns, sort))
    if not is_text or len(columns) > MOST_COLUMNS:
        return None
    return Layout(columns, sort, descending is True)
