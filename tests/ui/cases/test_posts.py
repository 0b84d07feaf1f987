"""Posts are found by city, country or code, and never by a guess."""

from app.ui.cases import posts


def test_a_post_is_found_by_city_country_or_code() -> None:
    assert posts.code_of("hanoi") == posts.code_of(" Hanoi") == "hanoi"
    assert posts.code_of(posts.name_of("new-delhi")) == "new-delhi"
    assert posts.code_of("India") == ""  # several
    assert posts.code_of("") == posts.code_of("nowhere") == ""
    assert {one.code for one in posts.offered()} >= {"hanoi", "london"}
