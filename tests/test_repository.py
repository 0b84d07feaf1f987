"""The files that git keeps: addresses, pins, versions, data in use, and tests that mirror the tree."""

import ast
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import app
from tests import tree
from tests.tree import ROOT

Check = Callable[[Path], list[str]]
CONFIGURATION = {".lock", ".toml", ".cfg", ".ini", ".txt", ".yml", ".yaml", ".json"}
ADDRESS = re.compile(r"https?://([\w.-]+)[^\s\"']*")
# Put together here, so that this file does not hold what it looks for.
REGISTRIES = [".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"))]
MACHINE_PATH = re.compile(r"(?:^|[^\w.])/(?:work|root)/")

# Where the tests of each folder look for what they test; flows and bench go through the whole program.
MIRRORS = {
    "tests/domain": "app/domain",
    "tests/services": "app/services",
    "tests/db": "db",
    "tests/pdf": "app/pdf",
    "tests/ui": "app/ui",
    "tests/cli": "app/cli",
}
TESTED_FILE_BY_FILE = ("tests/domain", "tests/services", "tests/db")
# Tests of what no single module does, and what that is.
ACROSS = {
    "tests/ui/test_accessible_names.py": "the names of every widget in the whole window",
    "tests/services/test_undo_of_everything.py": "every operation of every noun, undone",
    "tests/pdf/test_scripts.py": "how every script looks and is copied",
    "tests/pdf/test_hostile.py": "texts that nobody should print, through every kind of document",
}
UNLOCKED = {"bench"}  # what a benchmark compares with: nobody needs it to run the program or its tests


def project(root: Path) -> dict[str, Any]:
    """Return the ``pyproject.toml``."""
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def addresses(root: Path) -> list[str]:
    """Return the web addresses in lock and configuration files, but for the project's own."""
    own = ADDRESS.findall(" ".join(project(root)["project"].get("urls", {}).values()))
    found = []
    for path in tree.kept_files(root):
        name = str(path.relative_to(root))
        is_data = name.startswith("resources/")  # sources of rules and licences have addresses, rightly
        if (path.suffix in CONFIGURATION and not is_data) or name.startswith(".ci/"):
            hosts = ADDRESS.findall(path.read_text(encoding="utf-8"))
            found += [f"{name}: {host}" for host in hosts if host not in own]
    return found


def _texts(root: Path) -> Iterator[tuple[str, str]]:
    for path in tree.kept_files(root):
        data = path.read_bytes()
        if b"\0" not in data:
            yield str(path.relative_to(root)), data.decode("utf-8", errors="replace")


def registries(root: Path) -> list[str]:
    """Return the files that name a package registry."""
    return [name for name, text in _texts(root) if any(host in text for host in REGISTRIES)]


def machine_paths(root: Path) -> list[str]:
    """Return the files that name a folder of one machine."""
    return [name for name, text in _texts(root) if MACHINE_PATH.search(text)]


def unpinned(root: Path) -> list[str]:
    """Return the requirements in ``pyproject.toml`` that the lock does not pin, or pins to something else."""
    told = project(root)
    wanted = [*told["project"]["dependencies"], *told.get("dependency-groups", {}).get("dev", [])]
    extras = told["project"].get("optional-dependencies", {})
    wanted += [one for name, extra in extras.items() if name not in UNLOCKED for one in extra]
    pins = pinned(root)
    found = []
    for requirement in map(Requirement, wanted):
        version = pins.get(canonicalize_name(requirement.name))
        if version is None or not requirement.specifier.contains(version, prereleases=True):
            found.append(str(requirement))
    return found


def pinned(root: Path) -> dict[str, str]:
    """Return the versions in the lock by name. Raises ``ValueError`` for a line without pin or digest."""
    text = (root / "requirements.lock").read_text(encoding="utf-8").replace("\\\n", " ")
    pins: dict[str, str] = {}
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        match = re.match(r"([\w.-]+)(?:\[[\w,-]+\])?==(\S+) .*--hash=sha256:", line)
        if not match:
            raise ValueError(line)
        pins[canonicalize_name(match[1])] = match[2]
    return pins


def orphaned_tests(root: Path) -> list[str]:
    """Return the test files that mirror no module. ``test_x_undo.py`` may be a second file for ``x``."""
    found = []
    for tests, source in MIRRORS.items():
        for path in sorted((root / tests).rglob("test_*.py")):
            place = root / source / path.parent.relative_to(root / tests)
            inside = [one.stem for one in place.rglob("*") if one.suffix == ".py" or one.is_dir()]
            there = {name.strip("_") for name in [*inside, place.name]}
            if there.isdisjoint(_mirrored(path.stem)):
                found.append(str(path.relative_to(root)))
    return found


def _mirrored(test: str) -> Iterator[str]:
    words = test.split("_")[1:]
    for length in range(len(words), 0, -1):
        yield "_".join(words[:length])


def modules_without_tests(root: Path) -> list[str]:
    """Return the modules of domain, services and db that compute something, and that no test there is for.

    A test of the same folder that imports the module will do: some are small parts of their neighbour.
    """
    found = []
    for tests in TESTED_FILE_BY_FILE:
        names = {path.stem for path in (root / tests).rglob("test_*.py")}
        used = {name for module in tree.modules(root, tests) for name in _imported(module.tree)}
        for module in tree.modules(root, MIRRORS[tests]):
            stem = module.path.stem
            aside = ".models." in module.name or ".migrations." in module.name or stem == "__init__"
            named = any(name == f"test_{stem}" or name.startswith(f"test_{stem}_") for name in names)
            if not (aside or named or module.name in used) and any(tree.functions(module.tree)):
                found.append(module.name)
    return found


def _imported(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def unused_icons(root: Path) -> list[str]:
    """Return the icons that neither the window's code nor the stylesheet names."""
    named = {str(text.value) for module in tree.modules(root, "app/ui") for text in tree.texts(module.tree)}
    sheets = "".join(path.read_text(encoding="utf-8") for path in (root / "resources/theme").rglob("*.qss"))
    icons = sorted((root / "resources/icons").rglob("*.svg"))
    return [path.name for path in icons if not {path.stem, path.name} & named and path.name not in sheets]


def unloaded_folders(root: Path) -> list[str]:
    """Return the folders of rules, posts and calendars that hold files but that no loader opens."""
    named = {
        str(text.value).split("/")[0] for module in tree.program(root) for text in tree.texts(module.tree)
    }
    folders = [root / "resources" / name for name in ("rules", "posts", "calendars", "samples")]
    return [
        one.name for one in folders if one.is_dir() and any(one.rglob("*.toml")) and one.name not in named
    ]


def test_configuration_holds_no_address_but_our_own() -> None:
    assert addresses(ROOT) == []


def test_no_file_names_a_package_registry() -> None:
    assert registries(ROOT) == []


def test_no_file_names_a_folder_of_one_machine() -> None:
    assert machine_paths(ROOT) == []


def test_the_lock_pins_what_the_project_requires() -> None:
    assert unpinned(ROOT) == []


def test_every_test_file_mirrors_a_module() -> None:
    assert set(orphaned_tests(ROOT)) == set(ACROSS)


def test_every_module_below_the_window_has_its_tests() -> None:
    assert modules_without_tests(ROOT) == []


def test_every_icon_is_used() -> None:
    assert unused_icons(ROOT) == []


def test_every_folder_of_rules_is_loaded() -> None:
    assert unloaded_folders(ROOT) == []


def test_the_version_is_the_same_everywhere() -> None:
    version = project(ROOT)["project"]["version"]
    assert app.__version__ == version
    assert f"## {version}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


PROJECT = '[project]\ndependencies = ["one>=2"]\n[project.urls]\nhome = "https://kasebook.example/"\n'


@pytest.fixture
def small_tree(tmp_path: Path) -> Path:
    """Return a tree in which every check of this file passes."""
    lock = "one==2.1 \\\n    --hash=sha256:00\n"
    files = {"pyproject.toml": PROJECT, "requirements.lock": lock, ".gitignore": ".venv/\n"}
    return tree.plant(tmp_path, files)


@pytest.mark.parametrize(
    ("check", "file", "text"),
    [
        (addresses, "uv.lock", 'url = "https://elsewhere.example/one.whl"'),
        (addresses, ".ci/run", "curl http://elsewhere.example/"),
        (registries, "docs.md", f"from {REGISTRIES[0]}"),
        (machine_paths, "docs.md", "see /" + "root/notes"),
        (unpinned, "requirements.lock", "one==1.9 --hash=sha256:00\n"),
        (unpinned, "requirements.lock", "two==1.9 --hash=sha256:00\n"),
        (orphaned_tests, "tests/domain/test_gone.py", ""),
        (modules_without_tests, "app/domain/names.py", "def f(): pass"),
        (unused_icons, "resources/icons/star.svg", "<svg/>"),
        (unloaded_folders, "resources/rules/k.toml", ""),
    ],
)
def test_what_does_not_belong_is_found(small_tree: Path, check: Check, file: str, text: str) -> None:
    assert check(small_tree) == []
    assert len(check(tree.plant(small_tree, {file: text}))) == 1


def test_a_pin_without_a_digest_is_refused(small_tree: Path) -> None:
    tree.plant(small_tree, {"requirements.lock": "one==2.1\n"})
    with pytest.raises(ValueError, match="one"):
        pinned(small_tree)


def test_what_git_ignores_is_not_looked_at(small_tree: Path) -> None:
    tree.plant(small_tree, {".venv/one.toml": "https://elsewhere.example/"})
    assert addresses(small_tree) == []
