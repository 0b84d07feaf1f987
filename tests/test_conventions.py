"""How we write, checked: sizes, operations, and calls that have their one place.

Docstrings, prints, naive dates and the like are the linter's; see ``pyproject.toml``.
"""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import tree
from tests.tree import ROOT, Module

Check = Callable[[Path], list[str]]
LONGEST_FILE = 300
LONGEST_FUNCTION = 30

# What may be longer, by ``module`` or ``module.function``, and why. An entry that is no longer needed fails.
EXCUSED: dict[str, str] = {}

# Words that promise what only the visa office can give, or that claim what we can't show.
NEVER_SAID = re.compile(r"\b(eligible|approved|guaranteed|compliant)\b", re.IGNORECASE)


def _measured(root: Path) -> Iterator[Module]:
    for module in tree.modules(root, "app", "db", "resources", "tests"):
        if ".migrations.versions." not in module.name:
            yield module


def lengths(root: Path) -> dict[str, int]:
    """Return the files and functions that are too long, with their lines."""
    found = {}
    for module in _measured(root):
        lines = module.path.read_text(encoding="utf-8").count("\n")
        if lines > LONGEST_FILE:
            found[module.name] = lines
        for function in tree.functions(module.tree):
            lines = (function.end_lineno or 0) - function.lineno + 1
            if lines > LONGEST_FUNCTION:
                found[f"{module.name}.{function.name}"] = lines
    return found


def stray_stylesheets(root: Path) -> list[str]:
    """Return the calls of ``setStyleSheet`` outside the theme: there is one stylesheet."""
    return [
        module.at(call)
        for module in tree.program(root)
        if module.name != "app.ui.theme"
        for call in tree.calls(module.tree, "setStyleSheet")
    ]


def services_that_end_transactions(root: Path) -> list[str]:
    """Return the commits and rollbacks in services: who works on data does not own the session."""
    return [
        module.at(call)
        for module in tree.modules(root, "app/services")
        for call in tree.calls(module.tree, "commit", "rollback")
    ]


def bulk_statements(root: Path) -> list[str]:
    """Return where services take SQLAlchemy's bulk statements, which would leave no change records."""
    found = []
    for module in tree.modules(root, "app/services"):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "sqlalchemy":
                taken = {alias.name for alias in node.names} & {"update", "delete", "insert"}
                found += [f"{module.at(node)} {name}" for name in sorted(taken)]
        for call in tree.calls(module.tree, "update", "delete", "insert"):
            if isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) in ("sa", "sqlalchemy"):
                found.append(module.at(call))
    return found


def operations(root: Path) -> Iterator[tuple[Module, ast.FunctionDef | ast.AsyncFunctionDef]]:
    """Yield every function declared as an operation for others to call."""
    for module in tree.modules(root, "app/services", "db"):
        for function in tree.functions(module.tree):
            public = not function.name.startswith("_")
            if public and any(_is_operation(decorator) for decorator in function.decorator_list):
                yield module, function


def _is_operation(decorator: ast.expr) -> bool:
    target = decorator.func if isinstance(decorator, ast.Call) else decorator
    return ast.unparse(target).split(".")[-1] == "operation"


def undocumented_operations(root: Path) -> list[str]:
    """Return the operations without a docstring."""
    return [module.at(found) for module, found in operations(root) if not ast.get_docstring(found)]


def untested_operations(root: Path) -> list[str]:
    """Return the operations that no test names, as ``module.operation`` or by importing them."""
    tests = "\n".join(path.read_text(encoding="utf-8") for path in (root / "tests").rglob("test_*.py"))
    found = []
    for module, function in operations(root):
        noun = module.name.split(".")[-1]
        named = rf"\b{noun}\.{function.name}\b|from {re.escape(module.name)} import [^#]*?\b{function.name}\b"
        if not re.search(named, tests):
            found.append(f"{module.name}.{function.name}")
    return found


def migrations_with_models(root: Path) -> list[str]:
    """Return the migration scripts that import models: they would change when the models do."""
    return [
        module.at(node)
        for module in tree.modules(root, "db/migrations/versions")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Import | ast.ImportFrom) and re.search(r"\b(db|app)\b", ast.unparse(node))
    ]


def promises(root: Path) -> list[str]:
    """Return the strings of the program and the lines of its data that use a word of ``NEVER_SAID``."""
    found = [
        module.at(text)
        for module in tree.program(root)
        for text in tree.texts(module.tree)
        if NEVER_SAID.search(str(text.value))
    ]
    for path in sorted((root / "resources").rglob("*")):
        if path.suffix in (".toml", ".po"):
            lines = path.read_text(encoding="utf-8").splitlines()
            found += [f"{path.name}:{n}" for n, line in enumerate(lines, 1) if NEVER_SAID.search(line)]
    return found


def excused_tests(root: Path) -> list[str]:
    """Return where a test skips itself or may fail: what can't be tested is not called tested."""
    return [
        module.at(node)
        for module in tree.modules(root, "tests")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and node.attr in {"skip", "skipif", "xfail", "importorskip"}
    ]


def test_files_and_functions_are_short() -> None:
    too_long = {name: lines for name, lines in lengths(ROOT).items() if name not in EXCUSED}
    assert too_long == {}


def test_no_excuse_for_length_has_outlived_its_need() -> None:
    assert set(EXCUSED) - set(lengths(ROOT)) == set()


def test_there_is_one_stylesheet() -> None:
    assert stray_stylesheets(ROOT) == []


def test_services_never_end_a_transaction() -> None:
    assert services_that_end_transactions(ROOT) == []


def test_services_use_no_bulk_statements() -> None:
    assert bulk_statements(ROOT) == []


def test_every_operation_says_what_it_does() -> None:
    assert undocumented_operations(ROOT) == []


def test_every_operation_is_named_in_a_test() -> None:
    assert untested_operations(ROOT) == []


def test_migrations_import_no_models() -> None:
    assert migrations_with_models(ROOT) == []


def test_no_text_promises_an_outcome() -> None:
    assert promises(ROOT) == []


def test_no_test_excuses_itself() -> None:
    assert excused_tests(ROOT) == []


def test_what_is_too_long_is_found(tmp_path: Path) -> None:
    body = "    pass\n" * 30
    tree.plant(tmp_path, {"app/x.py": f"def f():\n{body}", "db/y.py": "a = 1\n" * 301})
    assert lengths(tmp_path) == {"app.x.f": 31, "db.y": 301}


@pytest.mark.parametrize(
    ("check", "file", "text"),
    [
        (stray_stylesheets, "app/ui/x.py", "widget.setStyleSheet('')"),
        (services_that_end_transactions, "app/services/x.py", "session.commit()"),
        (services_that_end_transactions, "app/services/x.py", "session.rollback()"),
        (bulk_statements, "app/services/x.py", "from sqlalchemy import select, update"),
        (bulk_statements, "app/services/x.py", "sa.delete(Person)"),
        (undocumented_operations, "app/services/x.py", "@trail.operation('x')\ndef f(): pass"),
        (untested_operations, "app/services/x.py", "@operation\ndef f(): pass"),
        (migrations_with_models, "db/migrations/versions/x.py", "from db.models import person"),
        (promises, "app/x.py", "a = 'You are eligible.'"),
        (promises, "resources/rules/x.toml", "title = 'Approved'"),
        (excused_tests, "tests/test_x.py", "pytest.skip('later')"),
    ],
)
def test_what_breaks_a_convention_is_found(tmp_path: Path, check: Check, file: str, text: str) -> None:
    tree.plant(tmp_path, {"resources/__init__.py": "", "tests/__init__.py": "", file: text})
    assert len(check(tmp_path)) == 1


def test_an_operation_named_in_a_test_counts_as_tested(tmp_path: Path) -> None:
    tree.plant(tmp_path, {"app/services/people.py": "@operation\ndef save(): pass"})
    tree.plant(tmp_path, {"tests/test_x.py": "people.save(session)"})
    assert untested_operations(tmp_path) == []
