"""One declaration of a field serves table, form, file and sheet."""

from dataclasses import dataclass

from app.domain import fields
from app.domain.choices import NameKind
from app.domain.fields import Kind, Labelled, field


class Colour(Labelled):
    """Two."""

    RED = "red", "Red"
    BLUE = "blue", "Blue"


@dataclass(frozen=True, kw_only=True)
class Thing:
    """One."""

    other: int = 3
    name: str = field("Name", item="1.1", limit=20)
    colour: Colour | None = field("Colour", Kind.CHOICE, choices=Colour)
    good: bool = field("Good", Kind.FLAG)


def test_declared_fields_are_found_in_order() -> None:
    assert [each.name for each in fields.of(Thing)] == ["name", "colour", "good"]
    assert fields.named(Thing)["name"].limit == 20
    assert fields.named(Thing)["colour"].choices is Colour


def test_text_is_empty_and_the_rest_unknown_until_given() -> None:
    assert Thing() == Thing(name="", colour=None, good=False)


def test_a_choice_is_its_stored_value_and_has_a_label() -> None:
    assert Colour("red") is Colour.RED
    assert (str(Colour.RED), Colour.RED.label) == ("red", "Red")
    assert NameKind.CHINESE.value == "chinese"
