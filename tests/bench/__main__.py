"""``python3 -m tests.bench [NAME…]``: prepare the environment, then measure."""

import sys

from app import environment


def main() -> int:
    """Run the benchmarks that the command line names; return the exit code."""
    environment.prepare("tests.bench")
    from tests.bench import run  # its imports need the environment

    return run.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
