"""Blocks of the document tree as measured strips: headings, paragraphs, notes and the firm's masthead."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from app.pdf import boxes, png, style
from app.pdf.boxes import Drawing, Fill, Frame, Image, Strip, Text
from app.pdf.grids import checklist, key_values, table
from app.pdf.panels import panels, signatures
from app.pdf.style import Style
from app.pdf.tags import Node
from app.pdf.text.lines import Line, Piece, flow
from app.pdf.tree import (
    Block,
    Checklist,
    Heading,
    Inline,
    KeyValues,
    Masthead,
    Note,
    PageBreak,
    Panels,
    Paragraph,
    Picture,
    Signatures,
    Space,
    Spoken,
    Table,
    Words,
    readings,
)
from app.pdf.walk import said

_FIRM = Style(12, bold=True)
_BAR = 3.0  # the coloured edge of a note
_INSET = 11.0
_BEFORE = {1: 9.0, 2: 11.0, 3: 8.0}  # white space above a heading of each level
_LOGO_ROOM, _LESS_ROOM = (110.0, 42.0), (80.0, 30.0)
_BESIDE_LOGO = 11.0
_NAMES = ("name", "other_name")  # set alike on every page
_LEFT_SHARE, _WIDE_SHARE = 0.6, 0.63  # of the masthead, for the firm
_BELOW_HEADING = Strip(3.0, (), keep_with_next=True)


def measure(blocks: tuple[Block, ...], frame: Frame) -> list[Strip]:
    """Return the strips of ``blocks`` in order, adding their structure to ``frame.root``."""
    frame = boxes.shared(_beside_each_other(blocks), frame)
    found: list[Strip] = []
    placed: Block | None = None  # stands on the line of the one before it
    for block, after in zip_longest(blocks, blocks[1:]):
        if block is placed:
            continue
        together = _on_one_line(block, after, frame) if frame.density.run_on else []
        placed = after if together else None
        if isinstance(block, Signatures):
            found = _kept_with_next(found)
        found += together or _strips(block, frame)
    return found


def _kept_with_next(strips: list[Strip]) -> list[Strip]:
    """Return ``strips`` so that the last line stays with what follows: nobody signs a page of its own."""
    last = max((number for number, strip in enumerate(strips) if strip.drawings), default=0)
    return [*strips[:last], *(replace(strip, keep_with_next=True) for strip in strips[last:])]


def _beside_each_other(blocks: tuple[Block, ...]) -> Iterator[Words]:
    """Yield the texts whose languages stand side by side: in one pair of columns all through."""
    for block in blocks:
        if isinstance(block, Checklist):
            yield from (words for item in block.items for words in said(item))
        elif isinstance(block, Note):
            yield from block.paragraphs


def _on_one_line(block: Block, after: Block | None, frame: Frame) -> list[Strip]:
    """Return a name with the names in other scripts after it, where all fit on a line; else nothing."""
    if not isinstance(block, Paragraph) or not isinstance(after, Paragraph) or after.role != _NAMES[1]:
        return []
    pieces = [
        *boxes.inline(block.words, style.ROLES[block.role], frame.root.add("P"), frame.language),
        Piece("   ", style.OTHER_NAME),
        *boxes.inline(after.words, style.ROLES[after.role], frame.root.add("P"), frame.language),
    ]
    lines = flow(pieces, frame.width)
    return boxes.paragraph_strips(lines, frame.left, before=4.0, keep=True) if len(lines) == 1 else []


def _strips(block: Block, frame: Frame) -> list[Strip]:
    match block:
        case Heading():
            return _heading(block, frame)
        case Paragraph():
            return _paragraph(block, frame)
        case KeyValues():
            return key_values(block, frame)
        case Checklist():
            return checklist(block, frame)
        case Table():
            return table(block, frame)
        case Note():
            return _note(block, frame)
        case Panels():
            return panels(block, frame)
        case Signatures():
            return signatures(block, frame)
        case Masthead():
            return _masthead(block, frame)
        case Space():
            return [Strip(0.0, (), before=block.height * frame.density.before)]
        case PageBreak():
            return [Strip(0.0, (), new_page=True)]
        case Spoken(language=language, blocks=blocks):
            root = frame.root.add("Sect", language=language)
            return measure(blocks, replace(frame, language=language, root=root))


def _heading(block: Heading, frame: Frame) -> list[Strip]:
    node = frame.root.add(f"H{block.level}")
    pieces = boxes.inline(block.words, style.HEADINGS[block.level], node, frame.language)
    strips = boxes.paragraph_strips(
        flow(pieces, frame.width), frame.left, before=_BEFORE[block.level] * frame.density.before, keep=True
    )
    title = " ".join(text for text, _code in readings(block.words, frame.language))
    return [replace(strips[0], bookmark=(title, block.level)), *strips[1:], _BELOW_HEADING]


def _paragraph(block: Paragraph, frame: Frame) -> list[Strip]:
    look = style.ROLES[block.role]
    look = look if block.role in _NAMES else frame.set_in(look)
    apart = [] if isinstance(block.words, Inline) else _apart(block.words, look, frame)
    runs_on = frame.density.run_on and block.role not in _NAMES
    if runs_on or not apart:
        pieces = boxes.inline(block.words, look, frame.root.add("P"), frame.language)
        together = flow(pieces, frame.width)
        if not apart or len(together) < sum(map(len, apart)):
            apart = [together]
    strips: list[Strip] = []
    for number, lines in enumerate(apart, start=1):
        before = 1.0 if number > 1 or block.role == "other_name" else 4.0
        keep = block.keep_with_next or number < len(apart)
        strips += boxes.paragraph_strips(lines, frame.left, before=before, keep=keep)
    return strips


def _apart(words: Words, look: Style, frame: Frame) -> list[list[Line]]:
    """Return the lines of each language, a paragraph of its own."""
    found = readings(words, frame.language)
    nodes = [frame.root.add("P", language=code if len(found) > 1 else "") for _text, code in found]
    return [
        flow([Piece(text, look, node, code or "en")], frame.width)
        for (text, code), node in zip(found, nodes, strict=True)
    ]


_Row = tuple[tuple[float, Line], ...]  # lines on one baseline, each with its left edge


def _note(block: Note, frame: Frame) -> list[Strip]:
    group = frame.root.add("Div")
    left, width = frame.left + _INSET, frame.width - 2 * _INSET
    paragraphs: list[list[_Row]] = []
    if block.title:
        lines = boxes.compact(block.title, style.HEADINGS[3], group.add("P"), frame.language, width)
        paragraphs.append([((left, line),) for line in lines])
    home = group.add("L") if block.bullets else group
    look = frame.set_in(style.ROLES[block.role])
    paragraphs += [
        _told(words, home, frame, left, look, is_bullet=block.bullets) for words in block.paragraphs
    ]
    return _tinted(paragraphs, frame)


def _told(words: Words, home: Node, frame: Frame, left: float, look: Style, *, is_bullet: bool) -> list[_Row]:
    """Return a paragraph as rows: the languages beside each other, the dot before the first line."""
    rows: list[_Row] = []
    dot: _Row = ()
    if is_bullet:
        home = home.add("LI")
        (line,) = flow([Piece("\u2022", look, home.add("Lbl"))], frame.width)
        dot, left = ((left, line),), left + _INSET
        home = home.add("LBody")
    else:
        home = home.add("P")
    columns = _columns(words, home, frame, left, look)
    for at in range(max(len(lines) for _x, lines in columns)):
        rows.append((*dot, *((x, lines[at]) for x, lines in columns if at < len(lines))))
        dot = ()
    return rows


def _columns(
    words: Words, home: Node, frame: Frame, left: float, look: Style
) -> list[tuple[float, list[Line]]]:
    inner = replace(frame, width=frame.width - _INSET)
    codes = boxes.side_by_side(words, frame.language)
    if not codes:
        return [(left, boxes.stacked(words, look, home, frame.language, inner.right - left))]
    return [
        (x, flow(boxes.inline(words, look, home.add("Span", language=code), code), width))
        for code, (x, width) in zip(codes, boxes.halves(inner, left), strict=True)
    ]


def _tinted(paragraphs: list[list[_Row]], frame: Frame) -> list[Strip]:
    """Return the rows on a tinted ground; a paragraph stays whole, the first with the second."""
    rows = [(row, number, row is rows[-1]) for number, rows in enumerate(paragraphs) for row in rows]
    strips = []
    for place, (row, number, is_end) in enumerate(rows):
        top = frame.density.padding + 3.0 if place == 0 else 0.0
        below = frame.density.padding + 4.0 if place + 1 == len(rows) else 0.0
        above = max(line.above for _x, line in row)
        tall = top + above + max(line.below for _x, line in row) + below
        ground = Fill(frame.left, 0.0, frame.width, tall, style.TINT)
        edge = Fill(frame.left, 0.0, _BAR, tall, style.ACCENT)
        words = [Text(x, top + above, line) for x, line in row]
        keep = place + 1 < len(rows) and (not is_end or number == 0)
        strips.append(
            Strip(
                tall,
                (ground, edge, *words),
                8.0 * frame.density.before if place == 0 else 0.0,
                keep_with_next=keep,
            )
        )
    return strips


def _masthead(block: Masthead, frame: Frame) -> list[Strip]:
    logo = _logo(block.logo, frame) if block.logo else None
    left_edge = frame.left + (logo.width + _BESIDE_LOGO if logo else 0.0)
    share = _WIDE_SHARE if frame.density.run_on else _LEFT_SHARE
    middle = frame.left + frame.width * (share if block.asides else 1.0)
    half, aside_left = middle - style.GAP - left_edge, middle + style.GAP
    small = frame.set_in(style.SMALL)
    lines = _each(block.lines, small, frame, half)
    if frame.density.run_on:
        lines = boxes.least(lines, _each([Inline(block.lines, by="    ")], small, frame, half))
    left = _each([block.name], _FIRM, frame, half) + lines
    room = frame.right - aside_left
    aside = _each(block.asides, style.STRONG, frame, room) + _each(block.notes, small, frame, room)
    parts = boxes.rows([(left_edge, left), (aside_left, aside)], frame)
    strips = [Strip(tall, tuple(_flush_right(drawings, aside_left, frame))) for tall, drawings in parts]
    if logo:
        tall = max(strips[0].height, logo.height + 2 * frame.density.padding)
        strips[0] = replace(strips[0], height=tall, drawings=(logo, *strips[0].drawings))
    strips[-1] = replace(strips[-1], keep_with_next=True)
    return [*strips, Strip(5.0, (Fill(frame.left, 0.0, frame.width, 1.4, style.ACCENT),))]


def _flush_right(drawings: Sequence[Drawing], left: float, frame: Frame) -> Iterator[Drawing]:
    """Yield the drawings, the lines that begin at ``left`` moved to end at the right edge."""
    for drawing in drawings:
        if isinstance(drawing, Text) and drawing.x == left:
            yield drawing._replace(x=frame.right - drawing.line.width)
        else:
            yield drawing


def _logo(picture: Picture, frame: Frame) -> Image:
    """Return the logo as large as there is room, never larger than 150 pixels to the inch make it."""
    wide, high = png.size(picture.png)
    room = _LESS_ROOM if frame.density.run_on else _LOGO_ROOM
    scale = min(room[0] / wide, room[1] / high, 72 / 150)
    alternate = picture.alternate.text("zh-CN" if frame.language == "zh-CN" else "en")
    node = frame.root.add("Figure", alternate=alternate)
    return Image(frame.left, frame.density.padding, wide * scale, high * scale, picture.png, node)


def _each(texts: Sequence[Words], look: Style, frame: Frame, width: float) -> list[Line]:
    """Return the lines of ``texts``, each text a paragraph of its own."""
    found = [boxes.compact(words, look, frame.root.add("P"), frame.language, width) for words in texts]
    return [line for lines in found for line in lines]
