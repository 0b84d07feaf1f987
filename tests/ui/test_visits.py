"""Back and Forward over pages and what they showed."""

from app.ui.visits import LATELY, MOST, Visit, Visits

A, B, C = Visit("today"), Visit("case", 1), Visit("case", 2)


def gone(*visits: Visit) -> Visits:
    made = Visits()
    for visit in visits:
        made.come(visit)
    return made


def test_one_goes_back_and_forward_the_way_one_came() -> None:
    visits = gone(A, B, C)
    assert visits.ahead(-1) == B
    visits.turn(-1)
    visits.turn(-1)
    assert (visits.ahead(-1), visits.ahead(1)) == (None, B)
    visits.turn(-1)  # there is nothing before the first
    visits.turn(1)
    assert visits.ahead(1) == C


def test_going_elsewhere_forgets_what_lay_ahead() -> None:
    visits = gone(A, B)
    visits.turn(-1)
    visits.come(C)
    assert (visits.ahead(-1), visits.ahead(1)) == (A, None)


def test_coming_to_where_one_is_already_is_no_visit() -> None:
    visits = gone(A, B, B)
    assert visits.ahead(-1) == A


def test_a_visit_remembers_what_the_page_showed_last() -> None:
    visits = gone(A, B)
    visits.stay("its dates")
    visits.stay(None)  # the page can't say
    visits.come(C)
    assert visits.ahead(-1) == Visit("case", "its dates")


def test_what_was_looked_at_lately_comes_newest_first_and_once() -> None:
    visits = gone(A, B, C, B)
    assert visits.lately() == [B, C, A]
    visits.turn(-1)
    visits.come(A)
    assert visits.lately() == [A, B, C]


def test_neither_list_grows_without_end() -> None:
    visits = gone(*(Visit("case", number) for number in range(MOST + 20)))
    assert len(visits.lately()) == LATELY
    for _step in range(MOST + 20):
        visits.turn(-1)
    assert visits.ahead(1) == Visit("case", 21)


def test_a_window_that_was_nowhere_goes_nowhere() -> None:
    visits = Visits()
    visits.stay("something")
    assert visits.ahead(-1) is None
    assert visits.lately() == []
