"""Chinese names read aloud: for search, and to suggest the passport's spelling; never stored as a fact.

Its tables are slow to load, so start-up does not import this module: ``bootstrap`` hands ``readings`` to
those who index (see ``folding.Reader``).
"""

from collections.abc import Iterable
from functools import lru_cache
from itertools import islice, product

from pypinyin import Style, lazy_pinyin, pinyin

from app.domain.scripts import script_of

# Family names that sound unlike the same character elsewhere; all readings in use, the commonest first.
_FAMILY = {
    "万俟": ("mo qi",), "尉迟": ("yu chi",), "单于": ("chan yu",), "长孙": ("zhang sun",),
    "澹台": ("tan tai",), "令狐": ("ling hu",), "夏侯": ("xia hou",), "宰父": ("zai fu",),
    "单": ("shan",), "解": ("xie",), "仇": ("qiu",), "曾": ("zeng",), "区": ("ou",), "缪": ("miao",),
    "朴": ("piao", "pu"), "查": ("zha",), "盖": ("ge", "gai"), "覃": ("qin", "tan"), "翟": ("zhai", "di"),
    "乐": ("yue", "le"), "任": ("ren",), "员": ("yun",), "种": ("chong",), "秘": ("bi",), "繁": ("po",),
    "折": ("she",), "洗": ("xian",), "冼": ("xian",), "召": ("shao",), "仉": ("zhang",), "车": ("che",),
    "尉": ("wei", "yu"), "黑": ("he", "hei"), "葛": ("ge",), "华": ("hua",), "纪": ("ji",), "燕": ("yan",),
    "应": ("ying",), "宁": ("ning",), "俞": ("yu",), "过": ("guo",), "沈": ("shen",), "晁": ("chao",),
    "逄": ("pang",), "佴": ("nai",), "隗": ("wei", "kui"), "都": ("du",), "郇": ("xun", "huan"),
}  # fmt: skip
_MOST = 2  # readings of one character; the rarer ones find more strangers than friends
_MOST_TOGETHER = 8  # spellings of a whole name run together
_UMLAUTS = ("v", "yu", "u")  # lv, lyu, lu


def readings(family: str, given: str) -> Iterable[str]:
    """Return the spellings a Chinese name may be searched by: syllables apart, and run together.

    Without tones; ü as v, yu and u. A name with other characters in it has none.
    """
    if not all(map(_is_han, family + given)):
        return ()
    first, rest = _family(family), [_character(character) for character in given]
    apart = {reading for syllable in (*first, *rest) for reading in syllable}
    together = {joined for part in ([*first, *rest], rest) if len(part) > 1 for joined in _joined(part)}
    return sorted({way for reading in apart | together for way in _ways(reading)})


def suggestion(family: str, given: str) -> tuple[str, str]:
    """Return the spelling Chinese passports use: ("OUYANG", "XIAOMING"); ü is YU, as in LYU.

    A suggestion only: the passport is right. A part with other characters in it comes back empty.
    """
    first = "".join(readings[0] for readings in _family(family)) if all(map(_is_han, family)) else ""
    rest = "".join(lazy_pinyin(given, v_to_u=False)) if all(map(_is_han, given)) else ""
    return first.replace("v", "yu").upper(), rest.replace("v", "yu").upper()


def _is_han(character: str) -> bool:
    return script_of(character) == "Han"


def _family(family: str) -> list[tuple[str, ...]]:
    """Return the readings of each character of a family name: those the name has, not all there are."""
    known = _FAMILY.get(family)
    if known is None:
        return [_character(character)[:1] for character in family]
    return [tuple(dict.fromkeys(column)) for column in zip(*(one.split() for one in known), strict=True)]


@lru_cache(maxsize=8192)
def _character(character: str) -> tuple[str, ...]:
    """Return the readings of a character, the commonest first."""
    found = pinyin(character, style=Style.NORMAL, heteronym=True, v_to_u=False)[0]
    return tuple(dict.fromkeys((lazy_pinyin(character, v_to_u=False)[0], *found)))[:_MOST]


def _joined(syllables: list[tuple[str, ...]]) -> Iterable[str]:
    return ("".join(one) for one in islice(product(*syllables), _MOST_TOGETHER))


def _ways(reading: str) -> tuple[str, ...]:
    return tuple(reading.replace("v", umlaut) for umlaut in _UMLAUTS) if "v" in reading else (reading,)
