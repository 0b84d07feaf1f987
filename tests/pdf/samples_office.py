"""Finished values of the office's documents to print in tests; people and firm are those of ``samples``."""

from dataclasses import replace
from datetime import date, timedelta

from app.domain.filing import Event, PaperHead
from app.domain.filing.case_sheet import CaseSheet, NoteOnCase, PaperLine, PartyLine
from app.domain.filing.checklists import ChecklistLine, OfficeChecklist, OfficeLine, OfficeSection
from app.domain.filing.counter_sheet import CounterSheet, EnvelopeLine
from app.domain.filing.data_sheet import DataSheet, FormField, FormGroup, FormSection
from app.domain.filing.day_sheet import DayLine, DayList, DaySheet
from app.domain.filing.handover_list import HandoverLine, HandoverList
from app.i18n import Bilingual
from tests.pdf import samples

_STATES = {
    "needed": Bilingual("Needed", "待收集"),
    "requested": Bilingual("Requested", "已索取"),
    "received": Bilingual("Received", "已收到"),
    "returned": Bilingual("Returned to client", "已退还客户"),
    "accepted": Bilingual("Checked by us", "本所已核对"),
    "waived": Bilingual("Waived", "已免除"),
}
OFFICE = Bilingual("In our office", "存于本所")


def office_checklist(head: PaperHead = samples.HEAD) -> OfficeChecklist:
    """Return an office checklist of every state, with one open question."""
    client = samples.checklist(head)
    return OfficeChecklist(
        head=head,
        sections=tuple(
            OfficeSection(title=section.title, lines=tuple(_office_line(line) for line in section.lines))
            for section in client.sections
        ),
        stage=Bilingual("Collecting papers", "收集材料"),
        checked=5,
        counted=19,
        planned_filing=date(2026, 12, 21),
    )


def _office_line(line: ChecklistLine) -> OfficeLine:
    in_hand = line.state in ("received", "accepted")
    return OfficeLine(
        line=replace(
            line,
            evidence=Bilingual("Original with seal, and a copy", "加盖印章的原件及复印件"),
            sources="Visa form instructions, item 4",
        ),
        need=Bilingual("Required", "必需"),
        state=_STATES[line.state],
        is_ours=line.code.endswith("3"),
        issuer="Example Institute of Technology" if in_hand else "",
        number="EIT/2022/1003" if in_hand else "",
        original_at=OFFICE if in_hand else None,
        validity=Bilingual("Good", "有效") if in_hand else None,
        freshness_days=180 if line.code.endswith("1") else None,
        responsible="Mira Sample",
        asked_on=date(2026, 10, 30),
        chased_on=date(2026, 11, 16),
    )


def a_field(item: str, english: str, chinese: str, value: str | Bilingual = "") -> FormField:
    """Return a field of the form."""
    return FormField(item=item, label=Bilingual(english, chinese), value=value)


_NAMES = (
    a_field("1.1A", "Family name", "姓", "KANNAN"),
    a_field("1.1B", "Given names", "名", "ANANDHI"),
    a_field("1.1", "In own script", "本国文字姓名", "கண்ணன் ஆனந்தி"),
)
_BIRTH = (
    a_field("1.2", "Date of birth", "出生日期", "1998-04-02"),
    a_field("1.3", "Sex", "性别", Bilingual("Female", "女")),
    a_field("1.4C", "City of birth", "出生城市"),
)
_PASSPORT = (
    a_field("1.7B", "Passport number", "护照号码", "Z0O1I0l7"),
    a_field("1.7D", "Issuing authority", "签发机关", "Chennai"),
    a_field("1.7E", "Place of issue", "签发地点"),
)


def data_sheet(head: PaperHead = samples.HEAD) -> DataSheet:
    """Return a data sheet with gaps, two employers and a closed section 8."""
    return DataSheet(
        head=head,
        sections=(
            FormSection(
                number=1,
                title=Bilingual("Personal information", "个人信息"),
                groups=(
                    FormGroup(title=Bilingual("Names", "姓名"), fields=_NAMES),
                    FormGroup(title=Bilingual("Birth and status", "出生与状况"), fields=_BIRTH),
                    FormGroup(title=Bilingual("Passport", "护照"), fields=_PASSPORT),
                ),
            ),
            FormSection(
                number=3,
                title=Bilingual("Work information", "工作信息"),
                groups=(_job(0), _job(1), FormGroup(title=Bilingual("Earlier", "更早"))),
            ),
            FormSection(number=8, title=Bilingual("Other information", "其他信息"), is_closed=True),
            FormSection(
                number=9,
                title=Bilingual("Declaration", "声明"),
                groups=(FormGroup(title=Bilingual("Who filled in the form", "代填人")),),
            ),
        ),
    )


def _job(number: int) -> FormGroup:
    fields = (
        a_field("3.3A", "From", "起", f"20{20 - number}-07"),
        a_field("3.3B", "Employer", "单位", "Example Institute of Technology"),
        a_field("3.3C", "Address", "地址", "12 Example Street\nChennai 600001"),
        a_field("3.3D", "Position", "职位", "Research engineer"),
        a_field("3.3F", "Supervisor", "主管"),
    )
    return FormGroup(title="Example Institute of Technology", fields=fields)


_PARTIES = (
    PartyLine(role=Bilingual("Client", "客户"), name="Anandhi Kannan", reached="+91 44 5550 0117"),
    PartyLine(role=Bilingual("Father", "父亲"), name="Kannan Sample"),
    PartyLine(
        role=Bilingual("Inviting unit or person", "邀请单位或个人"),
        name="虚构大学材料学院",
        reached="office@fictional.example",
    ),
)


def case_sheet(head: PaperHead = samples.HEAD) -> CaseSheet:
    """Return a case sheet of fourteen papers."""
    return CaseSheet(
        head=head,
        stage=Bilingual("Collecting papers", "收集材料"),
        office="Chennai",
        parties=_PARTIES,
        dates=(
            Event(text=Bilingual("Opened on", "立案日期"), on=date(2026, 9, 28)),
            Event(text=Bilingual("Planned filing", "计划递交"), on=date(2026, 12, 21)),
            Event(text=Bilingual("Appointment", "预约"), on=date(2026, 12, 22)),
        ),
        numbers=((Bilingual("Application number", "申请编号"), "EX2026112300017"),),
        papers=tuple(_case_paper(number) for number in range(14)),
        checked=5,
        counted=19,
        open_questions=2,
        notes=tuple(
            NoteOnCase(on=date(2026, 11, 20 - number), author="Mira Sample", text="The seal is redone.")
            for number in range(3)
        ),
        more_notes=4,
    )


def _case_paper(number: int) -> PaperLine:
    state = tuple(_STATES)[number % 6]
    return PaperLine(
        code=f"K-DOC-{number + 1:02}",
        title=Bilingual(samples.LINES[number % 10][0], samples.LINES[number % 10][1]),
        state=_STATES[state],
        box={"accepted": "ticked", "waived": "struck"}.get(state, "open"),
        repeat=Bilingual("Master, Delft 2022", "硕士，代尔夫特，2022年") if number == 3 else None,
        original_at=OFFICE if number % 3 == 1 else None,
        valid_until=date(2026, 12, number + 1) if number % 4 == 0 else None,
    )


def day_sheet(head: PaperHead = samples.HEAD, count: int = 16) -> DaySheet:
    """Return a day sheet; the client of all its lines is the head's."""
    lines = tuple(_day_line(head, number) for number in range(count))
    quarter = count // 4
    return DaySheet(
        firm=head.firm,
        day=date(2026, 11, 23),
        data_as_of=head.data_as_of,
        cases=38,
        lists=(
            DayList(title=Bilingual("Overdue", "已逾期"), lines=lines[:quarter]),
            DayList(title=Bilingual("Next seven days", "未来七天"), lines=lines[quarter : 2 * quarter]),
            DayList(title=Bilingual("Client silent", "客户未回应"), lines=lines[2 * quarter : 3 * quarter]),
            DayList(title=Bilingual("Nothing scheduled", "未排日期"), lines=lines[3 * quarter :]),
        ),
    )


def _day_line(head: PaperHead, number: int) -> DayLine:
    return DayLine(
        case_number=f"K-2026-{number + 1:04}",
        client=head.applicant.passport_name,
        what=Bilingual("Proof of funds", "资金证明"),
        on=date(2026, 11, 21) + timedelta(days=number // 4),
        next=Bilingual("Remind the client", "提醒客户"),
        owner="Mira Sample",
    )


SAME = Bilingual("Passport to be submitted", "Passport to be submitted")


def counter_sheet(head: PaperHead = samples.HEAD) -> CounterSheet:
    """Return a counter sheet of ten papers."""
    return CounterSheet(
        head=head,
        envelope=tuple(
            EnvelopeLine(
                title=Bilingual(line[0], line[1]), originals=1, copies=number % 3, is_checked=number % 2 == 0
            )
            for number, line in enumerate(samples.LINES)
        ),
        application_number="EX2026112300017",
        appointment_on=date(2026, 12, 22),
        planned_filing=date(2026, 12, 21),
        speed=Bilingual("Regular", "普通"),
        told=(
            (Bilingual("Status that calls for the passport", "通知递交护照的状态"), SAME),
            (Bilingual("Opening hours", "办公时间"), Bilingual("09:00–12:00", "09:00–12:00")),
        ),
    )


def handover_list(head: PaperHead = samples.HEAD, count: int = 6) -> HandoverList:
    """Return a list of cases handed over; the client of all of them is the head's."""
    return HandoverList(
        firm=head.firm,
        day=date(2026, 11, 23),
        data_as_of=head.data_as_of,
        gives="Mira Sample",
        takes="Ben Sample",
        lines=tuple(_handover_line(head, number) for number in range(count)),
    )


def _handover_line(head: PaperHead, number: int) -> HandoverLine:
    is_dated = number % 3 != 2
    return HandoverLine(
        case_number=f"K-2026-{number + 1:04}",
        client=f"{head.applicant.passport_name}  {head.applicant.native_name}",
        visa="K",
        post=head.post,
        stage=Bilingual("Collecting papers", "收集材料"),
        stage_since=date(2026, 11, 2),
        next_on=date(2026, 12, number % 28 + 1) if is_dated else None,
        next_what=Bilingual("Planned filing", "计划递交") if is_dated else None,
        blocker=Bilingual("Client: CV without gaps; 2 more", "客户：无间断的个人简历；另有2项"),
        last_contact=date(2026, 11, 16) if number % 2 == 0 else None,
        originals=_HELD[: number % 3],
    )


_HELD = (Bilingual("Proof of funds", "资金证明"), Bilingual("Degree certificate", "学位证书"))
