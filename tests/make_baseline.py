"""Write the first migration anew from the models: ``python3 -m tests.make_baseline``.

Only until the first release. From then on no revision that was released changes, and a change of the
models is a new one: ``alembic revision --autogenerate`` as below, with the next number.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from alembic import command

from db.engine import sqlite_engine, writing
from db.migrations import versions
from db.schema import REVISIONS
from db.upgrade import alembic_config

VERSIONS = Path(versions.__file__).parent


def main() -> None:
    """Compare the models with an empty database, and write what makes them of it."""
    for file in VERSIONS.glob(f"{REVISIONS[0]}_*.py"):
        file.unlink()
    with tempfile.TemporaryDirectory() as folder:
        engine = sqlite_engine(Path(folder) / "empty.db", bytes(32), create=True)
        with writing(engine).begin() as connection:
            config = alembic_config(connection)
            command.revision(config, "The first tables", autogenerate=True, rev_id=REVISIONS[0])
        engine.dispose()
    for file in VERSIONS.glob(f"{REVISIONS[0]}_*.py"):
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        file.write_text("".join(line for line in lines if "# ###" not in line), encoding="utf-8")
    formatting = [sys.executable, "-m", "ruff", "format", "-q", "--isolated", "--line-length=110"]
    subprocess.run([*formatting, VERSIONS], check=True)


if __name__ == "__main__":
    main()
