"""What is still to be asked of a post: what it never answered, and what was answered too long ago."""

from datetime import date

from app.domain.fields import Labelled
from app.domain.post_facts import ANSWERS
from app.domain.posts import Post, PostAnswer
from app.i18n import N_

REVIEW_DAYS = 30  # posts change their own rules without notice; an older answer is asked again
FACTS = {fact.name: fact for fact in ANSWERS}


class Standing(Labelled):
    """What is known of one question to a post, the worst first."""

    UNKNOWN = "unknown", N_("Not known")
    STALE = "stale", N_("Check again")
    KNOWN = "known", N_("Known")


def checked_on(post: Post, answer: PostAnswer) -> date:
    """Return the day an answer was last found to hold: learned, or the whole post checked without change."""
    return max(answer.checked_on, post.checked_on or date.min)


def standing(post: Post, fact: str, today: date, category: str = "") -> Standing:
    """Return what is known of a question to a post on ``today``, for one visa or for every visa."""
    answer = post.answer(fact, category)
    if answer is None:
        return Standing.UNKNOWN
    age = (today - checked_on(post, answer)).days
    return Standing.STALE if age > REVIEW_DAYS else Standing.KNOWN
