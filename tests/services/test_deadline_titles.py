"""What each limit is called."""

from app.services import deadline_titles, limits


def test_each_limit_is_called_what_its_rule_says() -> None:
    assert deadline_titles.titles() == {rule.id: rule.title for rule in limits.shipped().rules}
