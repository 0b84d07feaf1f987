"""The demo from within the window."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.services import demo
from app.ui.demo import open_demo
from app.ui.page import Desk
from tests.ui.doubles import Recorder


def test_the_demo_is_built_once_and_opened_in_a_window_of_its_own(
    desk: Desk, told: Recorder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KASEBOOK_HOME", str(tmp_path))
    built: list[Path] = []
    shown: list[str] = []

    def build(folder: Path, _create: Any, _day: Any) -> Any:
        (folder / demo.NAME).mkdir(parents=True)
        built.append(folder)
        return demo.Built(folder / demo.NAME, (), "", 0, 0, 0, 0)

    monkeypatch.setattr(demo, "build", build)
    parts = {"app.ui.start.program.relaunch": shown.append, "app.bootstrap.create_casebook": None}
    own = replace(desk, load=parts.__getitem__)
    open_demo(own)
    open_demo(own)
    assert built == [tmp_path / "demo"]
    assert shown == [str(tmp_path / "demo" / demo.NAME)] * 2
    assert "Its passphrase is “demo”." in told.told[-1]
