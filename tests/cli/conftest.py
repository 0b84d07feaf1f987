"""The command line as the program runs it, with a derivation that costs nothing and no screen."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from app import bootstrap, cli
from app.errors import KasebookError
from app.services import cases, client_files, people
from db.casebook import Casebook
from db.keyslots import CHEAP

PASSPHRASE = "correct horse battery"
DAY = date(2026, 11, 23)
TODAY = DAY.isoformat()


@dataclass(frozen=True)
class Answer:
    """What a command gave: its exit code, what it printed, and what it said beside that."""

    code: int
    out: str
    error: str = ""

    @property
    def json(self) -> Any:
        """What was printed, as JSON."""
        return json.loads(self.out)


Run = Callable[..., Answer]


@dataclass
class Shown:
    """The window, as far as the command line knows it: what it was asked to show."""

    has_screen: bool = False
    paths: list[str | None] = field(default_factory=list)

    def show(self, path: str | None) -> int:
        self.paths.append(path)
        return 0


@pytest.fixture
def window() -> Shown:
    return Shown()


@pytest.fixture
def bare(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, window: Shown) -> Run:
    """Return a function that runs a command with nothing but what it is given."""
    monkeypatch.setenv("KASEBOOK_PASSPHRASE", PASSPHRASE)
    doors = cli.Doors(
        open=bootstrap.open_casebook,
        create=partial(bootstrap.create_casebook, cost=CHEAP),
        show=window.show,
        has_screen=lambda: window.has_screen,
    )

    def run(*words: str) -> Answer:
        try:
            code = cli.main([str(word) for word in words], doors)
        except KasebookError as error:
            return Answer(error.exit_code, capsys.readouterr().out, str(error))
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return run


def _create(path: Path) -> Casebook:
    book, _recovery_key = bootstrap.create_casebook(
        path,
        firm="Fictional Firm",
        login="ana",
        name="Ana Sample",
        passphrase=PASSPHRASE,
        cost=CHEAP,
        today=lambda: DAY,
    )
    return book


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a fresh casebook, made once and copied for each test."""
    path = tmp_path_factory.mktemp("made") / "Test.kasebook"
    _create(path).close()
    return path


@pytest.fixture(scope="session")
def _made_with_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a casebook with one client and one case, made once and copied for each test."""
    path = tmp_path_factory.mktemp("made") / "Test.kasebook"
    book = _create(path)
    person = client_files.person_of(client_files.load(PERSON, "person.toml"), DAY)
    key = book.write(people.add, person, DAY).result
    book.write(cases.open_case, key, category="K", post="new-delhi", today=DAY)
    book.close()
    return path


@pytest.fixture
def path(_made: Path, tmp_path: Path) -> Path:
    """Return the folder of a fresh casebook."""
    return shutil.copytree(_made, tmp_path / "Test.kasebook")


@pytest.fixture
def run(bare: Run, path: Path) -> Run:
    """Return a function that runs a command in a fresh casebook, on the day of the tests."""
    return lambda *words: bare("--casebook", str(path), "--today", TODAY, *words)


PERSON = """
sex = "F"
birth_date = "2 Apr 1998"
birth_country = "India"
residence_country = "IN"

[[names]]
kind = "passport"
family = "SAMPLE"
given = "Ananya"

[[names]]
kind = "native"
family = "नमूना"
given = "अनन्या"

[[nationalities]]
kind = "current"
country = "IN"

[[passports]]
number = "Z0000001"
country = "IN"
issued_on = 2023-05-02
expires_on = 2033-05-01
state = "current"

[[education]]
institution = "Fictional Institute of Technology"
country = "IN"
level = "bachelor"
degree = "Bachelor of Technology"
end = "2020-06"
awarded = true
"""


@pytest.fixture
def add(run: Run, tmp_path: Path) -> Run:
    """Return a function that adds a person from the text of a file."""

    def add(text: str = PERSON, name: str = "person.toml") -> Answer:
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        return run("client", "add", str(file), "--json")

    return add


@pytest.fixture
def case(path: Path, _made_with_case: Path) -> str:
    """Put a client and a K case into the casebook; return the case's number."""
    shutil.copytree(_made_with_case, path, dirs_exist_ok=True)
    return "KB-2026-0001"
