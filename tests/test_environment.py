"""The first step of both commands, tried on small checkouts with a real Python and real environments."""

import os
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from app import environment, readiness
from tests import tree
from tests.tree import ROOT

# A program that says where it runs; the arguments come through.
PROGRAM = """
import sys
from app import environment
environment.prepare("app")
print(sys.prefix, *sys.argv[1:])
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a checkout of a program that needs no packages at all."""
    step = {f"app/{name}.py": (ROOT / f"app/{name}.py").read_text() for name in ("readiness", "environment")}
    files = {"app/__init__.py": "", "app/__main__.py": PROGRAM, **step}
    return tree.plant(tmp_path, files | {"requirements.lock": "# nothing\n"})


def start(checkout: Path, *arguments: str) -> "subprocess.Popen[str]":
    """Start the program with the Python below ours, which is told to forget its own packages."""
    python = Path(sys.base_prefix) / ("python.exe" if sys.platform == "win32" else "bin/python3")
    settings = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.Popen(
        [python, "-S", "-m", "app", *arguments],
        cwd=checkout,
        env=settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_first_start_builds_the_environment_and_goes_on_inside(checkout: Path) -> None:
    out, error = start(checkout, "demo", "a b").communicate(timeout=100)
    assert out.split(maxsplit=1) == [str(checkout / ".venv"), "demo a b\n"]
    assert "Preparing" in error
    assert environment.is_current(checkout)


def test_two_starts_at_once_build_one_environment(checkout: Path) -> None:
    first, second = start(checkout), start(checkout)
    errors = [process.communicate(timeout=100)[1] for process in (first, second)]
    assert [first.returncode, second.returncode] == [0, 0]
    assert sum("Preparing" in error for error in errors) == 1


def test_a_second_start_builds_nothing(checkout: Path) -> None:
    start(checkout).communicate(timeout=100)
    assert start(checkout).communicate(timeout=100)[1] == ""


def test_a_half_built_environment_is_built_anew(checkout: Path) -> None:
    tree.plant(checkout, {".venv/lib/half": "", ".venv/bin/python": ""})
    assert not environment.is_current(checkout)
    start(checkout).communicate(timeout=100)
    assert environment.is_current(checkout)
    assert not (checkout / ".venv/lib/half").exists()


def test_a_package_that_cannot_be_had_stops_with_a_message(checkout: Path) -> None:
    digest = "--hash=sha256:" + "0" * 64
    tree.plant(checkout, {"requirements.lock": f"gone @ {(checkout / 'gone.whl').as_uri()} {digest}\n"})
    process = start(checkout)
    out, error = process.communicate(timeout=100)
    assert process.returncode == 2
    assert out == ""
    assert "could not be installed" in error
    assert not environment.is_current(checkout)


def test_another_lock_asks_for_another_environment(checkout: Path) -> None:
    before = environment.stamp(checkout)
    tree.plant(checkout, {"requirements.lock": "# something\n"})
    assert environment.stamp(checkout) != before


def test_where_there_is_no_lock_nothing_is_done(checkout: Path) -> None:
    (checkout / "requirements.lock").unlink()
    out, error = start(checkout).communicate(timeout=100)
    assert (Path(out.strip()), error) == (Path(sys.base_prefix), "")
    assert not (checkout / ".venv").exists()


def test_an_environment_that_has_our_packages_is_used_as_it_is() -> None:
    before = sorted(sys.modules)
    environment.prepare("tests")
    assert sorted(sys.modules) == before


def test_missing_libraries_are_named_by_their_packages() -> None:
    def load(name: str) -> None:
        if "xcb-cursor" in name or "glib" in name:
            raise OSError(name)

    assert environment.missing_packages(load) == [("libglib2.0-0t64", "libglib2.0-0"), ("libxcb-cursor0",)]


def test_the_line_to_run_names_exactly_what_is_missing() -> None:
    line = environment.line([("libgl1",), ("there-is-no-such-package", "libegl1")])
    assert line == "sudo apt-get update && sudo apt-get install libgl1 libegl1"


def test_an_old_python_is_told_which_one_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(environment, "OLDEST_PYTHON", (9, 0))
    with pytest.raises(SystemExit) as stop:
        environment.prepare("app")
    assert stop.value.code == 2
    assert "needs Python 9.0 or newer" in capsys.readouterr().err


def test_the_modules_that_tell_our_environment_are_packages_we_require() -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    required = [*told["project"]["dependencies"], *told["dependency-groups"]["dev"]]
    names = {canonicalize_name(Requirement(one).name) for one in required}
    provided = packages_distributions()
    for module in (*readiness.NEEDED["app"], *readiness.NEEDED["tests"]):
        assert {canonicalize_name(name) for name in provided[module]} & names, module
