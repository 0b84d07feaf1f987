"""The fields a search may name in this casebook, with the posts, users, offices … that may be typed."""

from collections.abc import Sequence
from functools import cache

from sqlalchemy.orm import Session

from app.domain import categories, places
from app.domain.query_fields import Offered, QueryField, case_fields, person_fields, with_offers
from app.i18n import N_, _, language
from app.services import firms, labels, packs

ME = "me"


def for_cases(session: Session) -> tuple[QueryField, ...]:
    """Return the fields of a case."""
    offices = [Offered(office.name, office.city) for office in firms.offices(session)]
    shipped = _shipped(language())
    users = _users(session)
    known = {"owner": users, "reviewer": users, "office": offices, "label": _labels(session)}
    return with_offers(case_fields(), {**shipped, **known})


def for_persons(session: Session) -> tuple[QueryField, ...]:
    """Return the fields of a person."""
    return with_offers(_of_persons(language()), {"label": _labels(session)})


def _labels(session: Session) -> list[Offered]:
    return [Offered(label) for label in labels.every(session)]


@cache
def _of_persons(chosen: str) -> tuple[QueryField, ...]:
    languages = [
        Offered(one.code, one.name.text(chosen), tuple(one.name)) for one in places.languages(chosen)
    ]
    return with_offers(
        person_fields(), {"nationality": _shipped(chosen)["nationality"], "language": languages}
    )


@cache
def _shipped(chosen: str) -> dict[str, Sequence[Offered]]:
    return {
        "post": [
            Offered(post.code, post.name.text(chosen), (*post.city, *places.country_name(post.country)))
            for post in packs.all_posts().values()
        ],
        "category": [Offered(code, _(categories.name_of(code))) for code in packs.categories()],
        "nationality": [
            Offered(one.code, one.name.text(chosen), (*one.name, places.alpha3(one.code)))
            for one in places.countries(chosen)
        ],
    }


def _users(session: Session) -> list[Offered]:
    there = [*firms.users(session), *firms.users(session, archived=True)]
    return [Offered(ME, _(MINE)), *(Offered(user.login, user.name) for user in there)]


MINE = N_("my own")
