"""Finished values to print in tests: invented people, invented firm, nothing looked up."""

from dataclasses import replace
from datetime import UTC, date, datetime

from app.domain.basis import Basis
from app.domain.filing import Applicant, Event, FirmBlock, PaperHead
from app.domain.filing.checklists import ChecklistLine, ChecklistSection, ClientChecklist
from app.domain.filing.summary import FilingSummary, Reason, RegisterLine
from app.i18n import Bilingual

FIRM = FirmBlock(
    name="Lantern & Ridge Visa Consultants",
    name_zh="灯岭签证咨询",
    address="Sample House, 12 Example Street, Chennai 600001",
    phone="+91 44 5550 0100",
    email="papers@lantern.example",
    registration="EX-0042",
)
APPLICANT = Applicant(
    passport_name="KANNAN ANANDHI",
    native_name="கண்ணன் ஆனந்தி",
    chinese_name="安南蒂",
    birth_date="1998-04-02",
    sex=Bilingual("Female", "女"),
    nationality=Bilingual("India", "印度"),
    passport_number="•••••4567",
    passport_authority="Chennai",
    passport_issued_on=date(2023, 5, 9),
    passport_expires_on=date(2033, 5, 8),
)
HEAD = PaperHead(
    firm=FIRM,
    case_number="K-2026-0017",
    applicant=APPLICANT,
    category=Bilingual("K visa (young science and technology talent)", "K字签证（青年科技人才签证）"),
    limb=Bilingual("graduate", "毕业"),
    post=Bilingual("Embassy in New Delhi", "驻印度大使馆"),
    rule_version="k-2026.2",
    rule_set="3f9a1c0b77d2" + "0123456789abcdef" * 3 + "4e5f",
    rules_checked_on=date(2026, 11, 2),
    data_as_of=datetime(2026, 11, 23, 9, 14, tzinfo=UTC),
    prepared_by="Mira Sample",
)
LINES = (
    (
        "Passport and a copy of its data page",
        "护照原件及资料页复印件",
        "Bring the passport you will travel with.",
        "请携带旅行所用护照。",
    ),
    (
        "Photo, printed and digital",
        "签证照片（纸质/电子）",
        "One colour photo on white, taken in the last six months.",
        "近六个月内白底彩色照片一张。",
    ),
    (
        "Degree certificate, bachelor's or higher",
        "学位证书（学士及以上）",
        "Bring the original diploma; we return it after checking.",
        "请携带学位证书原件，核对后退还。",
    ),
    (
        "Graduation certificate and transcript",
        "毕业证书与成绩单",
        "Ask your university for an official transcript with its seal.",
        "请向学校索取盖章的正式成绩单。",
    ),
    (
        "Degree authentication",
        "学历学位认证",
        "Have the degree certificate legalised as we agreed, before you come.",
        "请按约定事先办理学位证书的认证。",
    ),
    (
        "Curriculum vitae without gaps",
        "个人简历",
        "List every year since school, with months.",
        "请按年月列出离校后的全部经历，不留空档。",
    ),
    (
        "Statement of purpose and activity plan",
        "来华目的与活动计划说明",
        "Write one or two pages on what you plan to do in China and where.",
        "请用一至两页说明来华计划和地点。",
    ),
    (
        "Proof of funds",
        "资金证明",
        "Bank statements of the last three to six months.",
        "最近三至六个月的银行流水。",
    ),
    (
        "Certified translations",
        "翻译件",
        "For every paper that is neither in English nor in Chinese.",
        "凡非中英文的材料均须附翻译件。",
    ),
    (
        "No-criminal-record certificate",
        "无犯罪记录证明",
        "From each country where you lived for more than a year.",
        "居住满一年的每个国家各一份。",
    ),
)


REQUESTED = (
    (Bilingual("Number of entries", "入境次数"), "2"),
    (Bilingual("Validity (enter before)", "有效期\uff08入境有效期\uff09"), "6 months"),
    (Bilingual("Duration of stay", "停留期"), "90 days per entry"),
)


def lines() -> tuple[ChecklistLine, ...]:
    """Return twenty lines in every state, as many as an ordinary case shows its client."""
    states = ("needed", "received", "accepted", "requested", "returned", "waived", "needed", "accepted")
    bases = tuple(Basis)
    return tuple(
        ChecklistLine(
            code=f"K-DOC-{number:02}",
            title=Bilingual(LINES[number % 10][0], LINES[number % 10][1]),
            what_to_do=Bilingual(LINES[number % 10][2], LINES[number % 10][3]),
            need=("required", "conditional", "recommended")[number % 3],
            state=states[number % 8],
            returned_reason="The seal on page 2 can't be read." if number % 8 == 4 else "",
            originals=1,
            copies=number % 3,
            due_on=date(2026, 12, 4) if number % 4 == 0 else None,
            valid_until=date(2027, 3, 12) if number % 8 == 2 else None,
            basis=bases[number % 5],
        )
        for number in range(20)
    )


def checklist(head: PaperHead = HEAD) -> ClientChecklist:
    """Return an ordinary client's checklist: three stages, twenty lines, one open question."""
    found = lines()
    question = Bilingual(
        "Have you ever held a Chinese passport, or were your parents Chinese citizens when you were born?",
        "您是否曾持有中国护照，或出生时父母是否为中国公民？",
    )
    asked = replace(found[9], applies="ask", asks=(question,), state="needed")
    repeated = replace(found[2], repeat=Bilingual("Bachelor, Chennai 2019", "学士，金奈，2019年"))
    return ClientChecklist(
        head=head,
        sections=(
            ChecklistSection(title=Bilingual("Getting started", "准备阶段"), lines=found[:2]),
            ChecklistSection(
                title=Bilingual("Papers to collect", "收集材料"),
                lines=(repeated, *found[3:9], asked, *found[10:17]),
            ),
            ChecklistSection(title=Bilingual("Handing in", "递交"), lines=found[17:]),
        ),
        checked=5,
        counted=19,
        due_on=date(2026, 12, 18),
    )


def register() -> tuple[RegisterLine, ...]:
    """Return fourteen papers with everything an office notes about them."""
    return tuple(
        RegisterLine(
            code=f"K-DOC-{number + 1:02}",
            title=Bilingual(LINES[number % 10][0], LINES[number % 10][1]),
            state=Bilingual("Accepted", "已核对") if number % 3 else Bilingual("Requested", "已索取"),
            repeat=Bilingual("Master, Delft 2022", "硕士，代尔夫特，2022年") if number == 3 else None,
            issuer="Example Institute of Technology" if number % 2 else "",
            number=f"EIT/2022/{1000 + number}" if number % 2 else "",
            issued_on=date(2026, 6, number + 1),
            valid_until=date(2026, 12, number + 1) if number % 4 == 0 else None,
            originals=1,
            copies=number % 3,
            pages=number + 1,
            original_at=Bilingual("in our safe", "存于本所保险柜") if number % 3 == 1 else None,
            authentication="Consular legalisation 2026/118" if number == 4 else "",
            translation="Sworn, T-55" if number == 5 else "",
            basis=tuple(Basis)[number % 5],
        )
        for number in range(14)
    )


def screening() -> tuple[Reason, ...]:
    """Return one reason that is met and one that is open."""
    return (
        Reason(
            text=Bilingual("Degree in a STEM field from a known university", "知名高校STEM学科学位"),
            result=Bilingual("meets", "符合"),
            basis=Basis.OFFICIAL,
            sources="Spokesperson's answers, 2025-10",
        ),
        Reason(
            text=Bilingual("Age within the post's limit", "年龄符合使领馆要求"),
            result=Bilingual("needs consular confirmation", "需使领馆确认"),
            basis=Basis.UNVERIFIED,
        ),
    )


def deadlines() -> tuple[Event, ...]:
    """Return two dates ahead."""
    return (
        Event(
            text=Bilingual("Supplement due", "补充材料截止"),
            on=date(2026, 11, 24),
            detail="asked 2026-11-20",
        ),
        Event(text=Bilingual("Funds statement too old after", "资金证明过期"), on=date(2026, 12, 20)),
    )


def summary(head: PaperHead = HEAD) -> FilingSummary:
    """Return a full filing summary."""
    return FilingSummary(
        head=head,
        stage=Bilingual("Collecting papers", "收集材料"),
        purpose="Research exchange in materials science; no employment planned.",
        requested=REQUESTED,
        planned_filing=date(2026, 12, 21),
        planned_entry=date(2027, 2, 8),
        place=Bilingual("Visa application service centre, New Delhi", "中国签证申请服务中心（新德里）"),
        application_number="EX2026112300017",
        authority_status="Pre-review: please supplement",
        authority_status_on=date(2026, 11, 20),
        screening=screening(),
        screened_by="Mira Sample",
        open_questions=(Bilingual("Which age limit does the post apply?", "使领馆适用的年龄上限是多少？"),),
        register=register(),
        checked=9,
        counted=14,
        deadlines=deadlines(),
        fees=(Event(text=Bilingual("Service fee", "服务费"), on=date(2026, 10, 1), detail="INR 25,000"),),
        consents=(Event(text=Bilingual("Privacy notice", "个人信息告知书"), on=date(2026, 9, 28)),),
        sources=(
            Bilingual(
                "Exit and Entry Administration Law, Articles 37 and 41, read 2026-11-02",
                "出境入境管理法第三十七条、第四十一条，2026年11月2日查阅",
            ),
        ),
    )


def bare_head() -> PaperHead:
    """Return a head with nothing in it but what it must hold."""
    return replace(
        HEAD,
        firm=FirmBlock(name="Example Firm"),
        applicant=Applicant(passport_name="SAMPLE"),
        limb=None,
        rules_checked_on=None,
        prepared_by="",
    )
