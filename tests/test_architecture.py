"""Who may import whom, checked over the real tree; CONTRIBUTING has the drawing."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests import tree
from tests.tree import ROOT, Module

LEAVES = ("app.errors", "app.i18n", "resources")
FACES = ("app.services", "app.domain", "app.settings", *LEAVES)

# Each part of the program, and what of the program it may import besides itself. The longest name counts.
MAY_IMPORT: dict[str, tuple[str, ...]] = {
    "resources": (),
    "app": (),
    "app.errors": (),
    "app.environment": ("app.readiness",),
    "app.readiness": (),
    "app.i18n": ("resources",),
    "app.settings": LEAVES,
    "app.domain": LEAVES,
    "db": ("app.domain", *LEAVES),
    "app.pdf": ("app.domain", *LEAVES),
    "app.services": ("db", "app.pdf", "app.domain", *LEAVES),
    "app.cli": FACES,
    "app.ui": ("app.ui", *FACES),
    "app.ui.office": ("app.ui", "db", *FACES),
    "app.bootstrap": ("app", "db", "resources"),
    "app.__main__": ("app.readiness", "app.environment", "app.errors", "app.bootstrap"),
}

# Libraries with the parts that may import them; the standard library's sqlite3 is for nobody.
QT = ("app.ui", "app.bootstrap", "app.__main__")
CONFINED: dict[str, tuple[str, ...]] = {
    "PySide6": QT,
    "shiboken6": QT,
    "sqlalchemy": ("db", "app.services"),
    "alembic": ("db",),
    "sqlcipher3": ("db",),
    "psycopg": ("db",),
    "reportlab": ("app.pdf",),
    "pikepdf": ("app.pdf",),
    "uharfbuzz": ("app.pdf",),
    "icu4py": ("app.pdf",),
    "sqlite3": (),
}

# The domain holds values and rules: these would give it files, processes or the network.
NOT_IN_DOMAIN = {
    "asyncio", "ctypes", "io", "multiprocessing", "os", "pathlib", "shutil", "socket",
    "subprocess", "sys", "tempfile", "threading", "time", "urllib",
}  # fmt: skip
LATE_IMPORTS = {"app.pdf", "db.upgrade", "app.bootstrap", "app.__main__"}
HEAVY = ("reportlab", "pikepdf", "uharfbuzz", "alembic", "pypinyin")


class Import(NamedTuple):
    """One imported module or name, and where."""

    target: str
    line: int


def imports(module: Module, known: set[str]) -> Iterator[Import]:
    """Yield what ``module`` imports; ``from a import b`` is ``a.b`` where that is a ``known`` module."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            source = _source(module, node)
            for alias in node.names:
                full = f"{source}.{alias.name}"
                yield Import(full if full in known else source, node.lineno)


def _source(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = module.name.split(".")
    kept = len(package) - node.level + (module.path.name == "__init__.py")
    return ".".join(package[:kept] + ([node.module] if node.module else []))


def _within(name: str, *parts: str) -> bool:
    return any(name == part or name.startswith(part + ".") for part in parts)


def layer(name: str) -> str:
    """Return the part of the program that ``name`` belongs to."""
    return max((part for part in MAY_IMPORT if _within(name, part)), key=len)


def wrong_directions(root: Path) -> list[str]:
    """Return the imports that go against the layers."""
    shipped = tree.program(root)
    known = {module.name for module in shipped}
    return [
        f"{module.at(found.line)} imports {found.target}"
        for module in shipped
        for found in imports(module, known)
        if _within(found.target, "app", "db", "resources") and not _may(module.name, found.target)
    ]


def _may(name: str, target: str) -> bool:
    part = layer(name)
    if target == "app" or layer(target) == part:  # `app` itself holds the version and nothing else
        return True
    return _within(target, *MAY_IMPORT[part])


def strayed_libraries(root: Path) -> list[str]:
    """Return the imports of libraries outside the parts they are confined to."""
    return [
        f"{module.at(found.line)} imports {found.target}"
        for module in tree.program(root)
        for found in imports(module, set())
        for library, homes in CONFINED.items()
        if _within(found.target, library) and not _within(module.name, *homes)
    ]


def impure_domain(root: Path) -> list[str]:
    """Return what gives the domain files, processes or a clock."""
    found = []
    for module in tree.modules(root, "app/domain"):
        found += [
            f"{module.at(one.line)} imports {one.target}"
            for one in imports(module, set())
            if one.target.split(".")[0] in NOT_IN_DOMAIN
        ]
        found += [f"{module.at(call)} opens a file" for call in tree.calls(module.tree, "open")]
        clocks = tree.calls(module.tree, "now", "today", "utcnow")
        found += [f"{module.at(call)} looks at the clock" for call in clocks if tree.is_method_call(call)]
    return found


def late_imports(root: Path) -> list[str]:
    """Return the imports inside functions outside the four places that may have them."""
    return [
        module.at(node)
        for module in tree.program(root)
        if module.name not in LATE_IMPORTS
        for function in tree.functions(module.tree)
        for node in _imports_in(function)
    ]


def _imports_in(function: ast.AST) -> Iterator[ast.stmt | ast.expr]:
    yield from tree.calls(function, "import_module", "__import__")
    for node in ast.walk(function):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node


def star_imports(root: Path) -> list[str]:
    """Return the ``from x import *``."""
    return [
        module.at(node)
        for module in tree.modules(root, "app", "db", "resources", "tests")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names)
    ]


def folders_without_init(root: Path) -> list[str]:
    """Return the folders of Python files that are no packages; migration scripts are files, not a package."""
    folders = {module.path.parent for module in tree.modules(root, "app", "db", "resources", "tests")}
    return sorted(
        str(folder.relative_to(root))
        for folder in folders
        if not (folder / "__init__.py").exists() and folder.name != "versions"
    )


def loaded_by(*names: str) -> set[str]:
    """Return the top-level modules that a fresh Python holds after importing ``names``."""
    return {name.split(".")[0] for name in every_module_loaded_by(*names)}


def every_module_loaded_by(*names: str) -> set[str]:
    """Return all modules that a fresh Python holds after importing ``names``."""
    code = f"import sys, {', '.join(names)}; print(*sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    return set(result.stdout.split())


def test_imports_follow_the_layers() -> None:
    assert wrong_directions(ROOT) == []


def test_each_library_stays_where_it_belongs() -> None:
    assert strayed_libraries(ROOT) == []


def test_the_domain_has_no_files_and_no_clock() -> None:
    assert impure_domain(ROOT) == []


def test_imports_inside_functions_stand_only_in_the_four_places() -> None:
    assert late_imports(ROOT) == []


def test_nobody_imports_a_star() -> None:
    assert star_imports(ROOT) == []


def test_every_folder_is_a_package() -> None:
    assert folders_without_init(ROOT) == []


def test_the_command_line_never_loads_qt_nor_anything_heavy() -> None:
    names = [module.name for module in tree.modules(ROOT, "app/cli") if not module.name.endswith("__main__")]
    assert loaded_by("app.bootstrap", *names).isdisjoint(("PySide6", *HEAVY))


def test_the_start_of_the_window_loads_nothing_heavy() -> None:
    assert loaded_by("app.bootstrap", *_window_modules()).isdisjoint(HEAVY)


def test_the_window_stands_before_the_database_is_loaded() -> None:
    """Loading SQLAlchemy takes longer than all the rest of the start."""
    window = ("app.ui.start.program", "app.ui.start.pages", "app.ui.main_window")
    loaded = every_module_loaded_by("app.__main__", "app.bootstrap", *window)
    assert loaded.isdisjoint(("sqlalchemy", "sqlcipher3", *HEAVY))
    assert loaded.isdisjoint(
        ("app.environment", "subprocess", "socket", "platform", "PySide6.QtPrintSupport")
    )


def test_the_first_page_is_loaded_without_what_it_does_not_show() -> None:
    """It stands between the passphrase and the day's lines; what writes, searches and prints comes later."""
    loaded = every_module_loaded_by("app.ui.pages", "app.ui.searches", "app.ui.today.page")
    later = {
        "sqlalchemy.dialects.postgresql", "phonenumbers", "rapidfuzz", "db.tables", "db.models.person",
        "app.services.expiring", "app.services.checklists", "app.services.orders", "app.domain.checking",
        "app.services.limits", "app.domain.facts", "db.models.stay",
    }  # fmt: skip
    assert loaded.isdisjoint(later)


def _window_modules() -> list[str]:
    return [f"app.ui.{name}" for name in ("start", "main_window") if (ROOT / f"app/ui/{name}.py").exists()]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("app/domain/x.py", "from app.services import y"),
        ("db/x.py", "import app.pdf"),
        ("app/pdf/x.py", "import db.casebook"),
        ("app/services/x.py", "from app import ui"),
        ("app/cli/x.py", "from app.ui import y"),
        ("app/ui/x.py", "import db.casebook"),
        ("app/ui/x.py", "from ..pdf import y"),
        ("app/errors.py", "from app.i18n import _"),
        ("resources/x.py", "import app.errors"),
    ],
)
def test_an_import_against_the_layers_is_found(tmp_path: Path, file: str, text: str) -> None:
    tree.plant(tmp_path, {"app/ui/__init__.py": "", "app/pdf/__init__.py": "", file: text})
    assert len(wrong_directions(tmp_path)) == 1


def test_only_the_office_of_the_window_may_import_the_database(tmp_path: Path) -> None:
    tree.plant(tmp_path, {"app/ui/office.py": "import db.casebook", "app/ui/x.py": "import app.ui.office"})
    assert wrong_directions(tmp_path) == []


@pytest.mark.parametrize("library", sorted(CONFINED))
def test_a_library_out_of_its_place_is_found(tmp_path: Path, library: str) -> None:
    tree.plant(tmp_path, {"app/domain/x.py": f"from {library}.parts import y"})
    assert len(strayed_libraries(tmp_path)) == 1


@pytest.mark.parametrize("text", ["import os", "from pathlib import Path", "open('x')", "date.today()"])
def test_a_file_or_a_clock_in_the_domain_is_found(tmp_path: Path, text: str) -> None:
    tree.plant(tmp_path, {"app/domain/x.py": text})
    assert len(impure_domain(tmp_path)) == 1


@pytest.mark.parametrize("text", ["import os", "from a import b", "importlib.import_module('a')"])
def test_an_import_inside_a_function_is_found(tmp_path: Path, text: str) -> None:
    tree.plant(tmp_path, {"db/x.py": f"def f():\n    {text}\n"})
    assert late_imports(tmp_path) == ["db.x:2"]


def test_a_star_and_a_folder_that_is_no_package_are_found(tmp_path: Path) -> None:
    tree.plant(tmp_path, {"app/ui/x.py": "from a import *"})
    assert star_imports(tmp_path) == ["app.ui.x:1"]
    assert folders_without_init(tmp_path) == ["app/ui"]
