"""The facts that a post answers: what it asks for, how it works, and what it published about K.

Every answer varies by post and over time, and none is assumed: see ``app.domain.posts``.
"""

from app.domain.fact_types import Fact, Kind, Origin

_POST, _DERIVED = Origin.POST, Origin.DERIVED
KINDS = {
    "embassy": ("embassy", "大使馆"),
    "consulate_general": ("consulate-general", "总领事馆"),
    "visa_centre": ("visa centre", "签证中心"),
}

# What a profile or a recorded answer of a post may hold.
ANSWERS = (
    Fact.of("post.online_system", Kind.YES_NO, ("Online system with upload", "在线上传系统"),
            ("Does this post take applications online, with upload and pre-review?",
             "该处是否在线受理、上传并预审？"), origin=_POST),
    Fact.of("post.online_since", Kind.DATE, ("Online system since", "在线系统启用日期"),
            ("Since when does this post use the online system?", "该处何时启用在线系统？"), origin=_POST),
    Fact.of("post.ready_status", Kind.TEXT, ("Status that calls for the passport", "通知递交护照的状态"),
            ("Which status of this post calls for the passport?", "该处以何种状态通知递交护照？"),
            origin=_POST),
    Fact.of("post.form_validity", Kind.PERIOD, ("Submitted form valid for", "已提交表格有效期"),
            ("How long does a submitted form stay valid at this post?", "表格提交后在该处多长时间内有效？"),
            origin=_POST),
    Fact.of("post.hand_in_window", Kind.PERIOD, ("Window for hand-in", "递交期限"),
            ("Within which time after confirmation must papers be handed in here?",
             "确认后须在多长时间内到该处递交？"), origin=_POST),
    Fact.of("post.appointment_needed", Kind.YES_NO, ("Appointment needed", "须预约"),
            ("Does this post need an appointment?", "到该处是否须预约？"), origin=_POST),
    Fact.of("post.agent_filing", Kind.YES_NO, ("Agents may file", "可由代理递交"),
            ("May an agent file at this post?", "该处是否接受代理递交？"), origin=_POST),
    Fact.of("post.k_selectable", Kind.YES_NO, ("K can be chosen in the form", "表格可选K类"),
            ("Can category K be chosen in this post's form?", "该处的表格能否选择K类？"), origin=_POST),
    Fact.of("post.k_age_min", Kind.NUMBER, ("Least age for K", "K签证最低年龄"),
            ("Has this post published a least age for K?", "该处是否公布K签证最低年龄？"), origin=_POST),
    Fact.of("post.k_age_max", Kind.NUMBER, ("Greatest age for K", "K签证最高年龄"),
            ("Has this post published a greatest age for K?", "该处是否公布K签证最高年龄？"), origin=_POST),
    Fact.of("post.requires_degree_auth", Kind.YES_NO, ("Degree authentication asked", "要求学历学位认证"),
            ("Does this post ask for an authenticated degree?", "该处是否要求学历学位认证？"), origin=_POST),
    Fact.of("post.requires_police_certificate", Kind.YES_NO,
            ("Police certificate asked", "要求无犯罪记录证明"),
            ("Does this post ask for a no-criminal-record certificate?", "该处是否要求无犯罪记录证明？"),
            origin=_POST),
    Fact.of("post.requires_medical", Kind.YES_NO, ("Medical report asked", "要求体检证明"),
            ("Does this post ask for a medical report?", "该处是否要求体检证明？"), origin=_POST),
    Fact.of("post.requires_funds", Kind.YES_NO, ("Proof of funds asked", "要求资金证明"),
            ("Does this post ask for proof of funds?", "该处是否要求资金证明？"), origin=_POST),
    Fact.of("post.requires_chinese_translation", Kind.YES_NO,
            ("Chinese translations asked", "要求中文翻译"),
            ("Does this post ask for papers in Chinese?", "该处是否要求提供中文译文？"), origin=_POST),
    Fact.of("post.fingerprint_waiver_covers_k", Kind.YES_NO,
            ("Fingerprint waiver covers K here", "指纹免采适用于K签证"),
            ("Does this post apply the fingerprint waiver to K?", "该处的指纹免采措施是否适用于K签证？"),
            origin=_POST),
)  # fmt: skip

# What follows from the post itself.
FACTS = (
    *ANSWERS,
    Fact.of("post", Kind.TEXT, ("Post", "递交机构"),
            ("At which post is the case filed?", "案件在哪里递交？"), origin=_DERIVED),
    Fact.of("post.kind", Kind.CHOICE, ("Kind of post", "机构类型"),
            ("Is it an embassy, a consulate-general or a visa centre?", "是大使馆、总领事馆还是签证中心？"),
            origin=_DERIVED, choices=KINDS),
    Fact.of("applying_country", Kind.COUNTRY, ("Country of application", "申请国"),
            ("In which country is the case filed?", "在哪个国家递交？"), origin=_DERIVED),
    Fact.of("applying_outside_nationality", Kind.YES_NO,
            ("Applies outside the country of nationality", "在国籍国以外申请"),
            ("Which nationality does the client hold?", "客户持有哪国国籍？"), origin=_DERIVED),
    Fact.of("post.rules_checked_on", Kind.DATE, ("Post's rules last checked on", "使领馆规定最近核查日期"),
            ("When were this post's own rules last checked?", "最近一次核查该处规定是哪天？"),
            origin=_DERIVED),
    Fact.of("post.rules_age_days", Kind.NUMBER,
            ("Days since the post's rules were checked", "距上次核查天数"),
            ("When were this post's own rules last checked?", "最近一次核查该处规定是哪天？"),
            origin=_DERIVED),
)  # fmt: skip
