"""What is read from afar, and what is signed: blocks with things side by side, as measured strips."""

from collections.abc import Sequence
from dataclasses import replace

from app.i18n import Bilingual, both
from app.pdf import boxes, style
from app.pdf.boxes import Drawing, Fill, Frame, Strip
from app.pdf.style import Style
from app.pdf.tags import Node
from app.pdf.text.lines import Line
from app.pdf.tree import Panels, Signatory, Signatures, Words

_EDGE = 2.4  # the coloured upper edge of a panel
_INSET = 9.0
_TO_SIGN, _TO_WRITE = 36.0, 26.0  # room above a line
_LINE = 0.7

_Place = tuple[float, float]  # left edge and width


def panels(block: Panels, frame: Frame) -> list[Strip]:
    """Return the panels, all as tall as the tallest."""
    group = frame.root.add("Div")
    places = _places(len(block.panels), frame)
    cells = []
    for panel, (x, width) in zip(block.panels, places, strict=True):
        home, room = group.add("Div"), width - 2 * _INSET
        lines = _set(panel.label, style.HEAD_CELL, home, frame, room)
        lines += _set(panel.value, style.PANEL, home, frame, room)
        lines += _set(panel.text, style.BODY, home, frame, room)
        cells.append((x + _INSET, lines))
    inner = replace(frame, density=frame.density._replace(padding=_INSET * (1 + frame.density.before) / 2))
    return [
        Strip(
            tall, (*_grounds(places, tall), *drawings), before=0.0 if number else 8.0 * frame.density.before
        )
        for number, (tall, drawings) in enumerate(boxes.rows(cells, inner))
    ]


def _places(count: int, frame: Frame) -> list[_Place]:
    gutter = 2 * style.GAP
    width = (frame.width - gutter * (count - 1)) / count
    return [(frame.left + number * (width + gutter), width) for number in range(count)]


def _set(words: Words, look: Style, home: Node, frame: Frame, width: float) -> list[Line]:
    return boxes.compact(words, look, home.add("P"), frame.language, width)


def _grounds(places: Sequence[_Place], height: float) -> list[Drawing]:
    grounds = [Fill(x, 0.0, width, height, style.TINT) for x, width in places]
    return [*grounds, *(Fill(x, 0.0, width, _EDGE, style.ACCENT) for x, width in places)]


def signatures(block: Signatures, frame: Frame) -> list[Strip]:
    """Return a column for each who signs: role, then lines for the signature, the name and the date."""
    places = _places(max(2, len(block.signatories)), frame)[: len(block.signatories)]
    group = frame.root.add("Div")
    homes = [group.add("Div") for _each in places]
    signing = list(zip(block.signatories, places, homes, strict=True))
    roles = [(x, _set(each.role, style.STRONG, home, frame, width)) for each, (x, width), home in signing]
    first = [Strip(tall, tuple(drawn), 10.0, keep_with_next=True) for tall, drawn in boxes.rows(roles, frame)]
    lines = (
        _line(both("Signature"), _TO_SIGN, signing, frame),
        _line(both("Name"), _TO_WRITE, signing, frame, named=True),
        _line(both("Date"), _TO_WRITE, signing, frame),
    )
    return [*first, *(replace(strip, keep_with_next=strip is not lines[-1]) for strip in lines)]


def _line(
    caption: Bilingual,
    room: float,
    signing: Sequence[tuple[Signatory, _Place, Node]],
    frame: Frame,
    *,
    named: bool = False,
) -> Strip:
    """Return one line to write on for each who signs; the name stands on it where it is known."""
    drawings: list[Drawing] = []
    names = [
        _set(each.name, style.BODY, home, frame, width) if named and each.name else []
        for each, (_x, width), home in signing
    ]
    room = max(room, *(boxes.height(name) + 6.0 for name in names))
    tall = 0.0
    for name, (_each, (x, width), home) in zip(names, signing, strict=True):
        below = _set(caption, style.SMALL, home, frame, width)
        drawings += boxes.placed(name, x, room - boxes.height(name) - 2.0)
        drawings += [Fill(x, room, width, _LINE, style.INK), *boxes.placed(below, x, room + 2.0)]
        tall = max(tall, room + 2.0 + boxes.height(below))
    return Strip(tall, tuple(drawings))
