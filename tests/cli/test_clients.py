"""Persons come in from files, and are listed and shown as scripts expect them."""

import json

import pytest

from tests.cli.conftest import PERSON, Run


def test_the_list_is_an_array_of_six_keys(run: Run, add: Run) -> None:
    key = add().json["id"]
    assert run("client", "list", "--json").json == [
        {
            "id": key,
            "name": "SAMPLE, Ananya",
            "native_name": "अनन्या नमूना",
            "birth_date": "1998-04-02",
            "nationality": "IN",
            "passport": "Z0000001",
        }
    ]


def test_an_empty_list_is_an_empty_array(run: Run) -> None:
    assert run("client", "list", "--json").json == []


@pytest.mark.parametrize(
    "words", ["Ananya Sample", "sample ananya", "SAMPLE, Ananya", "अनन्या नमूना", "z0000001"]
)
def test_a_client_is_found_by_a_whole_name_or_passport_number(run: Run, add: Run, words: str) -> None:
    key = add().json["id"]
    assert run("client", "show", words, "--json").json["id"] == key


def test_a_client_is_found_by_key(run: Run, add: Run) -> None:
    key = add().json["id"]
    assert run("client", "show", key, "--json").json["id"] == key


def test_two_of_a_name_are_told_apart_by_key(run: Run, add: Run) -> None:
    keys = [add().json["id"], add(PERSON.replace("Z0000001", "Z0000002")).json["id"]]
    answer = run("client", "show", "Ananya Sample")
    assert answer.code == 2
    assert all(key in answer.error for key in keys)
    assert "Sample" not in answer.error


def test_part_of_a_name_names_nobody(run: Run, add: Run) -> None:
    add()
    assert run("client", "show", "Ananya").code == 2


def test_search_lists_who_is_found(run: Run, add: Run) -> None:
    add()
    add(PERSON.replace("Ananya", "Kavin").replace("Z0000001", "Z0000002"))
    found = run("client", "list", "--search", "kavin", "--json").json
    assert [line["name"] for line in found] == ["SAMPLE, Kavin"]


def test_somebody_who_may_be_the_same_is_named(run: Run, add: Run) -> None:
    key = add().json["id"]
    assert add().json["similar"] == [key]


def test_what_is_shown_can_be_added_again(run: Run, add: Run) -> None:
    add()
    shown = run("client", "show", "Z0000001", "--json").json
    del shown["id"]
    again = add(json.dumps(shown), "person.json")
    assert again.code == 0
    both = run("client", "list", "--json").json
    assert {**both[0], "id": ""} == {**both[1], "id": ""}


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ('birth_dat = "1998"', r"There is no “birth_dat” in this shape. Did you mean “birth_date”?"),
        ('birth_date = "2 Apr 2098"', "birth_date: 2 Apr 2098 is in the future."),
        ('birth_date = "gestern"', "birth_date: This is not a date."),
        ('birth_date = "31/02/1998"', "birth_date: There is no such date."),
        ("birth_date = 1998-04-02T10:00:00", "birth_date: This must be a date without a time of day."),
        ("sex = 7", "sex: This must be text."),
        ('sex = "Q"', "sex: “q” is not one of the choices. F, M, X"),
        ('birth_country = "Atlantis"', "birth_country: There is no country called “Atlantis”."),
        ('names = "Ananya"', "names: This must be a list of tables."),
        ("[[names]]\nfamily = ['A']", "names[1].family: This must be one value."),
        ("[[names]]\nfamly = 'A'", "There is no “names[1].famly” in this shape. Did you mean “family”?"),
        ('relatives = [{ person = "Nobody" }]', "relatives[1].person: There is no such client."),
    ],
)
def test_what_a_file_has_wrong_is_named(run: Run, add: Run, wrong: str, told: str) -> None:
    text = wrong if "names" in wrong else f'{wrong}\n[[names]]\nfamily = "SAMPLE"'
    answer = add(text)
    assert answer.code == 2
    assert answer.error.startswith(told)
    assert run("client", "list", "--json").json == []


@pytest.mark.parametrize(
    ("passport", "told"),
    [
        ("issued_on = 2030-01-01", "can't lie in the future"),
        ("issued_on = 2020-01-01\nexpires_on = 2019-01-01", "expires before it was issued"),
        ("issued_on = 1990-01-01\nexpires_on = 2030-01-01", "before its holder was born"),
    ],
)
def test_a_passport_that_can_not_be_is_refused(add: Run, passport: str, told: str) -> None:
    answer = add(f'birth_date = "1998-04-02"\n[[names]]\nfamily = "SAMPLE"\n[[passports]]\n{passport}')
    assert answer.code == 2
    assert told in answer.error


@pytest.mark.parametrize(
    ("name", "told"),
    [("A" * 5000, "5,000 characters"), (r"A\u0007B", "control character"), (r"A\u202eB", "can't be seen")],
)
def test_a_name_that_is_no_name_is_refused(add: Run, name: str, told: str) -> None:
    answer = add(f'[[names]]\nfamily = "{name}"')
    assert answer.code == 2
    assert told in answer.error


@pytest.mark.parametrize("name", ["<b>Bold</b>", "=1+1", "%(x)s {y}", "O'Neill; DROP TABLE person", "&amp;"])
def test_markup_and_formulas_are_shown_as_they_are(run: Run, add: Run, name: str) -> None:
    add(json.dumps({"names": [{"kind": "native", "family": name}]}), "person.json")
    assert run("client", "list", "--json").json[0]["native_name"] == name
    assert name in run("client", "list").out


def test_a_broken_file_is_told_with_its_line(add: Run) -> None:
    answer = add("[[names]\n")
    assert answer.code == 2
    assert "line 1" in answer.error


def test_section_8_answers_need_a_consent(add: Run) -> None:
    text = '[[names]]\nfamily = "SAMPLE"\n[[declarations]]\nquestion = "criminal"\nanswer = "no"\n'
    assert "closed until a consent" in add(text).error
    text += '[[consents]]\npurpose = "sensitive"\nnotice_version = "1"\ngiven_on = 2026-11-01\n'
    assert add(text).code == 0


def test_section_8_answers_are_not_shown(run: Run, add: Run) -> None:
    text = (
        '[[names]]\nfamily = "SAMPLE"\n[[declarations]]\nquestion = "criminal"\nanswer = "yes"\n'
        '[[consents]]\npurpose = "sensitive"\nnotice_version = "1"\ngiven_on = 2026-11-01\n'
    )
    key = add(text).json["id"]
    assert "criminal" not in run("client", "show", key).out + run("client", "show", key, "--json").out


def test_a_relative_is_linked_by_name(run: Run, add: Run) -> None:
    key = add().json["id"]
    add(
        '[[names]]\nfamily = "SAMPLE"\ngiven = "Rohan"\n'
        '[[relatives]]\nperson = "Ananya Sample"\nrelation = "sibling"'
    )
    assert run("client", "show", "Rohan Sample", "--json").json["relatives"][0]["person"] == key


def test_clients_are_asked_for_as_in_the_window(run: Run, case: str) -> None:
    asked = ("client", "list", "--json", "--query")
    assert len(run(*asked, "nationality:India has:cases").json) == 1
    assert run("client", "list", "--json", "--query=-nationality:IN").json == []
