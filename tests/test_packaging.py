"""The wheel holds the whole program: code, rules, fonts, icons, languages and migrations."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests import tree
from tests.tree import ROOT

SHIPPED = ("app/", "db/", "resources/")
# What the program reads as files at run time, by the folder that would be missed.
DATA = {
    "resources/rules": ".toml",
    "resources/posts": ".toml",
    "resources/tables": ".toml",
    "resources/fonts": ".ttf",
    "resources/icons": ".svg",
    "resources/i18n": ".mo",
    "resources/theme": ".qss",
    "db/migrations/versions": ".py",
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.Path:
    """Return the built wheel. Building takes no network: the builder is pinned with everything else."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return zipfile.Path(built)


def _names(wheel: zipfile.Path) -> set[str]:
    return set(wheel.root.namelist())


def test_the_wheel_holds_every_kept_file_of_the_program(wheel: zipfile.Path) -> None:
    kept = {path.relative_to(ROOT).as_posix() for path in tree.kept_files(ROOT)}
    shipped = {name for name in kept if name.startswith(SHIPPED) and not Path(name).name.startswith(".")}
    assert shipped - _names(wheel) == set()


def test_the_wheel_holds_nothing_else(wheel: zipfile.Path) -> None:
    metadata = {name for name in _names(wheel) if ".dist-info/" in name}
    strays = {name for name in _names(wheel) - metadata if not name.startswith(SHIPPED)}
    assert strays == set()


@pytest.mark.parametrize(("folder", "ending"), sorted(DATA.items()))
def test_the_wheel_holds_the_data_of_each_folder(wheel: zipfile.Path, folder: str, ending: str) -> None:
    there = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob(f"*{ending}")}
    assert there
    assert {name for name in _names(wheel) if name.startswith(folder) and name.endswith(ending)} == there


def test_the_wheel_installs_the_command(wheel: zipfile.Path) -> None:
    (entry,) = [name for name in _names(wheel) if name.endswith("entry_points.txt")]
    assert "kasebook = app.__main__:main" in (wheel / entry).read_text(encoding="utf-8")


def test_the_wheel_carries_the_licence(wheel: zipfile.Path) -> None:
    assert any(name.endswith("licenses/LICENSE") for name in _names(wheel))
