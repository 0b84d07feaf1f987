"""What an order is about."""

import pytest

from app.services.orders import Order


def test_an_order_without_a_case_has_none_to_be_about() -> None:
    with pytest.raises(ValueError, match="summary"):
        _ = Order(kind="summary").case
