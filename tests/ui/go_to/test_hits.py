"""What the box of Ctrl+K finds among what can be done, by any of the words one may think of."""

from uuid import uuid4

from app import i18n
from app.services.go_to import Kind, RecordKey
from app.ui.actions import Action
from app.ui.case.place import CasePlace
from app.ui.go_to import hits
from app.ui.page import Entry
from app.ui.visits import Visit


def nothing() -> None:
    """Do nothing."""


def test_every_word_typed_counts_and_beginnings_come_first() -> None:
    actions = [Action("a", "Close the case", nothing), Action("b", "Case closed", nothing)]
    found = hits.action_hits(actions)
    assert [hit.title for hit in hits.matching(found, "cas clo")] == ["Close the case", "Case closed"]
    assert [hit.title for hit in hits.matching(found, "ÇLOSED")] == ["Case closed"]
    assert hits.matching(found, "ose case")[0].title == "Close the case"
    assert hits.matching(found, "nowhere") == []


def test_what_can_not_be_done_now_is_not_offered() -> None:
    assert hits.action_hits([Action("a", "Undo", nothing, enabled=lambda: False)]) == []


def test_a_chinese_window_is_searched_in_english_too() -> None:
    i18n.use("zh")
    try:
        (hit,) = hits.page_hits([Entry("deadlines", "Deadlines", "calendar-days")], lambda name: None)
    finally:
        i18n.use("en")
    assert hit.title == "期限"
    assert hits.matching([hit], "dead") == hits.matching([hit], "期限") == [hit]


def test_pages_others_open_are_not_offered() -> None:
    assert hits.page_hits([Entry("case", "Case", "briefcase", under="cases")], lambda name: None) == []


def test_the_persons_and_cases_of_visits_are_named_once() -> None:
    person, case = uuid4(), uuid4()
    visits = [
        Visit("case", CasePlace(case, "dates")),
        Visit("people", person),
        Visit("case", case),
        Visit("people"),
        Visit("today"),
    ]
    assert hits.looked_at(visits) == [RecordKey(Kind.CASE, case), RecordKey(Kind.PERSON, person)]
