"""Texts that nobody should print, always the same ones."""

import random
from collections.abc import Iterator
from itertools import cycle

COUNT, TOGETHER = 10_000, 100  # of all, and in one document

CONTROLS = "".join(map(chr, [*range(0x20), *range(0x7F, 0xA0)]))
TURNING = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
SURROGATES = "\ud800\udbff\udc00\udfff"
INVISIBLE = (
    "\u00ad\u034f\u115f\u180e\u200b\u200c\u200d\u2060\u2063\u3164\ufe00\ufe0f\ufeff\ufff9\U000e0001\U000e0100"
)
EMOJI = (
    "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466",
    "\U0001f3f4\U000e0067\U000e007f",
    "\U0001f1ee\U0001f1f3",
)
MARKS = "".join(map(chr, range(0x0300, 0x0370)))
LETTERS = "aZé中𬱟한रதగคຄខကمپדგԱአЖΩ١۳5 .,()[]«»“”-·"
MARKUP = (
    "<b>bold</b> & <i>",
    "<img src='file:///etc/passwd'/>",
    "<a href='https://example.com'>x</a>",
    "&lt;&#x41;&amp;",
    "]]><!--",
    "{0}{name!r}%s%n",
    "\\(\\)<</JS(app.alert(1))>>",
    "(unbalanced ) ) BT ET EMC endstream endobj",
    "javascript:alert(1)",
    "=cmd|' /C calc'!A0",
    "../../etc/passwd",
    "\\u202e\\x00",
    "'; DROP TABLE person; --",
)


def strings(count: int = COUNT) -> Iterator[str]:
    """Yield ``count`` texts; the first ones show every class there is."""
    chance = random.Random(4)
    makers = (
        _mixed,
        _word,
        _controls,
        _turned,
        _markup,
        _emoji,
        _zalgo,
        _surrogates,
        _invisible,
        _anything,
        _joined,
    )
    yield from [
        "",
        " ",
        "\n\n",
        "W" * 5000,
        "\u202e" * 500,
        "\u2067" * 300,
        "\u2069" * 300,
        "م" * 5000,
        "中" * 5000,
    ][:count]
    for _number, make in zip(range(count - 9), cycle(makers), strict=False):
        yield make(chance)


def _some(chance: random.Random, letters: str, most: int) -> str:
    return "".join(chance.choices(letters, k=chance.randint(1, most)))


def _mixed(chance: random.Random) -> str:
    return _some(chance, LETTERS, 60)


def _word(chance: random.Random) -> str:
    return chance.choice("aمד中कก") * chance.randint(50, 400)


def _controls(chance: random.Random) -> str:
    return _some(chance, CONTROLS + "ab م", 20)


def _turned(chance: random.Random) -> str:
    return _some(chance, TURNING + "ab12 (م)ד", 60)


def _markup(chance: random.Random) -> str:
    return " ".join(chance.sample(MARKUP, 2))


def _emoji(chance: random.Random) -> str:
    return "a".join(chance.choices(EMOJI, k=chance.randint(1, 5)))


def _zalgo(chance: random.Random) -> str:
    return "".join(letter + _some(chance, MARKS, 40) for letter in chance.sample("ZalgoمדकЖ中", 3))


def _surrogates(chance: random.Random) -> str:
    return _some(chance, SURROGATES + "ab\U0001f600", 12)


def _invisible(chance: random.Random) -> str:
    return _some(chance, INVISIBLE + "葛aम", 30)


def _anything(chance: random.Random) -> str:
    return "".join(chr(chance.randrange(0x110000)) for _ in range(chance.randint(1, 12)))


def _joined(chance: random.Random) -> str:
    return _mixed(chance) + _turned(chance) + _invisible(chance)
