"""Every operation there is has its sentence."""

import importlib
import pkgutil
from datetime import UTC, datetime

import app.services
from app.services.history import Entry
from app.ui.history import sentences
from db import trail

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def tags() -> set[str]:
    """Return the tags of all operations of the services."""
    modules = [
        importlib.import_module(f"app.services.{found.name}")
        for found in pkgutil.iter_modules(app.services.__path__)
    ]
    held = [getattr(value, "operation", None) for module in modules for value in vars(module).values()]
    return {named.tag for named in held if isinstance(named, trail.Named)}


def test_every_operation_is_told_in_a_sentence() -> None:
    assert tags() - set(sentences.SENTENCES) == set()


def test_no_sentence_is_left_over() -> None:
    kept_elsewhere = {"casebook:create", "user:add", "user:remove", "user:reset-passphrase"}  # made in ``db``
    assert set(sentences.SENTENCES) - tags() == kept_elsewhere


def test_a_print_of_no_case_names_none() -> None:
    entry = Entry(1, NOW, "Ana", "Print", "case:print", False, True, 0, None, {})
    assert sentences.sentence(entry, "") == "Ana printed a document."
    assert sentences.sentence(entry, "KB-2026-0001") == "Ana printed a document of case KB-2026-0001."
