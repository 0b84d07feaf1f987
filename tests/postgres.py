"""A private PostgreSQL server for tests, where its programs are installed."""

import getpass
import os
import shutil
import signal
import subprocess
import time
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
    as_user = getpass.getuser()
    # It gets a signal at our end, so that a killed test leaves no server behind.
    become = ["setpriv", "--pdeathsig=QUIT"]
    if os.geteuid() == 0:
        as_user = "postgres"
        become += ["--reuid=postgres", "--regid=postgres", "--clear-groups"]
        shutil.chown(folder, "postgres")
    make = f"{bin_folder}/initdb -D data -A trust -E UTF8 --locale=C.UTF-8 -U {as_user}".split()
    subprocess.run([*become, *make], cwd=folder, check=True, capture_output=True, timeout=60)
    serve = f"{bin_folder}/postgres -D data -k {folder} -c listen_addresses= -c fsync=off".split()
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen([*become, *serve], cwd=folder, stderr=log) as process,
    ):
        try:
            _await(process, folder / "data" / "postmaster.pid")
            yield f"postgresql+psycopg://{as_user}@/postgres?host={folder}"
        finally:
            process.send_signal(signal.SIGQUIT)


def _await(process: "subprocess.Popen[bytes]", state: Path) -> None:
    """Wait until the server says in its file that it is ready, as its own ``pg_ctl`` does."""
    for _attempt in range(1200):
        if process.poll() is not None:
            break
        if state.exists() and state.read_text().rstrip().endswith("ready"):
            return
        time.sleep(0.05)
    raise RuntimeError("PostgreSQL did not start")
