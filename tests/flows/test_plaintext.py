"""No name that was typed can be read on the disk, whether the program was closed or killed."""

import signal
import unicodedata
from base64 import b64encode
from pathlib import Path

import pytest

from app.domain.folding import fold
from tests.casebooks import PASSPHRASE
from tests.db import children
from tests.flows.planting import NAMES


def forms(text: str) -> set[bytes]:
    """Return the bytes that ``text`` may be written as: encodings, cases, folded, and in base64."""
    spelt = {text, text.upper(), text.casefold(), unicodedata.normalize("NFD", text), fold(text)}
    plain = {one.encode(code) for one in spelt for code in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")}
    escaped = {one.encode("ascii", "backslashreplace") for one in spelt}
    return {one for one in plain | escaped | {b for one in plain for b in _base64(one)} if len(one) >= 6}


def _base64(content: bytes) -> set[bytes]:
    """Return what base64 makes of ``content`` inside something longer, at each of three places."""
    found = set()
    for before in range(3):
        coded = b64encode(bytes(before) + content + bytes(-(before + len(content)) % 3))
        found.add(coded[4 if before else 0 : -4])
    return found


def hits(folder: Path, wanted: set[bytes]) -> list[str]:
    """Return the files under ``folder`` whose name or content holds any of ``wanted``."""
    found = []
    for path in folder.rglob("*"):
        content = bytes(path.relative_to(folder)) + (path.read_bytes() if path.is_file() else b"")
        found += [f"{path.relative_to(folder)}: {one!r}" for one in wanted if one in content]
    return found


@pytest.mark.parametrize("end", ["closed", "killed"])
def test_no_name_is_found_in_any_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str) -> None:
    for variable in ("KASEBOOK_HOME", "HOME", "TMPDIR", "SQLITE_TMPDIR", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        (tmp_path / variable).mkdir()
        monkeypatch.setenv(variable, str(tmp_path / variable))
    process = children.start("tests.flows.planting", tmp_path)
    assert process.stdout
    ready, code, key = process.stdout.readline().split()
    assert ready == "ready"
    if end == "killed":
        process.send_signal(signal.SIGKILL)
    said, complained = process.communicate("go on\n")
    wanted = {form for name in NAMES for form in forms(name)}
    wanted |= (
        forms(PASSPHRASE) | forms(code) | forms(code.replace("-", "")) | forms(key) | {bytes.fromhex(key)}
    )
    assert hits(tmp_path, wanted) == []
    assert not any(one in (said + complained).encode() for one in wanted)
    assert (tmp_path / "Test.kasebook" / "casebook.db").stat().st_size > 100_000
    assert len(list((tmp_path / "backups").iterdir())) == 1


def test_the_search_would_find_them(tmp_path: Path) -> None:
    for n, name in enumerate(NAMES):
        content = b64encode(bytes(n) + name.encode()) if n % 2 else name.encode("utf-16-le")
        (tmp_path / f"{n}").write_bytes(bytes(n) + content)
    found = {hit.split(":")[0] for name in NAMES for hit in hits(tmp_path, forms(name))}
    assert found == {f"{n}" for n in range(len(NAMES))}
