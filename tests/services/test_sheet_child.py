"""The reading process from within: what it refuses, and that whatever breaks leaves as a code."""

import io
import json

import pytest

from app.services import sheet_child
from app.services.sheet_limits import Trouble


def test_a_program_is_refused_whatever_it_is_called() -> None:
    with pytest.raises(Trouble, match="program"):
        sheet_child.read(io.BytesIO(b"MZ" + bytes(100)), "", "")


def test_text_is_read_as_csv() -> None:
    assert sheet_child.read(io.BytesIO(b"a,b\n1,2\n"), "", "")["rows"] == [(1, ["a", "b"]), (2, ["1", "2"])]


def test_whatever_breaks_leaves_as_a_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for error, code in ((MemoryError(), "memory"), (KeyError("x"), "damaged"), (Trouble("rows"), "rows")):

        def broken(*_words: object, error: Exception = error) -> None:
            raise error

        monkeypatch.setattr(sheet_child, "read", broken)
        monkeypatch.setattr(sheet_child, "_limit", lambda: None)
        sheet_child.main([])
        assert json.loads(capsys.readouterr().out)["trouble"] == code
