"""The frozen form: the same values give the same text, a changed text is found out, differences are named."""

from dataclasses import replace

import pytest

from app.domain.filing import frozen
from app.domain.filing.data_sheet import FormField, FormGroup, FormSection
from app.errors import UserError
from app.i18n import Bilingual

NAME = Bilingual("Family name", "姓")
ANSWER = Bilingual("No", "否")


def section(number: int, *fields: FormField, title: str = "") -> FormSection:
    group = FormGroup(title=title, fields=fields)
    return FormSection(number=number, title=Bilingual("Part", "部分"), groups=(group,))


def field(value: str | Bilingual, key: str = "Name.family", item: str = "1.1") -> FormField:
    return FormField(item=item, label=NAME, value=value, key=key)


FILED = (section(1, field("नमूना")), section(8, field(ANSWER, "", "8")))


def test_a_form_comes_back_as_it_was_frozen() -> None:
    text = frozen.text_of(FILED)
    assert frozen.sections_of(text, frozen.digest(text)) == FILED
    assert frozen.text_of(FILED) == text
    assert "नमूना" in text


def test_a_text_that_was_touched_is_refused() -> None:
    text = frozen.text_of(FILED)
    with pytest.raises(UserError, match="not as it was filed"):
        frozen.sections_of(text.replace("नमूना", "other"), frozen.digest(text))


def test_a_changed_value_is_named_with_both() -> None:
    now = (section(1, field("SAMPLE")), FILED[1])
    (found,) = frozen.differences(FILED, now)
    assert (found.key, found.filed, found.now, found.item) == ("Name.family", "नमूना", "SAMPLE", "1.1")


def test_what_came_or_went_has_one_side() -> None:
    more = (section(1, field("नमूना"), field("B")), FILED[1])
    (came,) = frozen.differences(FILED, more)
    (went,) = frozen.differences(more, FILED)
    assert (came.filed, came.now) == ("", "B")
    assert (went.filed, went.now) == ("B", "")


def test_a_sensitive_answer_differs_without_its_values() -> None:
    now = (FILED[0], section(8, field(Bilingual("Yes", "是"), "", "8")))
    (found,) = frozen.differences(FILED, now)
    assert (found.section, found.filed, found.now) == (8, "", "")


def test_a_closed_section_is_not_compared() -> None:
    now = (FILED[0], replace(FILED[1], groups=(), is_closed=True))
    assert frozen.differences(FILED, now) == ()


def test_groups_are_told_apart_by_title_and_order() -> None:
    two = (section(3, field("A"), title="Work"), section(3, field("B"), title="Work"))
    assert frozen.differences(two, two) == ()
