"""The quotes of the demo: who pays, lines and instalments, what was paid, and an invoice."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from app.domain import money
from app.domain.quotes import Instalment, LineKind, QuoteLine
from app.services import bills, quotes
from app.services.demo.scene import Scene
from app.services.demo.steps import Step
from app.services.demo.story import Story, Table


def steps(story: Story) -> Iterator[Step]:
    """Yield each quote on its day, then its payments, then its invoice."""
    for number, case in enumerate(story.cases):
        if "quote" in case:
            table, login = case["quote"], str(case["owner"])
            yield Step(table["on"], login, partial(_write, number=number, table=table))
            for at, paid in enumerate(table.get("paid", ())):
                yield Step(paid["on"], login, partial(_pay, number=number, at=at, table=paid))
            if "issued" in table:
                yield Step(table["issued"], login, partial(_issue, number=number))


def _write(scene: Scene, number: int, table: Table) -> None:
    case, day = scene.cases[number], scene.clock.day
    for name in ("payer", "payer_address", "note"):
        if name in table:
            version = scene.book.read(quotes.quote, case).head.version
            scene.book.write(quotes.set_field, case, version, name, table[name], day)
    for each in table["lines"]:
        line = QuoteLine(
            kind=LineKind(each["kind"]), text=each.get("text", ""), amount=money.parse(each["amount"])
        )
        scene.book.write(quotes.save_part, case, "lines", line, day)
    scene.book.write(quotes.prefill, case, day)
    for each in table.get("instalments", ()):
        due = scene.today + timedelta(days=each["due"])
        part = Instalment(text=each["text"], amount=money.parse(each["amount"]), due_on=due)
        scene.book.write(quotes.save_part, case, "instalments", part, day)


def _pay(scene: Scene, number: int, at: int, table: Table) -> None:
    part = scene.book.read(quotes.quote, scene.cases[number]).instalments[at][0]
    day, reason = scene.clock.day, table.get("reason", "")
    assert part.id is not None
    scene.book.write(quotes.pay, part.id, part.version, day, day, reason=reason)


def _issue(scene: Scene, number: int) -> None:
    scene.book.write(bills.issue, scene.cases[number], scene.clock.day)
