"""The demo is built once, told, and opened where there is a screen."""

from pathlib import Path

import pytest

from app.services import demo
from app.services.demo import Built
from tests.cli.conftest import Run, Shown


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Let the command write a folder in place of the whole demo; return the folders it was asked for."""
    asked: list[Path] = []

    def build(folder: Path, create: object, today: object) -> Built:
        (folder / demo.NAME).mkdir(parents=True, exist_ok=True)
        asked.append(folder)
        prints = (folder / "pdf" / "KB-2026-0001-summary.pdf",)
        return Built(folder / demo.NAME, prints, "Firm", 3, 5, 24, 2)

    monkeypatch.setattr(demo, "build", build)
    return asked


def test_it_says_what_it_wrote_and_how_to_open_it(bare: Run, tmp_path: Path, quick: list[Path]) -> None:
    out = bare("demo", str(tmp_path / "d"), "--no-window").out
    assert "24 persons" in out
    assert "SAMPLE 样本" in out
    assert "passphrase demo" in out


def test_it_goes_to_the_folder_demo_unless_told(
    bare: Run, tmp_path: Path, quick: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    bare("demo", "--no-window")
    assert quick == [Path("demo")]


def test_one_that_is_there_is_opened_and_not_built(
    bare: Run, tmp_path: Path, quick: list[Path], window: Shown
) -> None:
    (tmp_path / demo.NAME).mkdir()
    window.has_screen = True
    assert "already" in bare("demo", str(tmp_path)).out
    assert quick == []
    assert window.paths == [str(tmp_path / demo.NAME)]


def test_what_is_no_demo_is_never_replaced(bare: Run, tmp_path: Path, quick: list[Path]) -> None:
    assert bare("create", str(tmp_path / demo.NAME), "--firm", "A real one").code == 0
    answer = bare("demo", str(tmp_path), "--again", "--no-window")
    assert answer.code == 2
    assert quick == []


@pytest.mark.parametrize(
    ("screen", "words", "shown"), [(True, (), 1), (False, (), 0), (True, ("--no-window",), 0)]
)
def test_the_window_opens_where_there_is_a_screen(
    bare: Run,
    tmp_path: Path,
    quick: list[Path],
    window: Shown,
    screen: bool,
    words: tuple[str, ...],
    shown: int,
) -> None:
    window.has_screen = screen
    assert bare("demo", str(tmp_path), *words).code == 0
    assert len(window.paths) == shown
