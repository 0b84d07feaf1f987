"""Finished values of what clients get, to print in tests; people and firm are those of ``samples``."""

from datetime import date

from app.domain.filing import PaperHead
from app.domain.filing.handover import HandoverReceipt, Original
from app.domain.filing.letter import MissingLetter, MissingPaper
from app.domain.filing.visa_check import VisaCheck
from app.i18n import Bilingual
from tests.pdf import samples

_RETURNED = MissingPaper(
    title=Bilingual("Degree certificate, bachelor's or higher", "学位证书（学士及以上）"),
    repeat=Bilingual("Bachelor, Chennai 2019", "学士，金奈，2019年"),
    what_to_do=Bilingual("Bring the original diploma.", "请携带学位证书原件。"),
    reason="The seal on page 2 can't be read.",
    due_on=date(2026, 12, 4),
    originals=1,
)


def letter(head: PaperHead = samples.HEAD) -> MissingLetter:
    """Return a letter about one paper given back, four to come and two questions."""
    return MissingLetter(
        head=head,
        name=Bilingual("Anandhi Kannan", "安南蒂"),
        opening=Bilingual(
            "For your visa application we still need the following from you, by 4 Dec 2026 at the latest.",
            "为办理您的签证申请，请最迟于2026年12月4日前提供下列材料。",
        ),
        written_on=date(2026, 11, 23),
        returned=(_RETURNED,),
        papers=tuple(
            MissingPaper(
                title=Bilingual(line[0], line[1]),
                what_to_do=Bilingual(line[2], line[3]),
                originals=1,
                copies=1,
                due_on=date(2026, 12, 10),
            )
            for line in samples.LINES[5:9]
        ),
        questions=(Bilingual("Have you ever held a Chinese passport?", "您是否曾持有中国护照？"),),
        due_on=date(2026, 12, 4),
    )


def handover(head: PaperHead = samples.HEAD) -> HandoverReceipt:
    """Return a receipt for four originals."""
    return HandoverReceipt(
        head=head,
        originals=tuple(
            Original(
                title=Bilingual(line[0], line[1]),
                repeat=Bilingual("Master, Delft 2022", "硕士，代尔夫特，2022年") if number == 2 else None,
                issuer="Example Institute of Technology",
                number=f"EIT/2022/{number}",
            )
            for number, line in enumerate(samples.LINES[:4])
        ),
    )


def visa_check(head: PaperHead = samples.HEAD) -> VisaCheck:
    """Return a visa check with the visa read."""
    return VisaCheck(
        head=head,
        number="V0017017",
        requested_entries=Bilingual("Multiple", "多次"),
        requested_stay_days=90,
        requested_validity_months=12,
        entries=Bilingual("Multiple", "多次"),
        enter_before=date(2027, 12, 20),
        stay_days=90,
        remarks="",
        entry_on=date(2027, 2, 8),
        last_day=date(2027, 5, 9),
        address="北京市海淀区虚构路12号, 北京",
    )
