"""A screening: what a person's facts come to under a questionnaire, question by question and as a whole.

Results are ordered, worst first: does not meet, information missing, needs consular confirmation, meets. A
limb is as good as its worst question; the two limbs are alternatives, so the better one counts; what is
common to both counts beside it. Routing questions point elsewhere and never change the result.

What is unknown never gives *does not meet*, and what once does not meet does so whatever else is learned.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.domain.basis import Basis, Citation
from app.domain.conditions import Answer, evaluate, missing
from app.domain.facts import REGISTRY
from app.domain.screening_rules import OF_POST, Group, Question, Questionnaire, Result, Rule
from app.i18n import Bilingual

__all__ = ["Group", "Outcome", "Reason", "Result", "best", "judge", "screen", "worst"]

_BY_QUALITY = list(Result)  # best first
_MISSING_CHANGE = Bilingual("Answer what is missing.", "补充所缺信息。")
_NO_RULE = Bilingual(
    "No rule covers these answers; the consultant decides.", "现有规则未涵盖此情形，由顾问判断。"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """What one question comes to. ``missing`` are the names of the facts that keep it open.

    ``change`` says what would change it; None where it is as good as can be.
    """

    question: Question
    result: Result
    why: Bilingual
    change: Bilingual | None
    basis: Basis
    sources: tuple[Citation, ...]
    missing: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    pathways: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A screening as computed; only a named human makes it one that counts."""

    result: Result
    graduate: Result
    staff: Result
    common: Result
    reasons: tuple[Reason, ...]

    @property
    def core(self) -> Result:
        """The better of the two limbs."""
        return best((self.graduate, self.staff))

    @property
    def missing(self) -> tuple[str, ...]:
        """The unknown facts that keep questions open, without repeats."""
        return tuple(dict.fromkeys(name for reason in self.reasons for name in reason.missing))

    def of(self, group: Group) -> tuple[Reason, ...]:
        """Return the reasons that count for one group, in order."""
        return tuple(reason for reason in self.reasons if group in reason.question.groups)

    @property
    def pathways(self) -> tuple[str, ...]:
        """The other categories that its reasons point to."""
        return tuple(dict.fromkeys(code for reason in self.reasons for code in reason.pathways))


def worst(results: Iterable[Result]) -> Result:
    """Return the worst of several results; nothing at all meets."""
    return max(results, key=_BY_QUALITY.index, default=Result.MEETS)


def best(results: Iterable[Result]) -> Result:
    """Return the best of several results. Raises ``ValueError`` for none."""
    return min(results, key=_BY_QUALITY.index)


def screen(questionnaire: Questionnaire, facts: Mapping[str, object]) -> Outcome:
    """Return what the known ``facts`` come to."""
    reasons = tuple(judge(question, facts) for question in questionnaire.questions)
    graduate, staff, common = (
        worst(reason.result for reason in reasons if group in reason.question.groups)
        for group in (Group.GRADUATE, Group.STAFF, Group.COMMON)
    )
    result = worst((best((graduate, staff)), common))
    return Outcome(result=result, graduate=graduate, staff=staff, common=common, reasons=reasons)


def judge(question: Question, facts: Mapping[str, object]) -> Reason:
    """Return what one question comes to for the known ``facts``."""
    possible, is_certain = _possible(question, facts)
    if is_certain and len({rule.result for rule in possible}) == 1:
        return _reason(question, possible[-1])
    names = tuple(dict.fromkeys(name for rule in possible for name in missing(rule.when, facts)))
    if names and OF_POST.issuperset(names) and question.unsettled is not None:
        return _reason(question, question.unsettled, names)
    return _open(question, names)


def _possible(question: Question, facts: Mapping[str, object]) -> tuple[list[Rule], bool]:
    """Return the rules that may turn out to be the first that holds, and whether one of them surely does."""
    found: list[Rule] = []
    for rule in question.rules:
        answer = evaluate(rule.when, facts)
        if answer is not Answer.NO:
            found.append(rule)
        if answer is Answer.YES:
            return found, True
    return found, False


def _reason(question: Question, rule: Rule, names: tuple[str, ...] = ()) -> Reason:
    return Reason(
        question=question,
        result=rule.result,
        why=rule.why,
        change=rule.change,
        basis=rule.basis,
        sources=rule.sources,
        missing=names,
        items=rule.items,
        pathways=rule.pathways,
    )


def _open(question: Question, names: tuple[str, ...]) -> Reason:
    asked = list(dict.fromkeys(REGISTRY[name].question for name in names))
    why = Bilingual(" ".join(q.en for q in asked), "".join(q.zh for q in asked)) if asked else _NO_RULE
    return Reason(
        question=question,
        result=Result.INFORMATION_MISSING,
        why=why,
        change=_MISSING_CHANGE,
        basis=question.basis,
        sources=question.sources,
        missing=names,
    )
