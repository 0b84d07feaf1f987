"""Telephone numbers and e-mail addresses as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.phones import email, is_doubtful, normalised, shown
from app.errors import UserError


@pytest.mark.parametrize(
    ("text", "country", "number"),
    [
        ("+86 138 0013 8000", "", "+8613800138000"),
        ("138 0013 8000", "CN", "+8613800138000"),
        ("098765 43210", "IN", "+919876543210"),
        ("00 91 98765 43210", "CN", "+919876543210"),
        ("（０１０）６５３２１２３４", "CN", "+861065321234"),
        ("٠٩١٢٣٤٥٦٧٨٩", "IR", "+989123456789"),
        ("+44 20 7946 0958 ext 12", "", "+442079460958;ext=12"),
    ],
)
def test_a_number_is_kept_with_its_country_code(text: str, country: str, number: str) -> None:
    assert normalised(text, country=country) == number
    assert normalised(number) == number


@pytest.mark.parametrize(
    ("text", "country", "complaint"),
    [
        ("9876543210", "", "country code"),
        ("+999 123456", "", "country code"),
        ("soon", "IN", "not a telephone number"),
        ("110", "CN", "too short"),
        ("+86 138001380001234", "", "too long"),
    ],
)
def test_what_can_be_no_number_is_refused_with_the_reason(text: str, country: str, complaint: str) -> None:
    with pytest.raises(UserError, match=complaint) as refused:
        normalised(text, country=country, field="value")
    assert refused.value.field == "value"


def test_a_number_is_shown_in_groups() -> None:
    assert shown("+8613800138000") == "+86 138 0013 8000"
    assert shown("+442079460958;ext=12") == "+44 20 7946 0958 x12"
    assert shown("by smoke") == "by smoke"


def test_a_number_in_no_range_in_use_is_kept_but_doubtful() -> None:
    assert normalised("+1 555 555 5555") == "+15555555555"
    assert is_doubtful("+15555555555")
    assert not is_doubtful("+8613800138000")
    assert is_doubtful("by smoke")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (" ananya@example.org ", "ananya@example.org"),
        ("mailto:a.b+c@example.org", "a.b+c@example.org"),
        ("ａｎａ＠ｅｘａｍｐｌｅ．ｏｒｇ", "ana@example.org"),
        ("张伟@例子.中国", "张伟@例子.中国"),
    ],
)
def test_an_address_is_kept(text: str, address: str) -> None:
    assert email(text) == address


@pytest.mark.parametrize(
    "text",
    [
        "ana",
        "ana@org",
        "a b@example.org",
        "a@b@c.org",
        "a@b..org",
        "a@b.org\nBcc: c@d.org",
        "a" * 300 + "@b.org",
    ],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="not an e-mail address"):
        email(text)


@given(st.text(max_size=120), st.sampled_from(["", "IN", "CN", "US"]))
def test_any_text_is_a_number_or_a_message(text: str, country: str) -> None:
    try:
        number = normalised(text, country=country)
    except UserError:
        return
    assert number.startswith("+")
