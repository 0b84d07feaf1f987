"""Names arranged for passports, letters and lists."""

import pytest

from app.domain.choices import NameOrder
from app.domain.names import capitals, first_letter, full, initials, passport_form, script, sort_key
from app.domain.people import Name

FAMILY_FIRST, GIVEN_FIRST = NameOrder.FAMILY_FIRST, NameOrder.GIVEN_FIRST


@pytest.mark.parametrize(
    ("family", "given", "order", "whole"),
    [
        ("Sharma", "Ananya", None, "Ananya Sharma"),
        ("Nguyễn", "Văn Đức", FAMILY_FIRST, "Nguyễn Văn Đức"),
        ("王", "伟", None, "王伟"),
        ("欧阳", "小明", FAMILY_FIRST, "欧阳小明"),
        ("夏尔马", "安娜", GIVEN_FIRST, "安娜·夏尔马"),
        ("김", "민준", None, "김민준"),
        ("山田", "太郎", None, "山田太郎"),
        ("スミス", "ジョン", GIVEN_FIRST, "ジョン・スミス"),
        ("शर्मा", "अनन्या", None, "अनन्या शर्मा"),
        ("ใจดี", "สมชาย", None, "สมชาย ใจดี"),
        ("أحمد", "محمد", None, "محمد أحمد"),
        ("Иванова", "Анна Сергеевна", FAMILY_FIRST, "Иванова Анна Сергеевна"),
        ("தமிழ்ச்செல்வன்", "முருகன்", GIVEN_FIRST, "முருகன் தமிழ்ச்செல்வன்"),
        ("", "Suharto", None, "Suharto"),
        ("Suharto", "", None, "Suharto"),
        ("王", "Anna", None, "Anna 王"),
        ("", "", None, ""),
    ],
)
def test_the_whole_name_stands_in_its_own_order_with_its_own_joint(
    family: str, given: str, order: NameOrder | None, whole: str
) -> None:
    assert full(Name(family=family, given=given, order=order)) == whole


@pytest.mark.parametrize(
    ("family", "given", "form"),
    [
        ("Sharma", "Ananya", "SHARMA, Ananya"),
        ("van der Berg", "Jan", "VAN DER BERG, Jan"),
        ("Weiß", "Jürgen", "WEIẞ, Jürgen"),
        ("Иванова", "Анна", "ИВАНОВА, Анна"),
        ("", "Suharto", "Suharto"),
        ("Suharto", "", "SUHARTO"),
        ("王", "伟", "王伟"),
        ("ლომიძე", "ნინო", "ნინო ლომიძე"),
    ],
)
def test_the_passport_form_marks_the_family_name(family: str, given: str, form: str) -> None:
    assert passport_form(Name(family=family, given=given)) == form


def test_a_turkish_i_keeps_its_dot_in_capitals() -> None:
    assert passport_form(Name(family="Çiçek", given="Işık"), nationality="TR") == "ÇİÇEK, Işık"
    assert capitals("Çiçek") == "ÇIÇEK"
    assert capitals("ნინო") == "ნინო"


@pytest.mark.parametrize(
    ("family", "given", "letters"),
    [
        ("Sharma", "Ananya", "AS"),
        ("Đặng", "Ánh", "ÁĐ"),
        ("", "suharto", "S"),
        ("王", "伟", "王"),
        ("김", "민준", "김"),
        ("शर्मा", "श्रेया", "श्रे"),
        ("", "ஸ்ரீனிவாசன்", "ஸ்ரீ"),
        ("", "கண்ணன்", "க"),
        ("ใจดี", "เจริญ", "จ"),
        ("", "'Abd", "A"),
        ("", "123", ""),
    ],
)
def test_initials_are_whole_letters_of_their_script(family: str, given: str, letters: str) -> None:
    assert initials(Name(family=family, given=given)) == letters


def test_the_first_letter_keeps_the_signs_that_belong_to_it() -> None:
    assert first_letter("क्षितिज") == "क्षि"


def test_names_sort_by_family_name_whatever_their_accents() -> None:
    names = [
        Name(family="Żak", given="Ewa"),
        Name(family="Çelik", given="Can"),
        Name(family="Dang", given=""),
    ]
    assert [name.family for name in sorted(names, key=sort_key)] == ["Çelik", "Dang", "Żak"]


def test_a_name_tells_its_script() -> None:
    assert script(Name(family="शर्मा", given="अनन्या")) == "Devanagari"
