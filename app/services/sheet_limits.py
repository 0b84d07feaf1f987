"""How much of a spreadsheet is read, and how the reading process says that it can't be."""

MEMORY = 1_000_000_000  # bytes of address space, the interpreter's own among them
SECONDS = 30
FILE_BYTES = 50_000_000
ROWS, COLUMNS = 20_000, 200
CELL = 5_000  # characters; a longer text is told as an error of its row
TEXT = 20_000_000  # characters in all
UNPACKED = 600_000_000  # bytes of a workbook's parts together
SHARED = 150_000_000  # bytes of the part that holds all its texts
PARTS = 2_000  # files in a workbook


class Trouble(Exception):
    """Why a file can't be read, as a code."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.detail = detail


class Room:
    """Counts what was read. ``take`` raises ``Trouble`` where it becomes too much."""

    def __init__(self) -> None:
        self.rows: list[tuple[int, list[str]]] = []
        self.odd: list[tuple[int, int, str, str]] = []
        self._characters = 0

    def take(self, number: int, cells: list[str]) -> None:
        """Keep a row that holds anything; a text that is too long is cut and told."""
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            return
        if len(self.rows) > ROWS:  # one more for the heads
            raise Trouble("rows")
        if len(cells) > COLUMNS:
            raise Trouble("columns")
        for at, text in enumerate(cells):
            if len(text) > CELL:
                self.odd.append((number, at, "long", str(len(text))))
                cells[at] = text[:CELL]
            self._characters += min(len(text), CELL)
        if self._characters > TEXT:
            raise Trouble("text")
        self.rows.append((number, cells))
