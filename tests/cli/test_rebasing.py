"""Re-basing from the command line: what would change, some cases or all."""

from pathlib import Path

from app.services import firm_rules
from db.casebook import Casebook
from tests.cli.conftest import DAY, PASSPHRASE, Run
from tests.services.test_firm_rules import a_new_rule


def change_a_rule(path: Path) -> None:
    book = Casebook.open(path, login="ana", passphrase=PASSPHRASE)
    book.write(firm_rules.record, a_new_rule(), DAY)
    book.close()


def test_with_the_rules_of_today_nothing_changes(run: Run, case: str) -> None:
    assert run("rules", "rebase").out == "Every open case has the rules of today.\n"
    assert run("rules", "rebase", "--case", case).code == 2


def test_a_dry_run_says_what_would_change_and_changes_nothing(run: Run, case: str, path: Path) -> None:
    change_a_rule(path)
    for _time in range(2):
        said = run("rules", "rebase", "--dry-run", "--json").json
        assert said["rebased"] is False
        assert [each["number"] for each in said["cases"]] == [case]
        (item,) = said["cases"][0]["items"]
        assert (item["id"], item["change"], item["kept"]) == ("K-DOC-01", "changed", False)


def test_a_case_is_rebased_by_its_number(run: Run, case: str, path: Path) -> None:
    change_a_rule(path)
    assert run("rules", "rebase", "--case", case).out.endswith("1 case changed.\n")
    assert run("rules", "rebase").out == "Every open case has the rules of today.\n"
