"""Who works here: listed, one more with a passphrase of their own, and somebody's access ended."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import WrongPassphrase
from app.services import cases, firms, history, people, trust
from app.ui.office import Office
from app.ui.preferences.page import PreferencesPage
from app.ui.preferences.users import UsersSection
from db import folder
from db.casebook import Casebook
from db.folder import Folder
from tests.builders import TODAY, a_person
from tests.ui.doubles import Recorder, obeys_qt, type_text

BEN = {"name": "Ben Example", "login": "ben", "passphrase": "another long phrase"}


@pytest.fixture
def users(page: PreferencesPage) -> UsersSection:
    page.show_what("users")
    return page.users


@pytest.fixture
def with_ben(users: UsersSection) -> UsersSection:
    fill(users)
    users.new.add.click()
    users.table.choose(next(line.id for line in users._lines if line.login == "ben"))
    return users


def fill(users: UsersSection, **changes: str) -> None:
    typed = {**BEN, "again": BEN["passphrase"], **changes}
    users.add.click()
    for name, text in typed.items():
        type_text(users.new.fields[name].edit, text)


def opens(office: Office, passphrase: str) -> Casebook:
    return Casebook.open(Path(office.path), login="ben", passphrase=passphrase)


def test_who_works_here_is_listed(users: UsersSection, qtmodeltester: object) -> None:
    assert users.model.index(0, 0).data() == "Ana Sample"
    obeys_qt(qtmodeltester, users.model)


def test_somebody_added_opens_the_casebook(users: UsersSection, office: Office, told: Recorder) -> None:
    fill(users)
    users.new.add.click()
    assert told.told == ["“ben” opens the casebook now."]
    assert [line.name for line in office.read(firms.users)] == ["Ana Sample", "Ben Example"]
    assert users.model.rowCount() == 2
    assert users.new.isHidden()
    book = opens(office, BEN["passphrase"])
    assert book.actor.name == "Ben Example"
    book.close()


@pytest.mark.parametrize(
    ("field", "changes", "said"),
    [
        ("name", {"name": " "}, "This is needed."),
        ("login", {"login": ""}, "This is needed."),
        ("login", {"login": "Ana"}, "Somebody of this login is there already."),
        ("passphrase", {"passphrase": "short", "again": "short"}, "too short"),
        ("passphrase", {"passphrase": "ben example 99", "again": "ben example 99"}, "guessed at once"),
        ("again", {"again": "another long phrasf"}, "The passphrases differ."),
    ],
)
def test_what_can_not_be_is_said_under_its_field(
    users: UsersSection, office: Office, field: str, changes: dict[str, str], said: str
) -> None:
    fill(users, **changes)
    users.new.add.click()
    shown = users.new.fields[field].error
    assert said in shown.text()
    assert shown.isVisible()
    assert users.new.add.isEnabled()
    assert len(office.read(firms.users)) == 1


def test_the_strength_is_told_while_the_passphrase_is_typed(users: UsersSection) -> None:
    users.add.click()
    passphrase = users.new.fields["passphrase"].edit
    assert users.new.strength.isHidden()
    type_text(passphrase, "1234567890")
    assert "guessed at once" in users.new.strength.text()
    type_text(passphrase, " keys for a cow")
    assert users.new.strength.text() == "Not guessed at once. Longer is better."


def test_no_passphrase_stays_in_the_fields(page: PreferencesPage, users: UsersSection) -> None:
    fill(users)
    page.show_what("firm")
    page.show_what("users")
    assert users.new.isHidden()
    assert all(field.text() == "" for field in users.new.fields.values())


def test_oneself_can_not_be_removed(users: UsersSection) -> None:
    users.table.choose_first()
    assert not users.remove.isEnabled()


def test_ending_an_access_is_asked_in_place_and_says_what_it_means(
    with_ben: UsersSection, office: Office
) -> None:
    ben = next(line.id for line in office.read(firms.users) if line.login == "ben")
    person = office.write(people.add, a_person(), TODAY)
    office.write(cases.open_case, person, category="K", post="new-delhi", today=TODAY, owner_id=ben)
    with_ben.remove.click()
    assert with_ben.question.text.text() == "End the access of Ben Example?"
    assert "take over (1): KB-2026-0001." in with_ben.question.hint.text()
    assert with_ben.question.no.hasFocus()
    with_ben.question.no.click()
    assert with_ben.question.isHidden()
    opens(office, BEN["passphrase"]).close()


def test_whoever_is_removed_opens_nothing_and_work_goes_on(
    with_ben: UsersSection, office: Office, told: Recorder
) -> None:
    with_ben.remove.click()
    with_ben.question.yes.click()
    assert told.told[-1] == "“ben” opens the casebook no more."
    with pytest.raises(WrongPassphrase):
        opens(office, BEN["passphrase"])
    assert folder.logins(Folder(Path(office.path))) == ["ana"]
    assert [line.name for line in office.read(firms.users, archived=True)] == ["Ben Example"]
    assert not with_ben.remove.isEnabled()
    office.write(people.add, a_person(), TODAY)
    office.look()


def test_another_window_in_the_way_is_said_in_place(
    with_ben: UsersSection, office: Office, second_window: Callable[[], Casebook]
) -> None:
    other = second_window()
    other.head()
    with_ben.remove.click()
    with_ben.question.yes.click()
    assert with_ben.error.text().startswith("The casebook is open in another window.")
    assert with_ben.error.isVisible()
    assert office.with_casebook(trust.verify).operations > 0
    opens(office, BEN["passphrase"]).close()


def test_a_colleague_who_forgot_gets_a_new_passphrase(
    with_ben: UsersSection, office: Office, told: Recorder
) -> None:
    with_ben.reset.click()
    assert with_ben.new.about.text() == "New passphrase for Ben Example"
    assert with_ben.new.fields["login"].isHidden()
    for name in ("passphrase", "again"):
        type_text(with_ben.new.fields[name].edit, "a quiet river stone")
    with_ben.new.add.click()
    assert told.told[-1] == "“ben” opens the casebook with the new passphrase."
    assert office.read(history.entries, limit=1)[0].tag == "user:reset-passphrase"
    opens(office, "a quiet river stone").close()


def test_choosing_somebody_else_ends_a_reset(with_ben: UsersSection) -> None:
    with_ben.reset.click()
    with_ben.table.choose_first()
    assert with_ben.new.isHidden()
    assert not with_ben.reset.isEnabled()


def test_after_a_reset_somebody_new_is_asked_for_a_name_again(with_ben: UsersSection) -> None:
    with_ben.reset.click()
    with_ben.new.cancel.click()
    with_ben.add.click()
    assert not with_ben.new.fields["name"].isHidden()
    assert with_ben.new.fields["name"].text() == ""


def test_a_colleague_is_made_an_owner_and_undo_takes_it_back(
    with_ben: UsersSection, office: Office, told: Recorder
) -> None:
    with_ben.role.click()
    assert told.told[-1] == "Ben Example owns the casebook now."
    assert with_ben.role.text() == "Make a consultant"
    assert with_ben.model.index(1, 2).data() == "Casebook owner"
    office.undo()
    with_ben.refresh()
    assert with_ben.model.index(1, 2).data() == "Consultant"
    assert with_ben.role.text() == "Make an owner"


def test_the_last_owner_is_told_in_place_that_one_remains(with_ben: UsersSection) -> None:
    with_ben.table.choose_first()
    with_ben.role.click()
    assert with_ben.giving_up.text.text() == "Own the casebook no more?"
    with_ben.giving_up.yes.click()
    assert with_ben.error.text().startswith("The casebook keeps one owner at least.")
    assert with_ben.model.index(0, 2).data() == "Casebook owner"


def test_who_gives_it_up_is_asked_first(with_ben: UsersSection) -> None:
    with_ben.role.click()
    with_ben.table.choose_first()
    with_ben.role.click()
    assert with_ben.giving_up.no.hasFocus()
    with_ben.giving_up.yes.click()
    assert with_ben.model.index(0, 2).data() == "Consultant"
