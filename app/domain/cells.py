"""Text in the cells of a spreadsheet: never a formula on the way out, and the same text on the way back.

The characters that begin a formula are those that OWASP names under "CSV Injection", and their full-width
forms, which Chinese and Japanese spreadsheets read alike.
"""

import re

GUARD = "'"
_BEGINS_FORMULA = re.compile("(?s)'*[=+\\-@\t\r\n\0＝＋－＠]")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x(?![Dd][89A-Fa-f])([0-9A-Fa-f]{4})_")  # halves of a pair stand for nothing
# What XML 1.0 can't hold, and the carriage return, which its readers change.
_NOT_IN_XML = re.compile("[\0-\x08\x0b-\x1f\ufffe\uffff]")
_HALVES = re.compile("[\ud800-\udfff]")


def guarded(text: str) -> str:
    """Return a text as a CSV file holds it: an apostrophe before what a spreadsheet would calculate.

    A text that begins with such an apostrophe itself gets one more, so that ``unguarded`` is exact.
    """
    return GUARD + text if _BEGINS_FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """Return the text that ``guarded`` made a cell of; any other cell as it is."""
    return cell[1:] if cell.startswith(GUARD) and _BEGINS_FORMULA.match(cell) else cell


def written(text: str) -> str:
    """Return a text as a typed text cell of an XLSX file holds it, before XML's own escaping.

    ECMA-376 part 1, 22.9.2.19: what XML can't hold stands there as ``_x000D_``, and a text that looks
    like that has its underscore escaped.
    """
    text = _LOOKS_ESCAPED.sub("_x005F_", _HALVES.sub("\ufffd", text))
    return _NOT_IN_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def read(held: str) -> str:
    """Return the text that ``written`` made."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), held)
