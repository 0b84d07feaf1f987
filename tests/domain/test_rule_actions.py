"""What a rule of the firm can do."""

from app.domain.rule_actions import Action


def test_each_action_has_its_own_words() -> None:
    assert len({action.label for action in Action}) == len(Action) == 3
