"""The letter about what is missing as a message: plain text, to be pasted into a chat or a mail."""

from collections.abc import Iterator

from app.domain import dates
from app.domain.filing.letter import MissingLetter, MissingPaper
from app.i18n import both, filled, isolated

_BETWEEN = "\n\n\u2014\u2014\u2014\n\n"  # between the languages


def message(value: MissingLetter, language: str) -> str:
    """Return the letter as text in "en", "zh-CN" or "both", one language after the other."""
    codes = ("en", "zh-CN") if language == "both" else (language,)
    return _BETWEEN.join("\n".join(_lines(value, code)) for code in codes)


def _lines(value: MissingLetter, code: str) -> Iterator[str]:
    greeting = filled(both("Dear {name},"), name=value.name)
    yield from (greeting.text(code), "", value.opening.text(code))
    for title, papers in (
        (both("Given back to you"), value.returned),
        (both("Still to come"), value.papers),
    ):
        if papers:
            yield from ("", title.text(code))
            yield from (f"{number}. {_paper(paper, code)}" for number, paper in enumerate(papers, 1))
    if value.questions:
        yield from ("", both("Please answer").text(code))
        yield from (f"{number}. {each.text(code)}" for number, each in enumerate(value.questions, 1))
    yield from ("", both("If anything is unclear, ask us before you spend money on it.").text(code))
    yield from filter(None, (value.head.prepared_by, _firm(value, code)))


def _paper(paper: MissingPaper, code: str) -> str:
    """Return one paper: what it is, why it was given back, what to do, by when."""
    which = f" ({isolated(paper.repeat.text(code))})" if paper.repeat else ""
    because = both("because").text(code)
    said = [paper.title.text(code) + which]
    said += [f"{because}: {isolated(paper.reason)}"] if paper.reason else []
    said += [paper.what_to_do.text(code)] if paper.what_to_do else []
    if paper.due_on:
        by = filled(both("by {date}"), date=dates.shown(paper.due_on, code))
        said.append(by.text(code))
    return " \u2013 ".join(said)


def _firm(value: MissingLetter, code: str) -> str:
    firm = value.head.firm
    return firm.name_zh if firm.name_zh and code == "zh-CN" else firm.name
