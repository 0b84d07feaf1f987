"""The box of what can't be told yet: each question once, with the papers that hang on its answer."""

from collections.abc import Iterable, Iterator

from app.domain.filing.checklists import ChecklistLine
from app.i18n import Bilingual, both, filled
from app.pdf.documents import parts
from app.pdf.tree import Block, Note


def box(lines: Iterable[ChecklistLine], title: Bilingual) -> Iterator[Block]:
    """Yield the box, where any line asks; what only others can tell comes last."""
    papers: dict[tuple[Bilingual, ...], list[Bilingual]] = {}
    asked: dict[Bilingual, tuple[Bilingual, ...]] = {}  # each question once, with those it is asked with
    for line in (line for line in lines if line.applies == "ask"):
        new = tuple(question for question in line.asks if question not in asked)
        asked |= dict.fromkeys(new, new)
        group = new or (asked[line.asks[0]] if line.asks else ())
        if line.title not in papers.setdefault(group, []):
            papers[group].append(line.title)
    if papers:
        shown = [_question(group, parts.listed(papers[group])) for group in sorted(papers, key=_ours_last)]
        yield Note(tuple(shown), title, bullets=True)


def _question(group: tuple[Bilingual, ...], papers: Bilingual) -> Bilingual:
    if not group:
        return filled(both("We are still checking whether you need: {papers}"), papers=papers)
    return parts.described(parts.sentences(group), papers)


def _ours_last(group: tuple[Bilingual, ...]) -> bool:
    return not group
