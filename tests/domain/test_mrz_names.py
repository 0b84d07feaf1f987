"""Names as zones write them."""

import pytest

from app.domain.mrz_names import is_same_name, zone_name


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Anna Maria", "ANNA<MARIA"),
        ("O'Brien-Smith", "OBRIEN<SMITH"),
        ("Müller", "MUELLER"),
        ("Straße", "STRASSE"),
        ("Nguyễn Văn Đức", "NGUYEN<VAN<DUC"),
        ("Łukasz", "LUKASZ"),
        ("Işık İnci", "ISIK<INCI"),
        ("Ærøskøbing", "AEROESKOEBING"),
        ("J. Øyvind", "J<OEYVIND"),
    ],
)
def test_a_latin_name_is_written_with_the_letters_of_zones(text: str, zone: str) -> None:
    assert zone_name(text) == zone


@pytest.mark.parametrize("text", ["王伟", "Шарма", "शर्मा", "R2"])
def test_what_a_zone_can_not_write_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a letter"):
        zone_name(text)
    assert not is_same_name(text, "SHARMA")


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Müller", "MUELLER"),
        ("Müller", "MULLER"),
        ("Ståle", "STALE"),
        ("Nuñez", "NUNXXEZ"),
        ("Ravi Kumar", "RAVIKUMAR"),
        ("D'Souza", "DSOUZA"),
        ("al-Farsi", "AL FARSI"),
    ],
)
def test_a_state_may_write_a_name_in_several_ways(text: str, zone: str) -> None:
    assert is_same_name(text, zone)


def test_another_name_is_not_the_same() -> None:
    assert not is_same_name("Anna", "ANNE")
    assert not is_same_name("Anna Maria", "ANNA")
    assert not is_same_name("", "ANNA")


def test_a_name_that_was_cut_is_the_same_as_far_as_it_goes() -> None:
    assert is_same_name("Anna Maria", "ANNA MAR", cut=True)
    assert not is_same_name("Anna Maria", "ANNE", cut=True)
