"""The project's own files, as the tests of architecture, conventions and packaging look at them."""

import ast
import fnmatch
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent


class Module(NamedTuple):
    """One Python file: its dotted name, where it is, and its parsed text."""

    name: str
    path: Path
    tree: ast.Module

    def at(self, node: ast.stmt | ast.expr | int) -> str:
        """Return ``name:line``, for messages."""
        return f"{self.name}:{node if isinstance(node, int) else node.lineno}"


def modules(root: Path, *tops: str) -> list[Module]:
    """Return every module under the folders ``tops`` of ``root``, whether git knows it already or not."""
    return [_parsed(root, path) for top in tops for path in sorted((root / top).rglob("*.py"))]


def program(root: Path) -> list[Module]:
    """Return the modules that are shipped."""
    return modules(root, "app", "db", "resources")


def _parsed(root: Path, path: Path) -> Module:
    parts = path.relative_to(root).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Module(name, path, _tree(path.read_text(encoding="utf-8"), str(path)))


@cache
def _tree(text: str, name: str) -> ast.Module:
    """Parse once for all checks of one run; a file that was changed has another text."""
    return ast.parse(text, name)


def forget() -> None:
    """Let the parsed files go: millions of nodes slow every later collection of garbage."""
    _tree.cache_clear()


def kept_files(root: Path) -> list[Path]:
    """Return the files that git keeps; without git, those that ``.gitignore`` does not name."""
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return sorted(_unignored(root))
    paths = [root / name for name in listed.decode().split("\0") if name]
    return [path for path in paths if path.is_file()]


def _unignored(root: Path) -> Iterator[Path]:
    ignored = [line.rstrip("/") for line in (root / ".gitignore").read_text().splitlines()]
    for path in root.rglob("*"):
        parts = path.relative_to(root).parts
        hidden = parts[0] == ".git" or any(_names(rule, parts) for rule in ignored)
        if path.is_file() and not hidden:
            yield path


def _names(rule: str, parts: tuple[str, ...]) -> bool:
    """Say whether a line of ``.gitignore`` names one of ``parts``; one that begins with / names the first."""
    if rule.startswith("/"):
        return fnmatch.fnmatch(parts[0], rule[1:])
    return any(fnmatch.fnmatch(part, rule) for part in parts)


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function and method, the nested ones too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def calls(tree: ast.AST, *names: str) -> Iterator[ast.Call]:
    """Yield the calls of functions or methods called one of ``names``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _called(node.func) in names:
            yield node


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def is_method_call(call: ast.Call) -> bool:
    """Say whether ``call`` is of the form ``something.name(…)``."""
    return isinstance(call.func, ast.Attribute)


def texts(tree: ast.AST) -> Iterator[ast.Constant]:
    """Yield the string literals that are not docstrings."""
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node


def plant(root: Path, files: dict[str, str]) -> Path:
    """Write ``files`` (text by path) under ``root``: a small tree for a check to fail on."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root
