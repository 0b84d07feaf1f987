"""Panels side by side, and lines to sign on."""

from app.i18n import Bilingual
from app.pdf import layout, render, style
from app.pdf.boxes import Fill
from app.pdf.tree import Panel, Panels, Signatory, Signatures
from tests.pdf import reading
from tests.pdf.reading import document

STAY = Bilingual("Duration of stay", "停留期")


def test_panels_say_label_value_and_meaning() -> None:
    text = reading.text(render.render(document(Panels((Panel(STAY, "90", "days for each entry"),)))))
    assert "Duration of stay 90 days for each entry" in text


def test_panels_are_as_tall_as_the_tallest() -> None:
    block = Panels((Panel("a", "1"), Panel("b", "2", "much to say about it " * 20)))
    (page,) = layout.lay_out(document(block)).pages
    grounds = [d for d in page.placed[0].strip.drawings if isinstance(d, Fill) and d.colour == style.TINT]
    assert len(grounds) == 2
    assert len({(one.y, one.height) for one in grounds}) == 1


def test_each_who_signs_has_three_lines() -> None:
    (page,) = layout.lay_out(document(Signatures((Signatory("a", "Ana"), Signatory("b"))))).pages
    lines = [d for placed in page.placed for d in placed.strip.drawings if isinstance(d, Fill)]
    assert len(lines) == 6


def test_a_name_of_many_lines_stands_whole_above_its_line() -> None:
    name = "Anastasia " * 40
    text = reading.text(render.render(document(Signatures((Signatory("a", name), Signatory("b"))))))
    assert text.count("Anastasia") == 40
