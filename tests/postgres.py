"""A private PostgreSQL server for tests, where its programs are installed."""

import getpass
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


def programs() -> Path | None:
    """Return the folder of the server's programs, or None."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    beside = shutil.which("initdb")
    return found[-1].parent if found else Path(beside).parent if beside else None


@contextmanager
def server() -> Iterator[str]:
    """Run a server in a folder of its own, reached by a socket there alone; yield the address for an engine.

    PostgreSQL refuses to run as root, so root runs it as the account ``postgres``. The folder's path is
    short: the path of a socket has room for some 100 characters.
    """
    with TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as folder:
        yield from _served(Path(folder))


def _served(folder: Path) -> Iterator[str]:
    bin_folder = programs()
    assert bin_folder is not None
    data, as_user = folder / "data", getpass.getuser()
    become: list[str] = []
    if os.geteuid() == 0:
        as_user, become = "postgres", ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        shutil.chown(folder, "postgres")
    options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"

    def run(program: str, *arguments: str) -> None:
        command = [*become, str(bin_folder / program), "-D", str(data), *arguments]
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=60)

    run("initdb", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-U", as_user)
    run("pg_ctl", "start", "-w", "-o", options, "-l", str(folder / "log"))
    try:
        yield f"postgresql+psycopg://{as_user}@/postgres?host={folder}"
    finally:
        run("pg_ctl", "stop", "-m", "immediate")
