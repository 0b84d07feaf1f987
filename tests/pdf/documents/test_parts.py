"""What the documents share."""

from app.i18n import Bilingual
from app.pdf.documents import parts
from app.pdf.tree import readings


def test_a_title_is_described_by_what_tells_it_from_its_like() -> None:
    title = Bilingual("Degree", "学位证书")
    assert parts.described(title, Bilingual("Cairo", "开罗")) == ("Degree – Cairo", "学位证书（开罗）")
    assert parts.described(title, None) is title


def test_which_of_several_stands_apart_from_the_title_where_it_is_written_from_the_right() -> None:
    which = Bilingual("جامعة", "جامعة")
    assert parts.described(Bilingual("Degree", "学位"), which).en == "Degree – \u2068جامعة\u2069"


def test_a_beginning_that_both_languages_share_is_said_once() -> None:
    words = Bilingual("Master of Technology, Kanpur (India)", "Master of Technology, Kanpur（印度）")
    assert readings(parts.once(words), "both") == (
        ("Master of Technology, Kanpur (India)", "en"),
        ("Master of Technology, Kanpur （印度）", "zh-CN"),
    )
