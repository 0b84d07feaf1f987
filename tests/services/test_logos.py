"""The firm's logo: stored once, printed from then on, gone when removed, back with undo."""

from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.errors import Conflict, UserError
from app.services import firm_blocks, firms, logos
from db.casebook import Casebook
from db.models.firm import LogoRow
from tests import pictures


def test_a_logo_is_printed_from_then_on_until_it_is_removed(book: Casebook) -> None:
    logo = logos.checked(pictures.jpeg())
    version = book.write(logos.set_logo, 1, logo).result
    assert book.read(firm_blocks.block).logo == logo.png == book.read(logos.current)
    book.write(logos.set_logo, version, None)
    assert book.read(firm_blocks.block).logo == book.read(logos.current) == b""


def test_undo_brings_back_the_logo_before(book: Casebook) -> None:
    first, second = (logos.checked(pictures.png(colour=colour)) for colour in ("red", "blue"))
    book.write(logos.set_logo, book.write(logos.set_logo, 1, first).result, second)
    book.undo()
    assert book.read(logos.current) == first.png
    book.undo()
    assert book.read(logos.current) == b""
    book.redo()
    assert book.read(logos.current) == first.png


def test_the_same_picture_is_stored_once_and_its_record_holds_its_name_alone(book: Casebook) -> None:
    logo = logos.checked(pictures.png())
    version = book.write(logos.set_logo, 1, logo).result
    book.write(logos.set_logo, book.write(logos.set_logo, version, None).result, logo)
    assert book.read(lambda session: session.scalar(select(func.count()).select_from(LogoRow))) == 1


def test_two_windows_can_not_overwrite_each_others_logo(book: Casebook) -> None:
    book.write(logos.set_logo, 1, logos.checked(pictures.png()))
    with pytest.raises(Conflict):
        book.write(logos.set_logo, 1, None)


def test_a_file_is_read_with_a_plain_reason_where_that_fails(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(pictures.png())
    assert logos.read(tmp_path / "logo.png").png.startswith(b"\x89PNG")
    for name in ("none.png", "."):
        with pytest.raises(UserError, match="can't be read"):
            logos.read(tmp_path / name)


def test_a_firm_marked_as_a_sample_says_so_on_paper(book: Casebook) -> None:
    book.write(firms.mark_as_sample)
    assert book.read(firm_blocks.block).is_sample
