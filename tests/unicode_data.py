"""Where Unicode's own files are: Debian's package ``unicode-data``, installed by root where it is missing."""

import os
import re
import shutil
import subprocess
from pathlib import Path

FOLDER = Path("/usr/share/unicode")
PACKAGE = "unicode-data"


def installed() -> Path:
    """Return the folder of Unicode's files; install them if that is possible. Raises ``AssertionError``."""
    if not (FOLDER / "BidiTest.txt").exists() and os.geteuid() == 0 and shutil.which("apt-get"):
        settings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], env=settings, check=False, capture_output=True)
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", PACKAGE]
        subprocess.run(install, env=settings, check=False, capture_output=True)
    assert (FOLDER / "BidiTest.txt").exists(), f"Unicode's test files are missing: apt-get install {PACKAGE}"
    return FOLDER


def version(folder: Path) -> str:
    """Return the version that the files in ``folder`` state, such as "15.0.0"."""
    first = (folder / "BidiBrackets.txt").read_text(encoding="utf-8").partition("\n")[0]
    match = re.search(r"\d+\.\d+\.\d+", first)
    assert match is not None, first
    return match[0]
