"""Check digits and layouts against the specimens of ICAO Doc 9303."""

import pytest

from app.domain.mrz_layout import TD1, TD2, TD3, Layout, check_digit, checked_text, number_and_rest

PASSPORT = ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")
CARD = ("I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<")
SMALL = ("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6")
LONG = ("I<UTOD23145890<7349<<<<<<<<<<<", "3407127M9507122UTO<<<<<<<<<<<2", "STEVENSON<<PETER<JOHN<<<<<<<<<")


@pytest.mark.parametrize(
    ("text", "digit"),
    [("L898902C3", "6"), ("740812", "2"), ("120415", "9"), ("ZE184226B<<<<<", "1"), ("", "0")],
)
def test_check_digits_are_those_of_the_specimen(text: str, digit: str) -> None:
    assert check_digit(text) == digit


@pytest.mark.parametrize(("layout", "lines"), [(TD3, PASSPORT), (TD1, CARD), (TD2, SMALL), (TD1, LONG)])
def test_every_check_digit_of_every_specimen_fits(layout: Layout, lines: tuple[str, ...]) -> None:
    for name in layout.checks:
        text, digit = checked_text(layout, lines, name)
        if text.strip("<"):
            assert check_digit(text) == digit, name


def test_a_long_number_of_a_card_runs_on_without_its_filler() -> None:
    assert number_and_rest(TD1, LONG) == ("D23145890734", "<" * 10)
    assert number_and_rest(TD1, CARD) == ("D23145890", "<" * 15)


@pytest.mark.parametrize("layout", [TD1, TD2, TD3])
def test_fields_and_check_digits_fill_a_layout_without_overlap(layout: Layout) -> None:
    spans = [*layout.fields.values(), *layout.checks.values()]
    covered = [(span.line, column) for span in spans for column in range(span.start, span.end)]
    assert len(covered) == len(set(covered)) == layout.width * layout.count
