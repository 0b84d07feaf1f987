"""What can be done on each page: no key does two things."""

from collections import Counter
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.ui.pages import PAGES
from tests.ui.whole_window import whole_window


def test_no_key_does_two_things_on_any_page(qapp: QApplication, tmp_path: Path) -> None:
    with whole_window(tmp_path) as window:
        for page in PAGES:
            window.go(page.name)
            keys = Counter(action.shortcut for action in window.available().values() if action.shortcut)
            assert {key: count for key, count in keys.items() if count > 1} == {}, page.name
