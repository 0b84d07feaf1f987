"""The facts that R, Z, S1 and S2 ask for beside those of every case: work, host, family, length of stay."""

from collections.abc import Mapping

from app.domain.casefile import CaseFile
from app.domain.fact_types import Fact, Kind, Origin

LONG_STAY = 180  # days; a longer stay is residence (Regulations Art. 36)

FACTS = (
    Fact.of("work_over_90_days", Kind.YES_NO, ("Work of more than 90 days", "工作超过90天"),
            ("Will the client work in China for more than 90 days?", "客户在华工作是否超过90天？")),
    Fact.of("work_permit.rests_on", Kind.CHOICES, ("Work permit class rests on", "工作许可分类依据"),
            ("What does the class of the work permit rest on?", "工作许可分类依据是什么？"),
            choices={"degree": ("degree", "学历"), "experience": ("work experience", "工作经验"),
                     "points": ("points", "积分"), "achievement": ("listed achievement", "所列成就"),
                     "salary": ("salary", "薪酬")}),
    Fact.of("regulated_profession", Kind.YES_NO, ("Profession that needs a licence", "须持证的职业"),
            ("Does the profession need a licence?", "该职业是否须持证上岗？")),
    Fact.of("job_ended", Kind.YES_NO, ("Job in China ends", "在华工作结束"),
            ("Has the job in China ended, or is its end known?", "在华工作是否已结束或即将结束？")),
    Fact.of("host.status", Kind.CHOICE, ("Host's status in China", "邀请人在华身份"),
            ("On what does the family member stay in China?", "在华家属以何种身份停留或居留？"),
            choices={"work_permit": ("residence permit for work", "工作类居留许可"),
                     "study_permit": ("residence permit for study", "学习类居留许可"),
                     "other_permit": ("another residence permit", "其他居留许可"),
                     "permanent": ("permanent residence", "永久居留"),
                     "k_visa": ("K visa", "K字签证"), "other_visa": ("another visa", "其他签证")}),
    Fact.of("host.relation", Kind.CHOICE, ("Relation to the host", "与邀请人的关系"),
            ("What is the applicant to the family member in China?", "申请人是在华家属的什么人？"),
            choices={"spouse": ("spouse", "配偶"), "parent": ("parent", "父母"),
                     "minor_child": ("child under 18", "未满18周岁的子女"),
                     "parent_in_law": ("parent-in-law", "配偶的父母"),
                     "adult_child": ("grown-up child", "成年子女"),
                     "child_in_law": ("spouse of a child", "子女的配偶"),
                     "sibling": ("brother or sister", "兄弟姐妹"),
                     "grandparent": ("grandparent", "祖父母或外祖父母"),
                     "grandchild": ("grandchild", "孙子女或外孙子女"),
                     "other": ("none of these", "以上均不是")}),
    Fact.of("stay_over_180_days", Kind.YES_NO, ("Stay of more than 180 days", "停留超过180天"),
            ("Is a stay of more than 180 days planned?", "是否计划停留超过180天？"),
            origin=Origin.EITHER),
)  # fmt: skip


def derive(case: CaseFile) -> Mapping[str, object]:
    """Return those facts that the case's own fields tell."""
    days = case.requested_stay_days
    return {} if days is None else {"stay_over_180_days": days > LONG_STAY}
