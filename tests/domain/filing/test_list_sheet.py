"""The printed list."""

from tests.pdf import samples_list


def test_it_goes_by_its_day() -> None:
    assert samples_list.sheet().reference == "2026-11-23"
