"""``today`` says the first page's numbers and lines, for people and for scripts."""

from app.domain.today import Group
from tests.cli.conftest import Run


def test_every_group_has_as_many_lines_as_it_says(run: Run, case: str) -> None:
    run("case", "set", case, "planned_filing=-2")
    found = run("today", "--json").json
    assert found["date"] == "2026-11-23"
    assert [each["group"] for each in found["groups"]] == list(Group)
    assert all(each["count"] == len(each["lines"]) for each in found["groups"])
    assert found["groups"][0]["lines"] == [
        {
            "case": case,
            "client": "SAMPLE, Ananya",
            "what": {"en": "Planned filing", "zh-CN": "计划递交"},
            "date": "2026-11-21",
            "next": {"en": "Hand in, or plan another day", "zh-CN": "递交，或另定日期"},
            "owner": "Ana Sample",
        }
    ]


def test_a_person_reads_numbers_and_lines(run: Run, case: str) -> None:
    said = run("today").out.splitlines()
    assert said[0] == "Overdue: 0"
    heading = said.index("Nothing scheduled: 1")
    words = f"2026-11-23 {case} SAMPLE, Ananya Enquiry Screen the enquiry Ana Sample"
    assert " ".join(said[heading + 2].split()) == words
    assert run("--language", "zh", "today").out.startswith("已逾期: 0")


def test_one_group_and_only_mine(run: Run, case: str) -> None:
    found = run("today", "--mine", "--group", "unscheduled", "--json").json
    assert [(each["group"], each["count"]) for each in found["groups"]] == [("unscheduled", 1)]
    assert run("today", "--group", "nothing").code == 2
