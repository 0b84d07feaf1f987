"""The ways a case follows another have names of their own."""

from app.domain.following import Following


def test_every_way_is_told_apart() -> None:
    assert [each.label for each in Following] == [
        "Renewal", "Extension", "Change of pathway", "New application",
    ]  # fmt: skip
