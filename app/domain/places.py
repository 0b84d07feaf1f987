"""Names of countries, languages and scripts, from CLDR through Babel; inside, countries are ISO alpha-2.

Machine-readable zones write ISO alpha-3, and a few codes of ICAO's own.
"""

import difflib
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from babel import Locale
from babel.core import get_global

from app.domain.folding import fold
from app.errors import UserError
from app.i18n import N_, Bilingual, _, both, language

# Codes of zones that ISO does not assign: alpha-2 or "", and what they mean where that is more than the
# country. After ICAO Doc 9303 part 3, section 5, as published implementations quote it (2026-11-23).
_ICAO_ONLY = {
    "D": ("DE", ""),
    "GBD": ("GB", N_("British Overseas Territories citizen")),
    "GBN": ("GB", N_("British National (Overseas)")),
    "GBO": ("GB", N_("British Overseas citizen")),
    "GBP": ("GB", N_("British protected person")),
    "GBS": ("GB", N_("British subject")),
    "RKS": ("XK", ""),
    "EUE": ("", N_("European Union laissez-passer")),
    "UNO": ("", N_("United Nations official")),
    "UNA": ("", N_("Official of a United Nations agency")),
    "UNK": ("XK", N_("United Nations mission in Kosovo")),
    "XOM": ("", N_("Sovereign Military Order of Malta")),
    "XPO": ("", N_("Interpol")),
    "XXA": ("", N_("Stateless person")),
    "XXB": ("", N_("Refugee (1951 Convention)")),
    "XXC": ("", N_("Refugee (other)")),
    "XXX": ("", N_("Nationality not specified")),
    "UTO": ("", N_("Utopia (specimen)")),
}
_LONGEST = 100  # characters of a name looked at
_PRIVATE = 900  # numeric codes from here on are CLDR's own ("Unknown Region"), but Kosovo's
_RENAMED_SCRIPTS = {"Bengali": "Bangla", "Oriya": "Odia", "Nko": "N’Ko"}  # Unicode's name, CLDR's name


class Named(NamedTuple):
    """One country or language: its code and its name."""

    code: str
    name: Bilingual


@cache
def _names(kind: str, locale: str) -> dict[str, str]:
    names: Mapping[str, str] = getattr(Locale(locale), kind)
    return dict(names)


def _name(kind: str, code: str) -> Bilingual:
    english = _names(kind, "en").get(code, code)
    return Bilingual(english, _names(kind, "zh").get(code, english))


@cache
def _alpha3() -> dict[str, str]:
    """Return alpha-2 by alpha-3, of the countries that are and of those that have one successor."""
    aliases = get_global("territory_aliases")
    return {
        code: successors[0]
        for code, successors in aliases.items()
        if len(code) == 3 and code.isalpha() and len(successors) == 1
    }


@cache
def _codes() -> frozenset[str]:
    """Return the alpha-2 codes of ISO 3166-1, and Kosovo's."""
    aliases = get_global("territory_aliases")
    numbered = {
        successors[0] for code, successors in aliases.items() if code.isdigit() and int(code) < _PRIVATE
    }
    return frozenset(
        code for code in numbered | {"XK"} if len(code) == 2 and code in _names("territories", "en")
    )


def is_country(code: str) -> bool:
    """Say whether ``code`` is the alpha-2 code of a country or territory of today."""
    return code in _codes()


def country_name(code: str) -> Bilingual:
    """Return the name of an alpha-2 country; an unknown code stands for itself."""
    return _name("territories", code)


@cache
def countries(order: str) -> tuple[Named, ...]:
    """Return all countries and territories in the order of their names in the language ``order``."""
    return _sorted([Named(code, country_name(code)) for code in _codes()], order)


def _sorted(named: list[Named], order: str) -> tuple[Named, ...]:
    """Sort by name; GB 18030 holds the common Chinese characters in the order of their sound."""
    if order.startswith("zh"):
        return tuple(sorted(named, key=lambda one: one.name.zh.encode("gb18030")))
    return tuple(sorted(named, key=lambda one: fold(one.name.en)))


def alpha3(code: str) -> str:
    """Return the ISO alpha-3 code of an alpha-2 country, "" where it has none."""
    found = [three for three, two in _alpha3().items() if two == code]
    # Of several, the present code holds both letters of the alpha-2 in order: MMR and not BUR.
    return max(found, key=lambda three: (three[0] == code[0] and code[1] in three[1:], three), default="")


def zone_code(code: str) -> str:
    """Return the code of an alpha-2 country in a machine-readable zone, without fillers: "D" for DE."""
    special = {"DE": "D", "XK": "RKS"}
    return special.get(code) or alpha3(code)


def country_of_zone(code: str) -> str:
    """Return the alpha-2 country of a zone's code, "" where it stands for none (XXA, UNO, UTO)."""
    code = code.rstrip("<")
    if code in _ICAO_ONLY:
        return _ICAO_ONLY[code][0]
    found = _alpha3().get(code, "")
    return found if found in _codes() else ""


def is_zone_code(code: str) -> bool:
    """Say whether a zone may hold ``code`` as its issuing state or nationality."""
    return code.rstrip("<") in _ICAO_ONLY or bool(country_of_zone(code))


def zone_code_name(code: str) -> Bilingual:
    """Return what a zone's code stands for: a country, or a status such as "Stateless person"."""
    code = code.rstrip("<")
    meaning = _ICAO_ONLY.get(code, ("", ""))[1]
    return both(meaning) if meaning else country_name(country_of_zone(code) or code)


def find_country(text: str) -> str:
    """Return the alpha-2 code of a country by its name (English or Chinese), alpha-2 or alpha-3.

    Raises ``UserError`` with the names that are near.
    """
    plain = text.strip()[:_LONGEST]
    upper = plain.upper()
    if is_country(upper):
        return upper
    renamed = get_global("territory_aliases").get(upper, [])
    if len(renamed) == 1 and is_country(renamed[0]):  # alpha-3, numeric, UK for GB, BU for MM
        return str(renamed[0])
    if country_of_zone(upper):
        return country_of_zone(upper)
    found = _by_name("territories").get(_bare(plain), "")
    if not is_country(found):
        raise _unknown(
            _("There is no country called “{text}”.").format(text=plain[:60]), plain, "territories"
        )
    return found


@cache
def _by_name(kind: str) -> dict[str, str]:
    names = [(code, name) for locale in ("zh", "en") for code, name in _names(kind, locale).items()]
    wanted = _codes() if kind == "territories" else {code for code, _one in names}
    return {_bare(name): code for code, name in names if code in wanted}


def _bare(name: str) -> str:
    """Return a name as people shorten it: without "the", "and", "SAR China", 中国…特别行政区."""
    for extra in ("特别行政区", "SAR China", "&"):
        name = name.replace(extra, " ")
    words = [word for word in fold(name).split() if word not in ("the", "and")]
    bare = "".join(words)
    return bare.removeprefix("中国") or bare


def _unknown(message: str, text: str, kind: str) -> UserError:
    near = difflib.get_close_matches(_bare(text)[:60], _by_name(kind), n=3, cutoff=0.7)
    names = [_name(kind, _by_name(kind)[one]).text(language()) for one in near]
    hint = _("Did you mean {names}?").format(names=", ".join(names)) if names else ""
    return UserError(message, hint or _("Choose it from the list, or type its code."))


@cache
def languages(order: str) -> tuple[Named, ...]:
    """Return the languages named in English and Chinese, in the order of their names in ``order``."""
    codes = set(_names("languages", "en")) & set(_names("languages", "zh"))
    return _sorted([Named(code.replace("_", "-"), language_name(code)) for code in codes], order)


def language_name(tag: str) -> Bilingual:
    """Return the name of a language by its BCP 47 tag: "hi", "zh-Hans", "en-IN"."""
    code = tag.replace("-", "_")
    if code in _names("languages", "en") or "_" not in code:
        return _name("languages", code)
    base, territory = language_name(code.split("_")[0]), country_name(code.split("_")[-1])
    return Bilingual(f"{base.en} ({territory.en})", f"{base.zh}（{territory.zh}）")


def find_language(text: str) -> str:
    """Return the BCP 47 tag of a language by its name (English or Chinese) or code.

    Raises ``UserError`` with the names that are near.
    """
    plain = text.strip()[:_LONGEST]
    known = _names("languages", "en")
    code = plain.replace("_", "-").split("-")[0].lower()
    if code in known and (len(plain) <= 3 or "-" in plain.replace("_", "-")):
        return plain.replace("_", "-") if len(plain) > 3 else code
    if len(code) == 3 and get_global("language_aliases").get(code) in known:
        return str(get_global("language_aliases")[code])
    found = _by_name("languages").get(_bare(plain))
    if found is None:
        raise _unknown(_("There is no language called “{text}”.").format(text=plain[:60]), plain, "languages")
    return found.replace("_", "-")


def script_name(script: str) -> Bilingual:
    """Return the name of a script as ``scripts`` names it: "Devanagari" → 天城文."""
    codes = {name: code for code, name in _names("scripts", "en").items()}
    code = codes.get(_RENAMED_SCRIPTS.get(script, script))
    return _name("scripts", code) if code else Bilingual(script, script)
