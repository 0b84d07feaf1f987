"""Who is there already, without comparing everybody with everybody."""

from app.domain.importing.duplicates import Crowd
from app.domain.likeness import Likeness, Traits


def test_the_likeliest_comes_first() -> None:
    crowd = Crowd(
        [
            ("passport", Traits("other name\nz0000001", "other name z0000001", "1990-01-01")),
            ("birth", Traits("sample ananya", "sample ananya", "1998-04-02")),
            ("similar", Traits("sampel ananya", "sampel ananya", "1998-04-02")),
            ("name", Traits("ananya sample", "ananya sample", "")),
            ("stranger", Traits("example person", "example person", "1998-04-02")),
        ]
    )
    ours = Traits("sample ananya\nz0000001", "sample ananya z0000001", "1998-04-02")
    assert crowd.like(ours) == [
        ("passport", Likeness.PASSPORT),
        ("birth", Likeness.NAME_AND_BIRTH),
        ("similar", Likeness.SIMILAR_NAME_AND_BIRTH),
        ("name", Likeness.NAME),
    ]


def test_a_chinese_name_is_found_by_its_sound() -> None:
    crowd = Crowd([(1, Traits("王伟", "王 伟 wang wei wangwei", "1990-05-06"))])
    assert crowd.like(Traits("wang wei", "wang wei wangwei", "1990-05-06")) == [(1, Likeness.NAME_AND_BIRTH)]


def test_who_came_meanwhile_counts_too() -> None:
    crowd = Crowd()
    crowd.add(3, Traits("sample", "sample", ""))
    assert crowd.like(Traits("sample", "sample", "")) == [(3, Likeness.NAME)]
