"""Texts for the query box that nobody should type: mutations of good ones, the same in every run."""

import random
from collections.abc import Iterator

SEEDS = (
    "stage:collecting expires:<90d -state:accepted owner:me",
    'post:"new delhi" filing:2026-12..2027-01 category:K,R opened:>2026-10 due:<7d updated:today',
    "王伟 阶段:办理中 -nationality:IN,NP birth:1998-04..2001 has:cases",
    'client:"O\'Brien; Smith" progress:>=50% item:K-DOC-01=received due:none',
    "“शर्मा” name:ＡＢＣ created:<3w archived:any language:zh consent:sensitive",
)
PIECES: tuple[str, ...] = (
    *":,;..\"'-–<>=%()*?\\/\0\n\t\u202e\u200b\ufeff\ud7ff",
    "9999y",
    "::",
    '"',
    "“",
    "99999999999999999999",
    "' OR 1=1 --",
    "NEAR/2",
    "stage:",
    "-",
    "none",
    "..",
    "0001-01-01",
    "9999-12-31",
    "𝟙𝟚",
    "ﷺ" * 3,
    "é" * 300,
)


def hostile(count: int, seed: int = 20261125) -> Iterator[str]:
    """Yield ``count`` texts."""
    chance = random.Random(seed)
    for _turn in range(count):
        text = chance.choice(SEEDS)
        for _change in range(chance.randint(1, 6)):
            text = _changed(text, chance)
        yield text


def _changed(text: str, chance: random.Random) -> str:
    at, to = sorted((chance.randint(0, len(text)), chance.randint(0, len(text))))
    kind = chance.randrange(4)
    if kind == 0:
        return text[:at] + chance.choice(PIECES) + text[at:]
    if kind == 1:
        return text[:at] + text[to:]
    if kind == 2:
        return text[to:] + text[at:to] + text[:at]
    code = chance.choice((chance.randrange(1, 0xD800), chance.randrange(0xE000, 0x110000)))
    return f"{text[:at]}{chr(code)}{text[at:]}"
