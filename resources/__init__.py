"""Data files shipped with the program; imports nothing of the program."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import resources


def entry(name: str) -> Traversable:
    """Return the shipped file or folder ``name``, such as ``"rules/k.toml"``.

    The package is passed as an object: a package named by a string is invisible to bundlers.
    """
    return _shipped().joinpath(*name.split("/"))


@cache
def _shipped() -> Traversable:
    return files(resources)


def text(name: str) -> str:
    """Return the contents of the shipped UTF-8 text file ``name``."""
    return entry(name).read_text(encoding="utf-8")


def data(name: str) -> bytes:
    """Return the contents of the shipped file ``name``."""
    return entry(name).read_bytes()


def path(name: str) -> Path:
    """Return ``name`` as a path, for libraries that open files by themselves."""
    return Path(str(entry(name)))
