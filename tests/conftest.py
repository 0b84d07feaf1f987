"""What every test stands on: a profile of its own, a silent network, and a log without surprises."""

import logging
import os
import re
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from app import i18n
from tests import tree

pytest_plugins = ["tests.casebooks"]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.pop("KASEBOOK_TODAY", None)
hypothesis.settings.register_profile("kasebook", deadline=None)  # no test here depends on speed
hypothesis.settings.load_profile("kasebook")

LOCAL = ("localhost", "127.0.0.1", "::1")
_connect = socket.socket.connect


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the checks of types and style: they take longest, and run beside all others."""
    items.sort(key=lambda item: item.path.name != "test_style.py")


@pytest.fixture(autouse=True)
def profile(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test an empty profile folder (``KASEBOOK_HOME``), and return it."""
    folder = tmp_path_factory.mktemp("profile")
    monkeypatch.setenv("KASEBOOK_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Put the language back that a test may have changed."""
    yield
    i18n.use("en")


@pytest.fixture(autouse=True, scope="module")
def _without_parsed_files() -> Iterator[None]:
    """Keep what a module's checks parsed no longer than that module."""
    yield
    tree.forget()


@pytest.fixture(autouse=True, scope="session")
def _silent_network() -> Iterator[None]:
    """Let a connection to any other machine fail; ours and local sockets stay open."""

    def connect(self: socket.socket, address: Any) -> None:
        if self.family != getattr(socket, "AF_UNIX", None) and address[0] not in LOCAL:
            raise AssertionError(f"the program tried to reach {address}")
        _connect(self, address)

    socket.socket.connect = connect  # type: ignore[method-assign,assignment]
    yield
    socket.socket.connect = _connect  # type: ignore[method-assign]


@pytest.fixture
def _expected_warnings() -> list[str]:
    return []


@pytest.fixture
def expect_log(_expected_warnings: list[str]) -> Callable[[str], None]:
    """Return a function to announce a warning by a pattern of its text; it must then appear."""
    return _expected_warnings.append


@pytest.fixture(autouse=True)
def _log_without_surprises(caplog: pytest.LogCaptureFixture, _expected_warnings: list[str]) -> Iterator[None]:
    """Fail on a warning in the log that was not announced, and on an announced one that is missing."""
    yield
    records = caplog.get_records("setup") + caplog.get_records("call")
    said = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    surprises = [text for text in said if not any(re.search(one, text) for one in _expected_warnings)]
    assert not surprises, f"unexpected in the log: {surprises}"
    absent = [one for one in _expected_warnings if not any(re.search(one, text) for text in said)]
    assert not absent, f"expected in the log: {absent}"
