"""Blocks with columns as measured strips: tables, labels with values, and lists of boxes to tick."""

import math
from collections.abc import Sequence
from dataclasses import replace

from app.pdf import boxes, style
from app.pdf.boxes import Drawing, Fill, Frame, Strip, Tick
from app.pdf.style import Style
from app.pdf.tags import Node
from app.pdf.text.lines import Line, Piece, flow
from app.pdf.tree import (
    Cell,
    Checklist,
    Column,
    Inline,
    Item,
    KeyValues,
    Language,
    Pair,
    Said,
    Table,
    readings,
)

_LABEL_SHARE = 0.36
_ASIDE_WIDTH, _CHINESE_ASIDE_WIDTH = 134.0, 104.0
_SHARES = {3: (1.3, 1.0, 1.0)}  # of columns of labels: the first of three, such as the visa, says most
_RULE = 0.6
_TO_WRITE, _LEAST_TO_WRITE = 26.0, 22.0  # the least height of a row that is written in
_BOX_ROOM = style.TICK_BOX + 9.0
_BOX_WORDS = {"open": "not ticked", "ticked": "ticked", "struck": "not needed"}


def table(block: Table, frame: Frame) -> list[Strip]:
    """Return the head and the rows; the head comes again on every page."""
    node = frame.root.add("Table")
    edges = _edges([column.share for column in block.columns], frame)
    head = _table_head(block, node, edges, frame)
    rows = [_table_row(block.columns, row, node.add("TR"), edges, frame, head) for row in block.rows]
    return [head, *_in_company(rows)]


def _in_company(rows: list[list[Strip]]) -> list[Strip]:
    """Return the rows so that no page ends after the first or begins with the last alone."""
    for row in (*rows[:1], *rows[-2:-1]):
        row[-1] = replace(row[-1], keep_with_next=True)
    return [strip for row in rows for strip in row]


def _edges(shares: Sequence[float], frame: Frame, inset: float = style.GAP / 2) -> list[tuple[float, float]]:
    """Return left edge and width of the text in each column, ``inset`` from the edge of the column."""
    unit = frame.width / sum(shares)
    left, found = frame.left, []
    for share in shares:
        found.append((left + inset, share * unit - style.GAP))
        left += share * unit
    return found


def _table_head(block: Table, node: Node, edges: list[tuple[float, float]], frame: Frame) -> Strip:
    row = node.add("TR")
    cells = [
        (x, _aligned(column, _head_lines(column, row, frame, width), width))
        for column, (x, width) in zip(block.columns, edges, strict=True)
    ]
    height, drawings = boxes.rows(cells, replace(frame, tallest=math.inf))[0]
    ground = Fill(frame.left, 0.0, frame.width, height, style.TINT)
    rule = Fill(frame.left, height - 1.0, frame.width, 1.0, style.ACCENT)
    return Strip(height, (ground, rule, *drawings), before=3.0, keep_with_next=True)


def _head_lines(column: Column, row: Node, frame: Frame, width: float) -> list[Line]:
    home = row.add("TH", scope="Column")
    return boxes.compact(column.head, style.HEAD_CELL, home, frame.language, width)


def _aligned(column: Column, lines: list[Line], width: float) -> list[Line]:
    return boxes.flush_right(lines, width) if column.kind == "money" else lines


def _table_row(
    columns: Sequence[Column],
    row: Sequence[Cell],
    node: Node,
    edges: list[tuple[float, float]],
    frame: Frame,
    head: Strip,
) -> list[Strip]:
    cells, ticks, blanks = [], [], []
    for column, cell, (x, width) in zip(columns, row, edges, strict=True):
        home = node.add("TD")
        if column.kind == "box":
            ticks += [_ticked(str(words), x, home, frame) for words in cell]
        elif column.kind == "blank":
            blanks.append(x - style.GAP / 2)
        else:
            cells.append((x, _aligned(column, _cell(cell, home, frame, width), width)))
    parts = boxes.rows(cells, frame)
    least = style.TICK_BOX + 2 * frame.density.padding if ticks else 0.0
    to_write = _LEAST_TO_WRITE if frame.density.run_on else _TO_WRITE
    least = max(least, to_write) if blanks else least
    parts[0] = (max(parts[0][0], least), [*ticks, *parts[0][1]])
    edged = [(tall, [*drawings, *_edged(blanks, tall)]) for tall, drawings in parts]
    return _ruled(edged, frame, repeat=(head,))


def _ticked(box: str, x: float, cell: Node, frame: Frame) -> Tick:
    label = cell.add("Span", alternate=_BOX_WORDS[box])
    return Tick(x - style.GAP / 2 + 1.0, frame.density.padding, box, label)


def _edged(places: Sequence[float], height: float) -> list[Drawing]:
    """Return the left edges of what is to be written in."""
    return [Fill(x, 0.0, _RULE, height, style.HAIRLINE) for x in places]


def _cell(cell: Cell, node: Node, frame: Frame, width: float) -> list[Line]:
    lines: list[Line] = []
    for words in cell:
        home = node.add("P") if len(cell) > 1 else node
        said = words if isinstance(words, Said) else Said(words, "body")
        is_short = isinstance(words, Said | Inline)
        setter = boxes.compact if is_short else boxes.stacked
        lines += setter(said.words, frame.set_in(style.ROLES[said.role]), home, frame.language, width)
    return boxes.least(lines, _run_on(cell, node, frame, width)) if frame.density.run_on else lines


def _run_on(cell: Cell, node: Node, frame: Frame, width: float) -> list[Line]:
    """Return the lines of a cell one after the other, as closely as they can be told apart."""
    groups = []
    for words in cell:
        said = words if isinstance(words, Said) else Said(words, "body")
        home = node.add("P") if len(cell) > 1 else node
        look = frame.set_in(style.ROLES[said.role])
        groups.append(boxes.inline(said.words, look, home, frame.language))
    pieces = _spaced(groups, style.SMALL)
    return flow(pieces, width) if pieces else []


def _ruled(
    parts: list[tuple[float, list[Drawing]]], frame: Frame, repeat: tuple[Strip, ...] = ()
) -> list[Strip]:
    strips = []
    for number, (height, drawings) in enumerate(parts, start=1):
        rule = Fill(frame.left, height - _RULE, frame.width, _RULE, style.HAIRLINE)
        shown = [*drawings, rule] if number == len(parts) else drawings
        strips.append(Strip(height, tuple(shown), repeat=repeat))
    return strips


def key_values(block: KeyValues, frame: Frame) -> list[Strip]:
    """Return labels beside their values, or above them where there are several columns and room."""
    node = frame.root.add("Table")
    if block.columns > 1 and frame.density.run_on:
        lines = _one_after_the_other(block, node.add("TR"), frame)
        return _ruled(boxes.rows([(frame.left, lines)], frame), frame)
    rows: list[list[Strip]] = []
    for first in range(0, len(block.pairs), block.columns):
        pairs, row = block.pairs[first : first + block.columns], node.add("TR")
        look = style.EXACT if block.exact else style.BODY
        several = block.columns > 1
        cells = _above(pairs, row, frame, block.columns) if several else _beside(pairs[0], row, frame, look)
        rows.append(_ruled(boxes.rows(cells, frame), frame))
    return _in_company(rows)


def _beside(pair: Pair, row: Node, frame: Frame, look: Style) -> list[tuple[float, list[Line]]]:
    (label_x, label_width), (x, width) = _edges((_LABEL_SHARE, 1 - _LABEL_SHARE), frame, 0.0)
    label = boxes.compact(pair.label, style.LABEL, row.add("TH", scope="Row"), frame.language, label_width)
    shown = style.MISSING if pair.is_missing else look
    setter = boxes.stacked if look is style.BODY and not pair.is_missing else boxes.compact
    value = setter(pair.value, shown, row.add("TD"), frame.language, width)
    return [(label_x, label), (x, value)]


def _above(pairs: Sequence[Pair], row: Node, frame: Frame, columns: int) -> list[tuple[float, list[Line]]]:
    cells = []
    edges = _edges(_SHARES.get(columns, (1.0,) * columns), frame, 0.0)
    for pair, (x, width) in zip(pairs, edges, strict=False):
        label = boxes.compact(
            pair.label, frame.set_in(style.LABEL), row.add("TH", scope="Row"), frame.language, width
        )
        look = frame.set_in(style.STRONG)
        value = boxes.compact(pair.value, look, row.add("TD"), frame.language, width)
        cells.append((x, label + value))
    return cells


def _one_after_the_other(block: KeyValues, row: Node, frame: Frame) -> list[Line]:
    """Return all labels and values as running text."""
    label, value = frame.set_in(style.LABEL), frame.set_in(style.STRONG)
    groups = [
        [
            *boxes.inline(pair.label, label, (head := row.add("TH", scope="Row")), frame.language, " "),
            Piece("  ", label, head),
            *boxes.inline(pair.value, value, row.add("TD"), frame.language, " "),
        ]
        for pair in block.pairs
    ]
    return flow(_spaced(groups, style.BODY), frame.width)


def checklist(block: Checklist, frame: Frame) -> list[Strip]:
    """Return each item as box, text and a narrow column at the right."""
    node = frame.root.add("L")
    return [strip for item in block.items for strip in _item(item, node.add("LI"), frame)]


def _item(item: Item, node: Node, frame: Frame) -> list[Strip]:
    ticks = [_item_box(item, node, frame)] if item.box in _BOX_WORDS else []
    left = frame.left + (_BOX_ROOM if ticks else 0.0)
    body = node.add("LBody")
    codes = boxes.side_by_side(item.title, frame.language)
    cells = _item_columns(item, body, frame, left, codes) if codes else _item_alone(item, body, frame, left)
    (height, drawings), *others = boxes.rows(cells, frame)
    least = style.TICK_BOX + 2 * frame.density.padding if ticks else 0.0
    return _ruled([(max(height, least), [*ticks, *drawings]), *others], frame)


def _item_box(item: Item, node: Node, frame: Frame) -> Tick:
    label = node.add("Lbl", alternate=_BOX_WORDS[item.box])
    return Tick(frame.left + 1.0, frame.density.padding, item.box, label)


def _item_alone(item: Item, body: Node, frame: Frame, left: float) -> list[tuple[float, list[Line]]]:
    """Return text and asides side by side, in one language."""
    aside_width = _CHINESE_ASIDE_WIDTH if frame.language == "zh-CN" else _ASIDE_WIDTH
    aside_left = frame.right - aside_width
    width = aside_left - left - 2 * style.GAP if item.asides or item.box in _BOX_WORDS else frame.right - left
    lines = flow(_item_pieces(item, body.add("P"), frame, frame.language, item.number), width)
    for note in item.notes:
        lines += boxes.compact(note, style.SMALL, body.add("P"), frame.language, width)
    asides: list[Line] = []
    for aside in item.asides:
        asides += boxes.compact(aside, style.SMALL, body.add("P"), frame.language, aside_width)
    return [(left, lines), (aside_left, asides)]


def _item_columns(
    item: Item, body: Node, frame: Frame, left: float, codes: tuple[Language, ...]
) -> list[tuple[float, list[Line]]]:
    """Return one column for each language, each with everything in its own: text, then notes and asides."""
    cells = []
    for code, (x, width) in zip(codes, boxes.halves(frame, left), strict=True):
        home = body.add("Div", language=code)
        number = item.number if code == codes[0] else ""
        text = _item_pieces(item, home.add("P"), frame, code, number)
        small = frame.set_in(style.SMALL)
        after = [
            boxes.inline(words, small, home.add("P"), code, gap=" ")
            for words in (*item.notes, *item.asides)
            if words
        ]
        lines = [line for group in (text, _spaced(after, small)) if group for line in flow(group, width)]
        if frame.density.run_on:
            lines = boxes.least(lines, flow(_spaced([text, *after], small), width))
        cells.append((x, lines))
    return cells


def _spaced(groups: Sequence[list[Piece]], look: Style) -> list[Piece]:
    """Return the groups one after the other, with white between."""
    filled = [group for group in groups if group]
    spaced = [[*group, Piece("   ", look, group[-1].node)] for group in filled[:-1]]
    return [piece for group in [*spaced, *filled[-1:]] for piece in group]


def _item_pieces(item: Item, home: Node, frame: Frame, code: Language, number: str) -> list[Piece]:
    """Return number, title, verdict and text in one language."""
    looks = (
        (number, style.LABEL),
        (item.title, style.ITEM if item.verdict else style.ITEM_TITLE),
        (item.verdict, style.ITEM_TITLE),
        (item.text, style.ITEM),
    )
    said = [(text, look) for words, look in looks for text, _code in readings(words, code)]
    gaps = ["", *("  " for _each in said[1:])]
    return [
        Piece(gap + text, frame.set_in(look), home, code)
        for gap, (text, look) in zip(gaps, said, strict=True)
    ]
