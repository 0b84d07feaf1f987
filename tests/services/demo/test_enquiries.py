"""The enquiries of the demo: one of each state, and checks that somebody decided."""

from app.domain.conflicts import Decision
from app.domain.enquiries import EnquiryState
from app.services import conflicts, enquiries
from db.casebook import Casebook


def test_calls_of_every_kind_are_there_with_their_decisions(told: Casebook) -> None:
    lines = told.read(enquiries.lines, told.read(enquiries.ids))
    assert {line.state for line in lines} >= {EnquiryState.NEW, EnquiryState.CHECKED, EnquiryState.DECLINED}
    decided = [check for line in lines for check in told.read(conflicts.of_person, line.person_id)]
    assert {check.decision for check in decided} == set(Decision)
    assert all(check.search.hits for check in decided if check.decision is Decision.WAIVED)
