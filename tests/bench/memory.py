"""Print, as JSON, by how many MB this process grows when it takes a long list; run by ``lists``."""

import json
import resource
import sys
from pathlib import Path
from random import Random

from PySide6.QtCore import QCoreApplication

from app import bootstrap
from app.services import people_list
from app.ui.people.list_model import COLUMNS
from app.ui.widgets.table_model import TableModel
from tests.bench.ground import LOGIN, PASSPHRASE

PAGE = resource.getpagesize()
MB = 1024 * 1024


def main(path: str) -> None:
    """Open the casebook at ``path``, take the keys of its list and look at 300 places."""
    app = QCoreApplication([])
    book = bootstrap.open_casebook(Path(path), login=LOGIN, passphrase=PASSPHRASE)
    model = TableModel(COLUMNS, lambda seqs: book.read(people_list.lines, seqs), lambda line: line.seq)
    model.show_keys(book.read(people_list.ids, typed="nobody"))
    before, highest = held(), peak()
    model.show_keys(book.read(people_list.ids))
    random = Random(2026)
    for _jump in range(300):
        model.line_at(random.randrange(model.rowCount()))
    sys.stdout.write(json.dumps({"grown": held() - before, "peak": max(peak() - highest, 0)}))
    book.close()
    app.quit()


def held() -> float:
    """Return the memory this process holds now, in MB."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * PAGE / MB


def peak() -> float:
    """Return the most memory this process ever held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(sys.argv[1])
