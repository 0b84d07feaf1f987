"""A population that is plainly made up, the same for the same seed: names in eight scripts, papers, dates."""

from collections.abc import Iterator
from datetime import date
from random import Random

from app.domain.choices import NameKind, NationalityKind, PassportKind, PassportState, Sex
from app.domain.dates import PartialDate
from app.domain.people import Name, Nationality, Passport, Person

# Latin syllables that passports' names are put together from, with and without diacritics.
SYLLABLES = """
    ka mi ro lün te šo vi ná łu dé bo ri sa çe no žy pa ghe mu đu xi øn la tå wen ji ã ho kri ße ya na el ğa
"""
LATIN = tuple(SYLLABLES.split())

# Per country: the families and given names in its own script, taken letter by letter or word by word.
NATIVE = {
    "IN": ("नमूना कल्पित उदाहरण काल्पनिक मिसाल", "अनन्या रोहन मीरा अर्जुन कविता विवान"),
    "LK": ("மாதிரி கற்பனை உதாரணம்", "அருண் மலர் கவின் இனியா நிலா"),
    "TH": ("ตัวอย่าง สมมติ จำลอง", "ใจดี มานี ปิติ ชูใจ วีระ"),
    "RU": ("Примеров Образцова Вымышленный", "Алёна Пётр Ирина Семён Юлия"),
    "EG": ("المثال النموذج الخيال", "أمل إياد نور آدم هدى"),
    "KR": ("가 나 다 라 마", "민준 서연 하은 도윤 지우"),
    "CN": ("样 例 虚 拟 范", "一明 小文 雨欣 子涵 思远"),
    "FR": ("", ""),  # and some have a passport's name only
}
COUNTRIES = tuple(NATIVE)


def persons(count: int, seed: int = 2026) -> Iterator[Person]:
    """Yield ``count`` fictional persons with names, a nationality and a passport."""
    random = Random(seed)
    for number in range(count):
        yield _person(random, number)


def _person(random: Random, number: int) -> Person:
    country = random.choice(COUNTRIES)
    family, given = (_latin(random, random.randint(2, 3)) for _part in range(2))
    names = [Name(kind=NameKind.PASSPORT, family=family.upper(), given=given)]
    if NATIVE[country][0]:
        families, givens = (text.split() for text in NATIVE[country])
        kind = NameKind.CHINESE if country == "CN" else NameKind.NATIVE
        names.append(Name(kind=kind, family=random.choice(families), given=random.choice(givens)))
    return Person(
        sex=random.choice(list(Sex)),
        birth_date=PartialDate(random.randint(1950, 2008), random.randint(1, 12), random.randint(1, 28)),
        birth_country=country,
        residence_country=country,
        names=tuple(names),
        nationalities=(Nationality(kind=NationalityKind.CURRENT, country=country),),
        passports=(_passport(random, country, number),),
    )


def _latin(random: Random, syllables: int) -> str:
    return "".join(random.choice(LATIN) for _syllable in range(syllables)).capitalize()


def _passport(random: Random, country: str, number: int) -> Passport:
    issued = date(random.randint(2017, 2026), random.randint(1, 12), random.randint(1, 28))
    return Passport(
        kind=PassportKind.ORDINARY,
        number=f"Z{number:07d}",
        country=country,
        issued_on=issued,
        expires_on=issued.replace(year=issued.year + 10),
        state=PassportState.CURRENT,
    )
