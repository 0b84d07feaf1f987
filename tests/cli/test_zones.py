"""A machine-readable zone is read, checked and told."""

from tests.cli.conftest import Run

# The specimen of ICAO Doc 9303 part 4.
SPECIMEN = ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")


def test_a_sound_zone_is_read(bare: Run) -> None:
    found = bare("mrz", *SPECIMEN, "--json").json
    assert found["sound"] is True
    assert (found["family"], found["given"], found["number"]) == ("ERIKSSON", "ANNA MARIA", "L898902C3")
    assert (found["birth_date"], found["expires_on"], found["sex"]) == ("1974-08-12", "2012-04-15", "F")


def test_a_wrong_digit_is_told_after_all_that_was_read(bare: Run) -> None:
    answer = bare("mrz", SPECIMEN[0], SPECIMEN[1].replace("7408122", "7408123"), "--json")
    assert answer.code == 2
    assert answer.error.startswith("Line 2")
    assert answer.json["sound"] is False
    assert answer.json["problems"]


def test_what_is_no_zone_is_the_users_error(bare: Run) -> None:
    assert bare("mrz", "HELLO").code == 2
    assert bare("mrz", SPECIMEN[0], "é" * 44).code == 2


def test_the_zone_is_shown_in_words(bare: Run) -> None:
    out = bare("mrz", *SPECIMEN).out
    assert "ERIKSSON" in out
    assert "Utopia" in out
