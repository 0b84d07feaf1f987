"""Duplicates and consents on the command line."""

from tests.cli.conftest import PERSON, Run


def test_two_records_of_one_person_are_found_and_merged(run: Run, add: Run) -> None:
    kept = add().json["id"]
    other = add(PERSON.replace("Ananya", "Anania")).json["id"]
    found = run("client", "duplicates", kept, "--json").json
    assert [(each["id"], each["why"]) for each in found] == [(other, "passport")]
    dry = run("client", "merge", kept, other, "--dry-run", "--json").json
    assert (dry["done"], dry["refusals"]) == (False, [])
    assert len(run("client", "list", "--json").json) == 2
    assert run("client", "merge", kept, other).code == 0
    assert [each["id"] for each in run("client", "list", "--json").json] == [kept]
    assert run("client", "duplicates", kept, "--json").json == []


def test_what_does_not_differ_is_not_taken(run: Run, add: Run) -> None:
    kept, other = add().json["id"], add().json["id"]
    answer = run("client", "merge", kept, other, "--take", "sex")
    assert answer.code == 2
    assert "do not differ" in answer.error


def test_a_consent_is_recorded_and_withdrawn(run: Run, add: Run) -> None:
    key = add().json["id"]
    given = ("client", "consent", key, "sensitive", "--notice", "2026-06", "--how", "signed")
    assert run(*given, "--notice-language", "zh").code == 0
    consents = run("client", "show", key, "--json").json["consents"]
    assert [(each["purpose"], each["how"], each["language"]) for each in consents] == [
        ("sensitive", "signed", "zh")
    ]
    assert run("client", "withdraw", key, "sensitive").code == 0
    assert "withdrawn_on" in run("client", "show", key, "--json").json["consents"][0]
    assert run("client", "withdraw", key, "sensitive").code == 2
    assert run("client", "consent", key, "marketing", "--notice", "1").code == 2
