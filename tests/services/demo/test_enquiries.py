"""The enquiries of the demo: one of each state, and checks that somebody decided."""

from pathlib import Path

from app import bootstrap
from app.domain.conflicts import Decision
from app.domain.enquiries import EnquiryState
from app.services import conflicts, demo, enquiries
from db.casebook import Casebook
from db.keyslots import CHEAP
from tests.builders import TODAY


def test_calls_of_every_kind_are_there_with_their_decisions(tmp_path: Path) -> None:
    built = demo.build(tmp_path, bootstrap.create_casebook, TODAY, cost=CHEAP)
    book = Casebook.open(built.casebook, login=demo.LOGIN, passphrase=demo.PASSPHRASE)
    lines = book.read(enquiries.lines, book.read(enquiries.ids))
    assert {line.state for line in lines} >= {EnquiryState.NEW, EnquiryState.CHECKED, EnquiryState.DECLINED}
    decided = [check for line in lines for check in book.read(conflicts.of_person, line.person_id)]
    assert {check.decision for check in decided} == set(Decision)
    assert all(check.search.hits for check in decided if check.decision is Decision.WAIVED)
    book.close()
