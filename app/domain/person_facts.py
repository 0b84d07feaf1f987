"""The facts that a person's record tells, and how each is read from it.

A fact is left out wherever the record is silent: an empty list is not a "no".
"""

from collections.abc import Mapping
from datetime import date

from app.domain.choices import (
    DegreeLevel,
    NameKind,
    NationalityKind,
    PassportState,
    Question,
    TravelKind,
    YesNo,
)
from app.domain.dates import PartialDate
from app.domain.fact_types import Fact, Kind, Origin
from app.domain.people import Education, Passport, Person
from app.domain.periods import months_between

# The visa form counts a birth in Hong Kong, Macao and Taiwan as a birth in China.
CHINA = frozenset({"CN", "HK", "MO", "TW"})

_DEGREES = (DegreeLevel.BACHELOR, DegreeLevel.MASTER, DegreeLevel.DOCTORATE)
DEGREE_LEVELS = frozenset(level.value for level in _DEGREES)
_DERIVED, _EITHER = Origin.DERIVED, Origin.EITHER
_LEVELS = {
    "secondary": ("secondary school", "中学"),
    "diploma": ("diploma below a bachelor's degree", "专科文凭"),
    "bachelor": ("bachelor's degree", "学士"),
    "master": ("master's degree", "硕士"),
    "doctorate": ("doctorate", "博士"),
}
_MODES = {
    "on_site": ("on site", "全日制现场就读"),
    "distance": ("distance learning", "远程教育"),
    "joint": ("joint degree", "联合学位"),
}

FACTS = (
    Fact.of("birth_date", Kind.DATE, ("Date of birth", "出生日期"),
            ("What is the full date of birth?", "完整的出生日期是哪天？"), origin=_DERIVED),
    Fact.of("age_on_filing", Kind.NUMBER, ("Age on filing day", "递交当日年龄"),
            ("What is the date of birth?", "出生日期是哪天？"), origin=_DERIVED),
    Fact.of("nationality", Kind.COUNTRIES, ("Nationality", "国籍"),
            ("Which nationalities are held now?", "现持有哪些国籍？"), origin=_DERIVED),
    Fact.of("chinese_national", Kind.YES_NO, ("Chinese national", "现为中国国籍"),
            ("Is the client a Chinese national now?", "客户现在是否具有中国国籍？"), origin=_DERIVED),
    Fact.of("former_nationalities", Kind.COUNTRIES, ("Former nationalities", "曾有国籍"),
            ("Which nationalities were held before?", "曾有哪些国籍？"), origin=_EITHER),
    Fact.of("former_chinese_national", Kind.YES_NO, ("Former Chinese national", "曾有中国国籍"),
            ("Was the client ever a Chinese national?", "客户是否曾有中国国籍？"), origin=_EITHER),
    Fact.of("born_in_cn", Kind.YES_NO, ("Born in China", "出生地在中国"),
            ("In which country was the client born?", "客户在哪个国家出生？"), origin=_DERIVED),
    Fact.of("parent_cn_citizen_at_birth", Kind.YES_NO,
            ("A parent was a Chinese citizen at birth", "出生时父母一方为中国公民"),
            ("Was a parent a Chinese citizen when the client was born?",
             "客户出生时父母一方是否为中国公民？"),
            origin=_DERIVED),
    Fact.of("name_changed", Kind.YES_NO, ("Name changed", "曾更改姓名"),
            ("Did the client ever have another name?", "客户是否曾用其他姓名？"), origin=_EITHER),
    Fact.of("passport.expires_on", Kind.DATE, ("Passport expires on", "护照有效期至"),
            ("When does the passport expire?", "护照何时到期？"), origin=_DERIVED),
    Fact.of("passport.months_left", Kind.NUMBER,
            ("Whole months of passport left after filing and entry", "递交与入境后护照剩余整月数"),
            ("When does the passport expire?", "护照何时到期？"), origin=_DERIVED),
    Fact.of("blank_pages", Kind.NUMBER, ("Blank visa pages", "空白签证页数"),
            ("How many blank visa pages are left?", "护照还剩几页空白签证页？"), origin=_DERIVED),
    Fact.of("residence_country", Kind.COUNTRY, ("Country of residence", "居住国"),
            ("In which country does the client live?", "客户现居哪个国家？"), origin=_DERIVED),
    Fact.of("legal_stay_expiry", Kind.DATE, ("Legal stay until", "合法居留至"),
            ("Until when may the client lawfully stay there?", "客户在当地的合法居留到哪天？"),
            origin=_DERIVED),
    Fact.of("degree.level", Kind.CHOICE, ("Highest degree awarded", "已获最高学位"),
            ("Which degree was awarded?", "已获得哪一级学位？"), origin=_DERIVED, choices=_LEVELS),
    Fact.of("degree.awarded", Kind.YES_NO,
            ("A bachelor's degree or higher was awarded", "已获学士及以上学位"),
            ("Was a bachelor's degree or higher awarded?", "是否已获得学士及以上学位？"), origin=_DERIVED),
    Fact.of("degree.in_progress", Kind.YES_NO,
            ("A bachelor's degree or higher is being studied for", "正在攻读学士及以上学位"),
            ("Is a bachelor's degree or higher being studied for and not yet awarded?",
             "是否正在攻读学士及以上学位、尚未授予？"), origin=_EITHER),
    Fact.of("degree.institution", Kind.TEXT, ("Institution of the highest degree", "最高学位授予院校"),
            ("Which institution awarded the highest degree?", "最高学位由哪所院校授予？"), origin=_DERIVED),
    Fact.of("degree.countries", Kind.COUNTRIES, ("Countries of the degrees", "学位所属国家"),
            ("In which countries were the degrees awarded?", "学位在哪些国家获得？"), origin=_DERIVED),
    Fact.of("degree.mode", Kind.CHOICE, ("Mode of study of the highest degree", "最高学位就读方式"),
            ("How was the highest degree studied?", "最高学位以何种方式就读？"),
            origin=_DERIVED, choices=_MODES),
    Fact.of("prev_cn_visa", Kind.YES_NO, ("Had a Chinese visa before", "曾获中国签证"),
            ("Did the client ever have a Chinese visa?", "客户是否曾获得中国签证？"), origin=_EITHER),
    Fact.of("fingerprints_last", Kind.DATE, ("Fingerprints last given on", "最近一次采集指纹日期"),
            ("When were fingerprints last given for a Chinese visa?", "最近一次为中国签证采集指纹是哪天？"),
            origin=_EITHER),
    Fact.of("has_dependants", Kind.YES_NO, ("Family comes along", "家属随行"),
            ("Does family come along?", "是否有家属随行？"), origin=_EITHER),
    Fact.of("refusals", Kind.YES_NO, ("Refused before", "曾被拒签或拒绝入境"),
            ("Was a Chinese visa or entry ever refused?", "是否曾被拒签或被拒绝入境中国？"),
            origin=_DERIVED, sensitive=True),
    Fact.of("overstays", Kind.YES_NO, ("Overstayed before", "曾逾期停留或非法就业"),
            ("Did the client ever overstay or work without permission in China?",
             "客户是否曾在华逾期停留或非法就业？"), origin=_DERIVED, sensitive=True),
    Fact.of("criminal_record", Kind.YES_NO, ("Criminal record", "犯罪记录"),
            ("Is there a criminal record in any country?", "在任何国家是否有犯罪记录？"),
            origin=_DERIVED, sensitive=True),
    Fact.of("health_flags", Kind.YES_NO, ("Illness that the form asks about", "表格所问疾病"),
            ("Is there an illness that the form asks about?", "是否有表格所问的疾病？"),
            origin=_DERIVED, sensitive=True),
)  # fmt: skip

_ANSWERS = {
    "refusals": Question.REFUSED,
    "overstays": Question.OVERSTAYED,
    "criminal_record": Question.CRIMINAL,
    "health_flags": Question.HEALTH,
}


def derive(person: Person, filing: date, journey: date) -> Mapping[str, object]:
    """Return the facts that the record tells.

    ``filing`` is the day that age counts on, ``journey`` the later of filing and entry, for the passport.
    Section-8 facts come only while ``person.declarations`` are open.
    """
    found: dict[str, object | None] = {
        "birth_date": person.birth_date.full if person.birth_date else None,
        "age_on_filing": age(person.birth_date, filing),
        "born_in_cn": person.birth_country in CHINA if person.birth_country else None,
        "parent_cn_citizen_at_birth": _yes_no(person.parent_chinese_at_birth),
        "residence_country": person.residence_country or None,
        "legal_stay_expiry": person.legal_stay_until,
        "name_changed": any(name.kind is NameKind.FORMER for name in person.names) or None,
        "has_dependants": _has_dependants(person),
        **_nationalities(person),
        **_passport(person, journey),
        **_degrees(person),
        **_travel(person),
        **{name: _answer(person, question) for name, question in _ANSWERS.items()},
    }
    return {name: value for name, value in found.items() if value is not None}


def counted(birth: object, expires: object, filing: date, journey: date) -> dict[str, object | None]:
    """Return age and whole months of passport left, from full dates that somebody told without a record."""
    found: dict[str, object | None] = {}
    if isinstance(birth, date):
        found["age_on_filing"] = age(PartialDate(birth.year, birth.month, birth.day), filing)
    if isinstance(expires, date):
        found["passport.months_left"] = max(0, months_between(journey, expires))
    return found


def age(birth: PartialDate | None, on: date) -> int | None:
    """Return the age in full years; None where a partial date leaves it open."""
    if birth is None:
        return None
    oldest, youngest = _years(birth.earliest, on), _years(birth.latest, on)
    return oldest if oldest == youngest and oldest >= 0 else None


def is_degree(education: Education) -> bool:
    """Whether this line may be a degree of bachelor level or higher that was awarded."""
    if education.awarded is YesNo.NO:
        return False
    return education.level in _DEGREES or (education.level is None and bool(education.degree.strip()))


def current_passport(person: Person) -> Passport | None:
    """Return the passport in use: the current one, of several the one that lasts longest."""
    held = [p for p in person.passports if p.state is PassportState.CURRENT]
    held = held or [p for p in person.passports if p.state is None]
    return max(held, key=lambda p: p.expires_on or date.min, default=None)


def _years(birth: date, on: date) -> int:
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))


def _yes_no(answer: YesNo | None) -> bool | None:
    return None if answer is None else answer is YesNo.YES


def _answer(person: Person, question: Question) -> bool | None:
    answers = [d.answer for d in person.declarations if d.question is question and d.answer]
    return YesNo.YES in answers if answers else None


def _has_dependants(person: Person) -> bool | None:
    answers = [relative.dependant for relative in person.relatives]
    if YesNo.YES in answers:
        return True
    return False if answers and None not in answers else None


def _nationalities(person: Person) -> dict[str, object | None]:
    held = _countries(person, NationalityKind.CURRENT)
    former = _countries(person, NationalityKind.FORMER)
    return {
        "nationality": held or None,
        "chinese_national": bool(held & CHINA) if held else None,
        "former_nationalities": former or None,
        "former_chinese_national": True if former & CHINA else None,
    }


def _countries(person: Person, kind: NationalityKind) -> frozenset[str]:
    return frozenset(each.country for each in person.nationalities if each.kind is kind and each.country)


def _passport(person: Person, journey: date) -> dict[str, object | None]:
    passport = current_passport(person)
    if passport is None:
        return {}
    expires = passport.expires_on
    left = None if expires is None else max(0, months_between(journey, expires))
    return {
        "passport.expires_on": expires,
        "passport.months_left": left,
        "blank_pages": passport.blank_pages,
    }


def _degrees(person: Person) -> dict[str, object | None]:
    order = list(DegreeLevel)
    awarded = [e for e in person.education if e.awarded is YesNo.YES and e.level]
    highest = max(awarded, key=lambda e: order.index(e.level or order[0]), default=None)
    degrees = [e for e in person.education if e.level in _DEGREES]
    answered = [e.awarded for e in person.education if e.level in _DEGREES or e.level is None]
    has_degree = bool(highest and highest.level in _DEGREES)
    none_yet = bool(answered) and all(answer is YesNo.NO for answer in answered)
    countries = frozenset(e.country for e in person.education if is_degree(e) and e.country)
    return {
        "degree.level": highest.level.value if highest and highest.level else None,
        "degree.awarded": True if has_degree else False if none_yet else None,
        "degree.in_progress": True if YesNo.NO in (e.awarded for e in degrees) else None,
        "degree.institution": highest.institution.strip() or None if highest else None,
        "degree.countries": countries or None,
        "degree.mode": highest.mode.value if highest and highest.mode else None,
    }


def _travel(person: Person) -> dict[str, object | None]:
    given = [t.end or t.start for t in person.travel if t.kind is TravelKind.FINGERPRINTS]
    days = [day.full for day in given if day and day.full]
    return {
        "prev_cn_visa": any(t.kind is TravelKind.CHINA_VISA for t in person.travel) or None,
        "fingerprints_last": max(days, default=None),
    }
