"""What the dates of a column say about their order."""

from app.domain.importing.orders import Orders
from app.ui.importing.columns_panel import evidence


def test_the_other_dates_of_a_column_are_told_as_evidence() -> None:
    said = evidence(Orders(3, "02/04/1998", 5, 1))
    assert said == "3 dates could be two days, such as 02/04/1998. 5 are day first. 1 is month first."
    assert evidence(Orders(1, "02/04/1998")) == "1 date could be two days, such as 02/04/1998."
