"""Headings stand in the outline, each below the one it belongs to."""

from app.pdf.tree import Heading, PageBreak, Paragraph
from tests.pdf.reading import document, opened


def test_headings_stand_in_the_outline() -> None:
    with (
        opened(document(Heading("One", 1), Heading("Two", 2), Heading("Three", 2))) as file,
        file.open_outline() as found,
    ):
        assert [item.title for item in found.root] == ["One"]
        assert [item.title for item in found.root[0].children] == ["Two", "Three"]


def test_an_entry_leads_to_the_page_and_place_of_its_heading() -> None:
    with opened(document(Heading("One"), PageBreak(), Heading("Two"))) as file:
        places = [file.Root.Outlines.First.Dest, file.Root.Outlines.Last.Dest]
        assert [place[0] for place in places] == [page.obj for page in file.pages]
        assert all(700 < float(place[3]) < 842 for place in places)


def test_a_heading_that_skips_a_level_stands_below_the_last() -> None:
    with (
        opened(document(Heading("One", 1), Heading("Deep", 3), Heading("Two", 1))) as file,
        file.open_outline() as found,
    ):
        assert [item.title for item in found.root] == ["One", "Two"]
        assert [item.title for item in found.root[0].children] == ["Deep"]


def test_a_document_without_headings_has_none() -> None:
    with opened(document(Paragraph("x"))) as file:
        assert "/Outlines" not in file.Root
