"""``python3 -m app`` and the ``kasebook`` command: prepare the environment, then hand over."""

import os
import sys
import traceback

from app.errors import KasebookError
from app.readiness import is_ready


def main() -> int:
    """Run the command line or the window; return the exit code: 0 done, 1 a bug, else as errors say."""
    if not is_ready("app"):
        from app import environment

        environment.prepare("app")
    try:
        from app.bootstrap import run

        return run(sys.argv[1:])
    except KasebookError as error:
        _say(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        return 130  # what shells give for Ctrl+C
    except Exception as error:  # the last net: a bug
        _say(_place_of(error))
        return 1


def _place_of(error: Exception) -> str:
    """Return one line that says where the bug is, without the error's own text: it may hold client data."""
    if os.environ.get("KASEBOOK_TRACEBACK"):
        traceback.print_exception(error)
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{os.path.basename(last.filename)}:{last.lineno}"
    return (
        f"This is a bug in Kasebook: {type(error).__name__} at {place}. What was saved before is intact. "
        "With KASEBOOK_TRACEBACK=1 set, the same command shows more."
    )


def _say(message: str) -> None:
    sys.stderr.write(f"kasebook: {message}\n")


if __name__ == "__main__":
    sys.exit(main())
