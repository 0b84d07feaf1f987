"""Posts as they are offered and typed: found by city or country."""

from app.domain import places
from app.domain.places import Named
from app.i18n import Bilingual, language
from app.services import packs


def offered() -> list[Named]:
    """Return every post with its country, by name."""
    found = [Named(code, _in_country(code)) for code in packs.all_posts()]
    return sorted(found, key=lambda one: one.name.text(language()))


def _in_country(code: str) -> Bilingual:
    """Return a post's name with its country, so that it is found by either."""
    post = packs.post(code)
    country = places.country_name(post.country)
    return Bilingual(f"{post.name.en} ({country.en})", f"{post.name.zh}（{country.zh}）")


def name_of(code: str) -> str:
    """Return what a post is called, with its country."""
    return _in_country(code).text(language())


def code_of(typed: str) -> str:
    """Return the code of the post that was typed, "" where none or several fit."""
    wanted = typed.strip().casefold()
    if not wanted:
        return ""
    exact = [one.code for one in offered() if wanted in (one.code, *(n.casefold() for n in one.name))]
    part = [one.code for one in offered() if any(wanted in name.casefold() for name in one.name)]
    return exact[0] if exact else part[0] if len(part) == 1 else ""
