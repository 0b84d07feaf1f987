"""Rows of a sheet: a short one has empty cells."""

from app.domain.importing import SheetRow


def test_a_row_shorter_than_its_heads_has_empty_cells() -> None:
    row = SheetRow(2, ("a",))
    assert [row.cell(0), row.cell(1)] == ["a", ""]
