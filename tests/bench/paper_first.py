"""Print in a process of its own, run by ``paper_processes``: "ours", "platypus", or "worker" and a count."""

import json
import sys
from pathlib import Path

from tests.bench import paper_content


def main(arguments: list[str]) -> None:
    """Print once, or often; a worker says in JSON how much memory it held at most, in MB."""
    document = paper_content.summary()
    if arguments[0] == "platypus":
        from tests.bench import paper_cells, paper_platypus  # ours must not load it

        paper_platypus.made(paper_platypus.prepared(paper_cells.pieces(document)))
        return
    from app.pdf import render

    render.render(document)
    if arguments[0] == "worker":
        for seed in range(1, int(arguments[1])):
            render.render(paper_content.summary(native=seed % 2 == 0, seed=seed))
        sys.stdout.write(json.dumps({"peak": _peak()}))


def _peak() -> float:
    """Return the most memory this process held, in MB; the usual count begins with that of the parent."""
    told = Path("/proc/self/status").read_text(encoding="ascii")
    return int(told.partition("VmHWM:")[2].split()[0]) / 1024


if __name__ == "__main__":
    main(sys.argv[1:])
