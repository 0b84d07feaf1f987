"""Enquiries on the command line: taken, listed, checked, decided."""

import pytest

from tests.cli.conftest import Run

CALL = ("enquiry", "add", "--family", "SAMPLE", "--given", "Ananya", "--nationality", "India")


def test_a_call_is_taken_and_what_matches_is_named(run: Run, add: Run) -> None:
    key = add().json["id"]
    taken = run(*CALL, "--wanted", "一份K字签证", "--json").json
    assert [(hit["client"], hit["why"]) for hit in taken["matches"]] == [(key, "name")]
    listed = run("enquiry", "list", "--json").json
    assert [(line["id"], line["state"], line["wanted"]) for line in listed] == [
        (taken["id"], "new", "一份K字签证")
    ]
    assert "SAMPLE, Ananya" in run("enquiry", "check", taken["id"]).out


def test_a_decision_is_recorded_and_the_enquiry_moves_on(run: Run) -> None:
    key = run(*CALL, "--json").json["id"]
    assert run("enquiry", "decide", key, "declined").code == 2
    assert run("enquiry", "decide", key, "declined", "--reason", "No time").code == 0
    assert run("enquiry", "list", "--state", "declined", "--json").json[0]["id"] == key
    assert run("enquiry", "check", key, "--json").json == []


def test_a_case_settles_the_enquiry_of_its_client(run: Run, add: Run) -> None:
    client = add().json["id"]
    run("enquiry", "add", "--client", client, "--wanted", "K")
    number = run("case", "open", client, "--category", "K", "--post", "new-delhi").out.strip()
    assert run("enquiry", "list", "--search", "ananya", "--json").json[0]["case"] == number
    assert number in run("enquiry", "list").out


@pytest.mark.parametrize(
    "words",
    [
        ("add",),
        ("add", "--given", "Otto", "--nationality", "Atlantis"),
        ("add", "--given", "Otto", "--birth-date", "31 Feb 1998"),
        ("list", "--state", "lost"),
        ("check", "nobody"),
        ("decide", "00000000-0000-0000-0000-000000000000", "clear"),
    ],
)
def test_what_can_not_be_is_told_in_one_line(run: Run, words: tuple[str, ...]) -> None:
    answer = run("enquiry", *words)
    assert answer.code == 2
    assert answer.error.count("\n") <= 1
