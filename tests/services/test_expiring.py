"""What runs out today, over all that is in use."""

from datetime import date, timedelta

from app.domain.expiry import Origin, State
from app.services import expiring, packs, post_answers
from db.casebook import Casebook
from tests.builders import TODAY
from tests.services.test_post_answers import FACT, POST, an_answer

DAY = date(2026, 11, 25)


def test_fresh_packs_leave_only_what_nobody_knows() -> None:
    found = expiring.concerns(DAY)
    unknown = [each for each in found if each.state is State.UNKNOWN]
    assert {each.origin for each in unknown} == {Origin.POST}
    assert {each.where for each in unknown} == set(packs.all_posts())
    assert {each.state for each in found} == {State.UNKNOWN, State.EXPIRED}


def test_the_two_measures_come_in_sight_thirty_days_before_their_end() -> None:
    soon = [each.where for each in expiring.concerns(date(2026, 12, 1)) if each.state is State.EXPIRING]
    assert soon == ["fee-reduction", "fingerprint-waiver"]


def test_the_pathway_that_passed_its_own_end_is_listed_first() -> None:
    first = expiring.concerns(DAY)[0]
    assert (first.state, first.ids, str(first.due)) == (State.EXPIRED, ("H-1B",), "2026-09-21")


def test_a_month_after_the_check_every_pack_is_stale() -> None:
    found = expiring.concerns(date(2027, 1, 1))
    stale = {each.where for each in found if each.state is State.STALE and each.origin is Origin.PACK}
    assert stale == {pack.pack for pack in packs.shipped()}
    assert [each.ids for each in found][:3] == [("H-1B",), ("fee-reduction",), ("fingerprint-waiver",)]


def test_a_firm_s_own_posts_stand_in_for_the_shipped_ones() -> None:
    own = [packs.post("hanoi")]
    listed = expiring.concerns(DAY, posts=own)
    assert {each.where for each in listed if each.origin is Origin.POST} == {"hanoi"}


def test_what_a_firm_recorded_leaves_the_list_and_comes_back_when_it_is_old(book: Casebook) -> None:
    book.write(post_answers.record, an_answer(), TODAY)

    def unknown(day: date) -> tuple[str, ...]:
        found = book.read(expiring.in_use, day)
        return next(each.ids for each in found if (each.where, each.state) == (POST, State.UNKNOWN))

    assert FACT not in unknown(TODAY)
    late = book.read(expiring.in_use, TODAY + timedelta(days=31))
    assert [each.ids for each in late if (each.where, each.state) == (POST, State.STALE)] == [(FACT,)]
