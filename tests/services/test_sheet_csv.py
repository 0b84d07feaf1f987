"""CSV of every maker."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services import sheet_csv
from app.services.sheet_limits import TEXT as TEXT_LIMIT
from app.services.sheet_limits import Trouble
from app.services.sheets import Sheet, as_csv

TEXT = "姓名,出生日期\n王伟,1998-04-02\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8-sig"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16"),
        ("Name,DOB\nA,1998\n".encode("utf-16-le"), "utf-16-le"),
        ("Name,DOB\nA,1998\n".encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("gb18030"), "gb18030"),
        ("Müller,José,Peña,Zoë\n".encode("cp1252"), "cp1252"),
    ],
)
def test_the_encoding_is_told_from_the_file(data: bytes, encoding: str) -> None:
    found = sheet_csv.read(data, "")
    assert found["encoding"] == encoding
    assert "\ufeff" not in found["rows"][0][1][0]
    assert len(found["rows"][0][1]) >= 2


@pytest.mark.parametrize(
    ("text", "separator", "first"),
    [
        ("a;b,c;d\n1;2,3;4\n", ";", ["a", "b,c", "d"]),
        ("a\tb\n1\t2\n", "\t", ["a", "b"]),
        ("a|b\n1|2\n", "|", ["a", "b"]),
        ('"a, b";c\n1;2\n', ";", ["a, b", "c"]),
        ("sep=;\na;b\n", ";", ["a", "b"]),
        ("alone\nrow\n", ",", ["alone"]),
    ],
)
def test_the_separator_is_told_from_what_fits(text: str, separator: str, first: list[str]) -> None:
    found = sheet_csv.read(text.encode(), "")
    assert (found["separator"], found["rows"][0][1]) == (separator, first)


def test_one_endless_cell_is_too_much_text() -> None:
    with pytest.raises(Trouble, match="text"):
        sheet_csv.read(b"a,b\n" + b"x" * (TEXT_LIMIT + 1), "")


@pytest.mark.parametrize("code", ["other", "encoding", "csv"])
def test_what_is_no_text_is_refused(code: str) -> None:
    data = {"other": b"a,b\n\x01\x02,c\n", "encoding": b"\xff\xfe\x00", "csv": b'a,"b\n'}[code]
    with pytest.raises(Trouble, match=code):
        sheet_csv.read(data, "utf-8-sig" if code == "encoding" else "")


_cell = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"]) | st.sampled_from("=+-@'\n,;\"\t"), max_size=20
)


@given(st.lists(st.tuples(_cell, _cell), min_size=1, max_size=5))
def test_what_we_write_we_read_again(rows: list[tuple[str, str]]) -> None:
    data = as_csv(Sheet("x", ["head", "second"], rows))
    found = dict(sheet_csv.read(data, "")["rows"])
    read = [(*found.get(n, []), "", "")[:2] for n in sorted(found)][1:]
    assert read == [row for row in rows if any(row)]
