"""``rules questions``, ``answer``, ``checked``: what posts were asked, and what they said."""

from datetime import date
from pathlib import Path
from typing import Any

from app.cli import arguments, files, output
from app.cli.arguments import Commands, command
from app.cli.call import Call
from app.i18n import _, language, plural
from app.services import packs, post_answers, post_questions
from app.services.post_answers import NewAnswer
from app.services.post_questions import QuestionLine


def add(commands: Commands) -> None:
    """Declare the commands."""
    made = command(commands, "questions", list_questions, _("what to ask of posts"), json=True)
    made.add_argument("--post", metavar="CODE", help=_("only this post: new-delhi, …"))
    made.add_argument("--all", action="store_true", help=_("with the questions that are answered"))
    made = command(commands, "answer", record, _("record an answer of a post"), json=True)
    made.add_argument("post", metavar="POST", help=_("such as new-delhi"))
    made.add_argument("fact", metavar="FACT", help=_("such as post.k_selectable"))
    made.add_argument("value", metavar="VALUE", help=_("yes, no, a number, …; unknown takes it back"))
    made.add_argument("--source", metavar="TEXT", required=True, help=_("where it was read, or who said it"))
    made.add_argument("--on", metavar="DATE", type=arguments.day, help=_("on which day (else today)"))
    made.add_argument(
        "--from", metavar="DATE", dest="since", type=arguments.day, help=_("the first day it holds")
    )
    made.add_argument("--until", metavar="DATE", type=arguments.day, help=_("the last day it holds"))
    made.add_argument("--category", metavar="K", default="", help=_("only for this visa (else for all)"))
    made.add_argument("--note", metavar="TEXT", default="")
    made.add_argument("--capture", metavar="FILE", type=Path, help=_("a text file to keep with it"))
    made = command(commands, "checked", check, _("a post's rules were read: no change"), json=True)
    made.add_argument("post", metavar="POST")
    made.add_argument("--on", metavar="DATE", type=arguments.day, help=_("on which day (else today)"))
    made.add_argument("--note", metavar="TEXT", default="")


def list_questions(call: Call) -> None:
    """List the questions that open cases wait for, post by post."""
    asked = [packs.post(call.options.post).code] if call.options.post else []
    with call.book() as book:
        found = book.read(post_questions.lines, call.today, posts=asked)
    wanted = [line for line in found if line.is_open or call.options.all]
    if call.as_json:
        output.say_json([_question(line) for line in wanted])
    elif wanted:
        heads = (_("Post"), _("Fact"), _("State"), _("Value"), _("Cases"), _("Items"), _("Waits since"), "")
        output.table(heads, [_row(line) for line in wanted])
    else:
        output.say(_("No open case waits for an answer."))


def _question(line: QuestionLine) -> dict[str, Any]:
    text = output.languages(post_answers.shown(line.answer)) if line.answer else None
    return {
        "post": line.post.code,
        "fact": line.fact.name,
        "question": output.languages(line.fact.question),
        "state": line.standing.value,
        "value": text,
        "checked_on": _iso(line.checked_on),
        "cases": list(line.cases),
        "items": line.items,
        "since": _iso(line.since),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _row(line: QuestionLine) -> tuple[object, ...]:
    value = post_answers.shown(line.answer).text(language()) if line.answer else _("unknown")
    return (
        line.post.code,
        line.fact.name,
        _(line.standing.label),
        value,
        len(line.cases),
        line.items,
        _iso(line.since) or "",
        line.fact.question.text(language()),
    )


def record(call: Call) -> None:
    """Record one answer; every open case at the post follows in the same step."""
    options = call.options
    capture = files.text(options.capture) if options.capture else ""
    answer = NewAnswer(
        post=options.post,
        fact=options.fact,
        value=options.value,
        source=options.source,
        told_on=options.on or call.today,
        valid_from=options.since,
        valid_until=options.until,
        note=options.note,
        capture_name=options.capture.name if options.capture else "",
        capture=capture,
        category=options.category,
    )
    with call.book() as book:
        book.write(post_answers.record, answer, call.today)
        _say(call, book.read(post_questions.cases_at, options.post))


def check(call: Call) -> None:
    """Record that a post's rules were read and found unchanged."""
    options = call.options
    with call.book() as book:
        on = options.on or call.today
        book.write(post_answers.check, options.post, on, call.today, note=options.note)
        _say(call, book.read(post_questions.cases_at, options.post))


def _say(call: Call, found: list[tuple[Any, str]]) -> None:
    numbers = [number for _key, number in found]
    if call.as_json:
        output.say_json({"post": call.options.post, "cases": numbers})
    else:
        output.say(
            plural("Recorded for {count} open case.", "Recorded for {count} open cases.", len(numbers))
        )
