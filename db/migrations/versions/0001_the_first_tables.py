"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# The column types as they were at this revision, whatever they become later.
KEY = sa.LargeBinary().with_variant(sa.Uuid(), "postgresql")
MOMENT = sa.Text().with_variant(sa.TIMESTAMP(timezone=True), "postgresql")
DAY = sa.Text().with_variant(sa.Date(), "postgresql")
PARTIAL = CHOICE = sa.Text()
FLAG = sa.Integer().with_variant(sa.Boolean(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "chain_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer().with_variant(sa.BigInteger(), "postgresql"), nullable=False),
        sa.Column("mac", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chain_head")),
        sqlite_strict=True,
    )
    op.create_table(
        "counter",
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("series", name=op.f("pk_counter")),
        sqlite_strict=True,
    )
    op.create_table(
        "deadline_listing_made",
        sa.Column("limits", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("limits", name=op.f("pk_deadline_listing_made")),
        sqlite_strict=True,
    )
    op.create_table(
        "draft",
        sa.Column("user_id", KEY, nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("user_id", "field", name=op.f("pk_draft")),
        sqlite_strict=True,
    )
    op.create_table(
        "firm_rule",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("post", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("item_values", sa.Text(), nullable=False),
        sa.Column("action", CHOICE, nullable=False),
        sa.Column("effective_from", DAY, nullable=False),
        sa.Column("effective_to", DAY, nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("told_on", DAY, nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.CheckConstraint("\"action\" IN ('item', 'off', 'shipped')", name=op.f("ck_firm_rule_action")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_firm_rule")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("firm_rule", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_firm_rule_category_item"), ["category", "item"], unique=False)

    op.create_table(
        "firm_wording",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("paper", CHOICE, nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.CheckConstraint("\"paper\" IN ('agreement', 'authority')", name=op.f("ck_firm_wording_paper")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_firm_wording")),
        sa.UniqueConstraint("paper", "language", name=op.f("uq_firm_wording_paper_language")),
        sqlite_strict=True,
    )
    op.create_table(
        "holiday_year",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("holidays", sa.Text(), nullable=False),
        sa.Column("workdays", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("announced_on", DAY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holiday_year")),
        sa.UniqueConstraint("year", name=op.f("uq_holiday_year_year")),
        sqlite_strict=True,
    )
    op.create_table(
        "import_columns",
        sa.Column("signature", sa.Text(), nullable=False),
        sa.Column("meaning", sa.Text(), nullable=False),
        sa.Column("used_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("signature", name=op.f("pk_import_columns")),
        sqlite_strict=True,
    )
    op.create_table(
        "label",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("of_id", KEY, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_label")),
        sa.UniqueConstraint("of_id", "text", name=op.f("uq_label_of_id_text")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("label", schema=None) as batch_op:
        batch_op.create_index("ix_label_by_text", ["text", "of_id"], unique=False)

    op.create_table(
        "logo",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_logo")),
        sqlite_strict=True,
    )
    op.create_table(
        "mail_file",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_mail_file")),
        sqlite_strict=True,
    )
    op.create_table(
        "office",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("archived", FLAG, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office")),
        sqlite_strict=True,
    )
    op.create_table(
        "operation",
        sa.Column(
            "seq",
            sa.Integer().with_variant(sa.BigInteger(), "postgresql"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("id", KEY, nullable=False),
        sa.Column("tag", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("actor_id", KEY, nullable=False),
        sa.Column("actor_name", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("undo", sa.Text(), nullable=False),
        sa.Column("undoes", sa.Integer().with_variant(sa.BigInteger(), "postgresql"), nullable=True),
        sa.Column("about", KEY, nullable=True),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("changes", sa.Integer(), nullable=False),
        sa.Column("mac", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_operation")),
        sa.UniqueConstraint("id", name=op.f("uq_operation_id")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("operation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_operation_about_seq"), ["about", "seq"], unique=False)
        batch_op.create_index(batch_op.f("ix_operation_actor_id_seq"), ["actor_id", "seq"], unique=False)

    op.create_table(
        "person",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sex", CHOICE, nullable=True),
        sa.Column("birth_date", PARTIAL, nullable=True),
        sa.Column("birth_country", sa.Text(), nullable=False),
        sa.Column("birth_province", sa.Text(), nullable=False),
        sa.Column("birth_city", sa.Text(), nullable=False),
        sa.Column("marital_status", CHOICE, nullable=True),
        sa.Column("local_id_number", sa.Text(), nullable=False),
        sa.Column("residence_country", sa.Text(), nullable=False),
        sa.Column("permanent_residence", sa.Text(), nullable=False),
        sa.Column("legal_stay_until", DAY, nullable=True),
        sa.Column("occupation", sa.Text(), nullable=False),
        sa.Column("annual_income", sa.Text(), nullable=False),
        sa.Column("parent_chinese_at_birth", CHOICE, nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("archived", FLAG, nullable=False),
        sa.CheckConstraint(
            "\"marital_status\" IN ('single', 'married', 'divorced', 'widowed', 'other')",
            name=op.f("ck_person_marital_status"),
        ),
        sa.CheckConstraint(
            "\"parent_chinese_at_birth\" IN ('yes', 'no')", name=op.f("ck_person_parent_chinese_at_birth")
        ),
        sa.CheckConstraint("\"sex\" IN ('F', 'M', 'X')", name=op.f("ck_person_sex")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sqlite_strict=True,
    )
    op.create_table(
        "post_answer",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("fact", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("valid_from", DAY, nullable=True),
        sa.Column("valid_until", DAY, nullable=True),
        sa.Column("capture_name", sa.Text(), nullable=False),
        sa.Column("capture", sa.Text(), nullable=False),
        sa.Column("post_key", KEY, nullable=False),
        sa.Column("post", sa.Text(), nullable=False),
        sa.Column("told_on", DAY, nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_post_answer")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("post_answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_post_answer_post_fact"), ["post", "fact"], unique=False)

    op.create_table(
        "post_check",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("post_key", KEY, nullable=False),
        sa.Column("post", sa.Text(), nullable=False),
        sa.Column("told_on", DAY, nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_post_check")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("post_check", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_post_check_post"), ["post"], unique=False)

    op.create_table(
        "rule_set",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_rule_set")),
        sqlite_strict=True,
    )
    op.create_table(
        "secret",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_secret")),
        sqlite_strict=True,
    )
    op.create_table(
        "table_rule",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("table_key", KEY, nullable=False),
        sa.Column("of_table", CHOICE, nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.Column("row_values", sa.Text(), nullable=False),
        sa.Column("action", CHOICE, nullable=False),
        sa.Column("effective_from", DAY, nullable=False),
        sa.Column("effective_to", DAY, nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("told_on", DAY, nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.CheckConstraint("\"action\" IN ('item', 'off', 'shipped')", name=op.f("ck_table_rule_action")),
        sa.CheckConstraint(
            "\"of_table\" IN ('deadlines', 'fees', 'photos', 'authentication', 'measures')",
            name=op.f("ck_table_rule_of_table"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_table_rule")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("table_rule", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_table_rule_of_table_entry"), ["of_table", "entry"], unique=False)

    op.create_table(
        "trusted_signer",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("public_key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trusted_signer")),
        sa.UniqueConstraint("public_key", name=op.f("uq_trusted_signer_public_key")),
        sqlite_strict=True,
    )
    op.create_table(
        "change",
        sa.Column("operation_seq", sa.Integer().with_variant(sa.BigInteger(), "postgresql"), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("row_id", KEY, nullable=False),
        sa.Column("about", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["operation_seq"],
            ["operation.seq"],
            name=op.f("fk_change_operation_seq"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("operation_seq", "ordinal", name=op.f("pk_change")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_change_about_operation_seq"), ["about", "operation_seq"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_change_row_id_operation_seq"), ["row_id", "operation_seq"], unique=False
        )

    op.create_table(
        "firm",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_zh", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("registration", sa.Text(), nullable=False),
        sa.Column("case_prefix", sa.Text(), nullable=False),
        sa.Column("logo", sa.Text(), nullable=True),
        sa.Column("is_sample", FLAG, nullable=False),
        sa.ForeignKeyConstraint(
            ["logo"], ["logo.sha256"], name=op.f("fk_firm_logo"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_firm")),
        sqlite_strict=True,
    )
    op.create_table(
        "person_address",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", CHOICE, nullable=True),
        sa.Column("lines", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("province", sa.Text(), nullable=False),
        sa.Column("postcode", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("since", PARTIAL, nullable=True),
        sa.Column("until", PARTIAL, nullable=True),
        sa.Column("person_id", KEY, nullable=False),
        sa.CheckConstraint("\"kind\" IN ('home', 'postal', 'china')", name=op.f("ck_person_address_kind")),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_person_address_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_address")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("person_address", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_address_person_id"), ["person_id"], unique=False)

    op.create_table(
        "person_consent",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("purpose", CHOICE, nullable=True),
        sa.Column("notice_version", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("given_on", DAY, nullable=True),
        sa.Column("how", CHOICE, nullable=True),
        sa.Column("withdrawn_on", DAY, nullable=True),
        sa.Column("person_id", KEY, nullable=False),
        sa.CheckConstraint(
            "\"how\" IN ('signed', 'electronic', 'message', 'spoken')", name=op.f("ck_person_consent_how")
        ),
        sa.CheckConstraint(
            "\"purpose\" IN ('service', 'sensitive', 'third_parties', 'cross_border')",
            name=op.f("ck_person_consent_purpose"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_person_consent_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_consent")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("person_consent", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_consent_person_id"), ["person_id"], unique=False)

    op.create_table(
        "person_contact",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", CHOICE, nullable=True),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("preferred", FLAG, nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.CheckConstraint(
            "\"kind\" IN ('phone', 'email', 'wechat', 'whatsapp', 'other')",
            name=op.f("ck_person_contact_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_person_contact_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_contact")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("person_contact", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_contact_person_id"), ["person_id"], unique=False)

    op.create_table(
        "person_declaration",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("question", CHOICE, nullable=True),
        sa.Column("answer", CHOICE, nullable=True),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.CheckConstraint("\"answer\" IN ('yes', 'no')", name=op.f("ck_person_declaration_answer")),
        sa.CheckConstraint(
            "\"question\" IN ('refused', 'cancelled', 'overstayed', 'criminal', 'health', 'epidemic', 'military', 'paramilitary', 'skills', 'organisations', 'other')",
            name=op.f("ck_person_declaration_question"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_person_declaration_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_declaration")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("person_declaration", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_declaration_person_id"), ["person_id"], unique=False)

    op.create_table(
        "person_different",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("other_id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["other_id"],
            ["person.id"],
            name=op.f("fk_person_different_other_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_person_different_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_different")),
        sa.UniqueConstraint("person_id", "other_id", name=op.f("uq_person_different_person_id_other_id")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("person_different", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_different_other_id"), ["other_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_person_different_person_id"), ["person_id"], unique=False)

    op.create_table(
        "person_education",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("institution", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("level", CHOICE, nullable=True),
        sa.Column("degree", sa.Text(), nullable=False),
        sa.Column("major", sa.Text(), nullable=False),
        sa.Column("mode", CHOICE, nullable=True),
        sa.Column("start", PARTIAL, nullable=True),
        sa.Column("end", PARTIAL, nullable=True),
        sa.Column("awarded", CHOICE, nullable=True),
        sa.Column("person_id", KEY, nullable=False),
        sa.CheckConstraint("\"awarded\" IN ('yes', 'no')", name=op.f("ck_person_education_awarded")),
        sa.CheckConstraint(
            "\"level\" IN ('secondary', 'diploma', 'bachelor', 'master', 'doctorate')",
            name=op.f("ck_person_education_level"),
        ),
        sa.CheckConstraint(
            "\"mode\" IN ('on_site', 'distance', 'joint')", name=op.f("ck_person_education_mode")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_person_education_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_education")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("person_education", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_education_person_id"), ["person_id"], unique=False)

    op.create_table(
        "person_employment",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("employer", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("position", sa.Text(), nullable=False),
        sa.Column("duties", sa.Text(), nullable=False),
        sa.Column("supervisor", sa.Text(), nullable=False),
        sa.Column("supervisor_phone", sa.Text(), nullable=False),
        sa.Column("start", PARTIAL, nullable=True),
        sa.Column("end", PARTIAL, nullable=True),
        sa.Column("person_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_person_employment_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_employment")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("person_employment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_employment_person_id"), ["person_id"], unique=False)

    op.create_table(
        "person_merge",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("other_id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["other_id"],
            ["person.id"],
            name=op.f("fk_person_merge_other_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_person_merge_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_merge")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("person_merge", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_merge_other_id"), ["other_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_person_merge_person_id"), ["person_id"], unique=False)

    op.create_table(
        "person_name",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", CHOICE, nullable=True),
        sa.Column("family", sa.Text(), nullable=False),
        sa.Column("given", sa.Text(), nullable=False),
        sa.Column("order", CHOICE, nullable=True),
        sa.Column("script", sa.Text(), nullable=False),
        sa.Column("until", PARTIAL, nullable=True),
        sa.Column("person_id", KEY, nullable=False),
        sa.CheckConstraint(
            "\"kind\" IN ('passport', 'native', 'chinese', 'former', 'alias')",
            name=op.f("ck_person_name_kind"),
        ),
        sa.CheckConstraint("\"order\" IN ('family_first', 'given_first')", name=op.f("ck_person_name_order")),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_person_name_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_name")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("person_name", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_name_person_id"), ["person_id"], unique=False)

    op.create_table(
        "person_nationality",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", CHOICE, nullable=True),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("since", PARTIAL, nullable=True),
        sa.Column("until", PARTIAL, nullable=True),
        sa.Column("person_id", KEY, nullable=False),
        sa.CheckConstraint("\"kind\" IN ('current', 'former')", name=op.f("ck_person_nationality_kind")),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_person_nationality_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_nationality")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("person_nationality", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_nationality_person_id"), ["person_id"], unique=False)

    op.create_table(
        "person_passport",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", CHOICE, nullable=True),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("issued_on", DAY, nullable=True),
        sa.Column("expires_on", DAY, nullable=True),
        sa.Column("blank_pages", sa.Integer(), nullable=True),
        sa.Column("state", CHOICE, nullable=True),
        sa.Column("person_id", KEY, nullable=False),
        sa.CheckConstraint(
            "\"kind\" IN ('ordinary', 'service', 'diplomatic', 'travel_document')",
            name=op.f("ck_person_passport_kind"),
        ),
        sa.CheckConstraint("\"state\" IN ('current', 'old', 'lost')", name=op.f("ck_person_passport_state")),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_person_passport_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_passport")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("person_passport", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_passport_person_id"), ["person_id"], unique=False)

    op.create_table(
        "person_relative",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("relative_id", KEY, nullable=True),
        sa.Column("relation", CHOICE, nullable=True),
        sa.Column("in_china", CHOICE, nullable=True),
        sa.Column("dependant", CHOICE, nullable=True),
        sa.Column("person_id", KEY, nullable=False),
        sa.CheckConstraint("\"dependant\" IN ('yes', 'no')", name=op.f("ck_person_relative_dependant")),
        sa.CheckConstraint("\"in_china\" IN ('yes', 'no')", name=op.f("ck_person_relative_in_china")),
        sa.CheckConstraint(
            "\"relation\" IN ('spouse', 'father', 'mother', 'child', 'sibling', 'other')",
            name=op.f("ck_person_relative_relation"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_person_relative_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["relative_id"],
            ["person.id"],
            name=op.f("fk_person_relative_relative_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_relative")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("person_relative", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_relative_person_id"), ["person_id"], unique=False)

    op.create_table(
        "person_row",
        sa.Column(
            "seq",
            sa.Integer().with_variant(sa.BigInteger(), "postgresql"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("archived", FLAG, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("native_name", sa.Text(), nullable=False),
        sa.Column("sort_name", sa.Text(), nullable=False),
        sa.Column("birth_date", sa.Text(), nullable=False),
        sa.Column("nationality", sa.Text(), nullable=False),
        sa.Column("passport", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("tokens", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_person_row_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_person_row")),
        sa.UniqueConstraint("person_id", name=op.f("uq_person_row_person_id")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("person_row", schema=None) as batch_op:
        batch_op.create_index("ix_person_row_by_birth_date", ["archived", "birth_date", "seq"], unique=False)
        batch_op.create_index("ix_person_row_by_name", ["archived", "sort_name", "seq"], unique=False)
        batch_op.create_index(
            "ix_person_row_by_nationality", ["archived", "nationality", "seq"], unique=False
        )
        batch_op.create_index(
            "ix_person_row_by_native_name", ["archived", "native_name", "seq"], unique=False
        )
        batch_op.create_index("ix_person_row_by_passport", ["archived", "passport", "seq"], unique=False)

    op.create_table(
        "person_travel",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", CHOICE, nullable=True),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("start", PARTIAL, nullable=True),
        sa.Column("end", PARTIAL, nullable=True),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.CheckConstraint(
            "\"kind\" IN ('china_visit', 'china_visa', 'other_visa', 'visit', 'fingerprints')",
            name=op.f("ck_person_travel_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_person_travel_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_travel")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("person_travel", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_travel_person_id"), ["person_id"], unique=False)

    op.create_table(
        "user_account",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("office_id", KEY, nullable=True),
        sa.Column("archived", FLAG, nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id"],
            ["office.id"],
            name=op.f("fk_user_account_office_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_user_account")),
        sa.UniqueConstraint("login", name=op.f("uq_user_account_login")),
        sqlite_strict=True,
    )
    op.create_table(
        "absence",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("user_id", KEY, nullable=False),
        sa.Column("deputy_id", KEY, nullable=False),
        sa.Column("start", DAY, nullable=False),
        sa.Column("end", DAY, nullable=False),
        sa.ForeignKeyConstraint(
            ["deputy_id"],
            ["user_account.id"],
            name=op.f("fk_absence_deputy_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_absence_user_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("absence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_absence_user_id"), ["user_id"], unique=False)

    op.create_table(
        "case_file",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("post", sa.Text(), nullable=False),
        sa.Column("stage", CHOICE, nullable=False),
        sa.Column("stage_before", CHOICE, nullable=True),
        sa.Column("stage_since", DAY, nullable=False),
        sa.Column("opened_on", DAY, nullable=False),
        sa.Column("owner_id", KEY, nullable=True),
        sa.Column("reviewer_id", KEY, nullable=True),
        sa.Column("office_id", KEY, nullable=True),
        sa.Column("rule_set", sa.Text(), nullable=False),
        sa.Column("earlier_id", KEY, nullable=True),
        sa.Column("following", CHOICE, nullable=True),
        sa.Column("decision", CHOICE, nullable=True),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("speed", CHOICE, nullable=True),
        sa.Column("requested_validity_months", sa.Integer(), nullable=True),
        sa.Column("requested_stay_days", sa.Integer(), nullable=True),
        sa.Column("requested_entries", CHOICE, nullable=True),
        sa.Column("planned_filing", DAY, nullable=True),
        sa.Column("planned_entry", DAY, nullable=True),
        sa.Column("client_zone", sa.Text(), nullable=False),
        sa.Column("application_number", sa.Text(), nullable=False),
        sa.Column("appointment_on", DAY, nullable=True),
        sa.Column("receipt_number", sa.Text(), nullable=False),
        sa.Column("passport_at", CHOICE, nullable=True),
        sa.Column("passport_since", DAY, nullable=True),
        sa.Column("passport_to", sa.Text(), nullable=False),
        sa.Column("authority_status", sa.Text(), nullable=False),
        sa.Column("authority_status_on", DAY, nullable=True),
        sa.Column("supplement_due", DAY, nullable=True),
        sa.Column("refusal_reason", sa.Text(), nullable=False),
        sa.Column("refusal_not_stated", FLAG, nullable=False),
        sa.Column("decided_on", DAY, nullable=True),
        sa.Column("visa_number", sa.Text(), nullable=False),
        sa.Column("visa_entries", CHOICE, nullable=True),
        sa.Column("visa_enter_before", DAY, nullable=True),
        sa.Column("visa_stay_days", sa.Integer(), nullable=True),
        sa.Column("visa_remarks", sa.Text(), nullable=False),
        sa.Column("keep_until", DAY, nullable=True),
        sa.Column("keep_rule", sa.Text(), nullable=False),
        sa.Column("kept_because", sa.Text(), nullable=False),
        sa.Column("reopened_because", sa.Text(), nullable=False),
        sa.Column("checked", sa.Integer(), nullable=False),
        sa.Column("counted", sa.Integer(), nullable=False),
        sa.Column("content_changed_at", MOMENT, nullable=False),
        sa.Column("archived", FLAG, nullable=False),
        sa.CheckConstraint(
            "\"decision\" IN ('granted', 'refused', 'returned', 'withdrawn', 'not_filed')",
            name=op.f("ck_case_file_decision"),
        ),
        sa.CheckConstraint(
            "\"following\" IN ('renewal', 'extension', 'change', 'again')",
            name=op.f("ck_case_file_following"),
        ),
        sa.CheckConstraint(
            "\"passport_at\" IN ('office', 'centre', 'authority', 'courier', 'client')",
            name=op.f("ck_case_file_passport_at"),
        ),
        sa.CheckConstraint(
            "\"requested_entries\" IN ('single', 'double', 'multiple')",
            name=op.f("ck_case_file_requested_entries"),
        ),
        sa.CheckConstraint("\"speed\" IN ('regular', 'express', 'rush')", name=op.f("ck_case_file_speed")),
        sa.CheckConstraint(
            "\"stage\" IN ('enquiry', 'screened', 'quoted', 'engaged', 'collecting', 'form_ready', 'client_signed', 'pre_review', 'supplement_asked', 'handed_in', 'decided', 'arrived', 'closed', 'on_hold', 'withdrawn')",
            name=op.f("ck_case_file_stage"),
        ),
        sa.CheckConstraint(
            "\"stage_before\" IN ('enquiry', 'screened', 'quoted', 'engaged', 'collecting', 'form_ready', 'client_signed', 'pre_review', 'supplement_asked', 'handed_in', 'decided', 'arrived', 'closed', 'on_hold', 'withdrawn')",
            name=op.f("ck_case_file_stage_before"),
        ),
        sa.CheckConstraint(
            "\"visa_entries\" IN ('single', 'double', 'multiple')", name=op.f("ck_case_file_visa_entries")
        ),
        sa.ForeignKeyConstraint(
            ["earlier_id"],
            ["case_file.id"],
            name=op.f("fk_case_file_earlier_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["office_id"],
            ["office.id"],
            name=op.f("fk_case_file_office_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["user_account.id"],
            name=op.f("fk_case_file_owner_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_case_file_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["reviewer_id"],
            ["user_account.id"],
            name=op.f("fk_case_file_reviewer_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["rule_set"],
            ["rule_set.sha256"],
            name=op.f("fk_case_file_rule_set"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_file")),
        sa.UniqueConstraint("number", name=op.f("uq_case_file_number")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("case_file", schema=None) as batch_op:
        batch_op.create_index(
            "ix_case_file_by_filing", ["archived", "planned_filing", "number"], unique=False
        )
        batch_op.create_index("ix_case_file_by_number", ["archived", "number"], unique=False)
        batch_op.create_index("ix_case_file_by_owner", ["archived", "owner_id", "number"], unique=False)
        batch_op.create_index("ix_case_file_by_stage", ["archived", "stage", "number"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_file_earlier_id"), ["earlier_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_file_person_id"), ["person_id"], unique=False)

    op.create_table(
        "saved_search",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("typed", sa.Text(), nullable=False),
        sa.Column("layout", sa.Text(), nullable=False),
        sa.Column("owner_id", KEY, nullable=True),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["user_account.id"],
            name=op.f("fk_saved_search_owner_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_search")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("saved_search", schema=None) as batch_op:
        batch_op.create_index("ix_saved_search_by_place", ["page", "place"], unique=False)

    op.create_table(
        "case_address",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("checked_in_on", DAY, nullable=True),
        sa.Column("checked_in_time", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("is_hotel", FLAG, nullable=False),
        sa.Column("registered_on", DAY, nullable=True),
        sa.Column("left_on", DAY, nullable=True),
        sa.Column("case_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["case_file.id"],
            name=op.f("fk_case_address_case_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_address")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("case_address", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_address_case_id"), ["case_id"], unique=False)

    op.create_table(
        "case_bill",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", CHOICE, nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("issued_on", DAY, nullable=False),
        sa.Column("issued_by", sa.Text(), nullable=False),
        sa.Column("issued_at", MOMENT, nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("credits", sa.Text(), nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.CheckConstraint("\"kind\" IN ('invoice', 'credit')", name=op.f("ck_case_bill_kind")),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["case_file.id"],
            name=op.f("fk_case_bill_case_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_bill")),
        sa.UniqueConstraint("number", name=op.f("uq_case_bill_number")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("case_bill", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_bill_case_id"), ["case_id"], unique=False)

    op.create_table(
        "case_deadline_mark",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("owner_id", KEY, nullable=True),
        sa.Column("done_on", DAY, nullable=True),
        sa.Column("waived_reason", sa.Text(), nullable=False),
        sa.Column("due", MOMENT, nullable=True),
        sa.Column("due_reason", sa.Text(), nullable=False),
        sa.Column("due_set_by", sa.Text(), nullable=False),
        sa.Column("due_set_at", MOMENT, nullable=True),
        sa.Column("alerts", sa.Text(), nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["case_file.id"],
            name=op.f("fk_case_deadline_mark_case_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["user_account.id"],
            name=op.f("fk_case_deadline_mark_owner_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_deadline_mark")),
        sa.UniqueConstraint("case_id", "rule", "part", name=op.f("uq_case_deadline_mark_case_id_rule_part")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("case_deadline_mark", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_deadline_mark_case_id"), ["case_id"], unique=False)

    op.create_table(
        "case_entry",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("entered_on", DAY, nullable=True),
        sa.Column("entered_time", sa.Text(), nullable=False),
        sa.Column("port", sa.Text(), nullable=False),
        sa.Column("stay_days", sa.Integer(), nullable=True),
        sa.Column("left_on", DAY, nullable=True),
        sa.Column("left_time", sa.Text(), nullable=False),
        sa.Column("left_port", sa.Text(), nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["case_file.id"],
            name=op.f("fk_case_entry_case_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_entry")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("case_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_entry_case_id"), ["case_id"], unique=False)

    op.create_table(
        "case_event",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", CHOICE, nullable=True),
        sa.Column("on", DAY, nullable=True),
        sa.Column("days", sa.Integer(), nullable=True),
        sa.Column("settled_on", DAY, nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.CheckConstraint(
            "\"kind\" IN ('form_confirmed', 'change', 'birth', 'order', 'employer', 'medical', 'police')",
            name=op.f("ck_case_event_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["case_file.id"],
            name=op.f("fk_case_event_case_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_event")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("case_event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_event_case_id"), ["case_id"], unique=False)

    op.create_table(
        "case_extension",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("filed_on", DAY, nullable=True),
        sa.Column("accepted_on", DAY, nullable=True),
        sa.Column("decided_on", DAY, nullable=True),
        sa.Column("state", CHOICE, nullable=True),
        sa.Column("days", sa.Integer(), nullable=True),
        sa.Column("case_id", KEY, nullable=False),
        sa.CheckConstraint("\"state\" IN ('granted', 'refused')", name=op.f("ck_case_extension_state")),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["case_file.id"],
            name=op.f("fk_case_extension_case_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_extension")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("case_extension", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_extension_case_id"), ["case_id"], unique=False)

    op.create_table(
        "case_fact",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["case_file.id"],
            name=op.f("fk_case_fact_case_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_fact")),
        sa.UniqueConstraint("case_id", "name", name=op.f("uq_case_fact_case_id_name")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("case_fact", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_fact_case_id"), ["case_id"], unique=False)

    op.create_table(
        "case_family",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("principal_id", KEY, nullable=False),
        sa.Column("role", CHOICE, nullable=False),
        sa.Column("shares_owner", FLAG, nullable=False),
        sa.Column("shares_quote", FLAG, nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.CheckConstraint(
            "\"role\" IN ('spouse', 'child', 'parent', 'other')", name=op.f("ck_case_family_role")
        ),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["case_file.id"],
            name=op.f("fk_case_family_case_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["principal_id"],
            ["case_file.id"],
            name=op.f("fk_case_family_principal_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_family")),
        sa.UniqueConstraint("case_id", name=op.f("uq_case_family_case_id")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("case_family", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_family_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_family_principal_id"), ["principal_id"], unique=False)

    op.create_table(
        "case_family_seen",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("other_id", KEY, nullable=False),
        sa.Column("seen", sa.Text(), nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["case_file.id"],
            name=op.f("fk_case_family_seen_case_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["other_id"],
            ["case_file.id"],
            name=op.f("fk_case_family_seen_other_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_family_seen")),
        sa.UniqueConstraint("case_id", "other_id", name=op.f("uq_case_family_seen_case_id_other_id")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("case_family_seen", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_family_seen_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_family_seen_other_id"), ["other_id"], unique=False)

    op.create_table(
        "case_instalment",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("due_on", DAY, nullable=True),
        sa.Column("paid_on", DAY, nullable=True),
        sa.Column("paid_minor", sa.Integer(), nullable=False),
        sa.Column("paid_reason", sa.Text(), nullable=False),
        sa.Column("refunded_on", DAY, nullable=True),
        sa.Column("refunded_minor", sa.Integer(), nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("minor", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["case_file.id"],
            name=op.f("fk_case_instalment_case_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_instalment")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("case_instalment", schema=None) as batch_op:
        batch_op.create_index("ix_case_instalment_by_due", ["due_on", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_instalment_case_id"), ["case_id"], unique=False)

    op.create_table(
        "case_item",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("applied", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("repeat_key", sa.Text(), nullable=False),
        sa.Column("repeat_en", sa.Text(), nullable=False),
        sa.Column("repeat_zh", sa.Text(), nullable=False),
        sa.Column("state", CHOICE, nullable=False),
        sa.Column("state_reason", sa.Text(), nullable=False),
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("issued_on", DAY, nullable=True),
        sa.Column("valid_until", DAY, nullable=True),
        sa.Column("originals", sa.Integer(), nullable=True),
        sa.Column("copies", sa.Integer(), nullable=True),
        sa.Column("original_at", CHOICE, nullable=True),
        sa.Column("returned_on", DAY, nullable=True),
        sa.Column("returned_to", sa.Text(), nullable=False),
        sa.Column("asked_on", DAY, nullable=True),
        sa.Column("last_chased_on", DAY, nullable=True),
        sa.Column("due_on", DAY, nullable=True),
        sa.Column("responsible_id", KEY, nullable=True),
        sa.Column("from_item_id", KEY, nullable=True),
        sa.Column("case_id", KEY, nullable=False),
        sa.CheckConstraint(
            "\"original_at\" IN ('client', 'office', 'centre', 'authority', 'returned')",
            name=op.f("ck_case_item_original_at"),
        ),
        sa.CheckConstraint(
            "\"state\" IN ('needed', 'requested', 'received', 'returned', 'accepted', 'waived')",
            name=op.f("ck_case_item_state"),
        ),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["case_file.id"],
            name=op.f("fk_case_item_case_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["responsible_id"],
            ["user_account.id"],
            name=op.f("fk_case_item_responsible_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_item")),
        sa.UniqueConstraint(
            "case_id", "item", "repeat_key", name=op.f("uq_case_item_case_id_item_repeat_key")
        ),
        sqlite_strict=True,
    )
    with op.batch_alter_table("case_item", schema=None) as batch_op:
        batch_op.create_index(
            "ix_case_item_by_due", ["due_on", "case_id", "state", "applied", "responsible_id"], unique=False
        )
        batch_op.create_index(
            "ix_case_item_by_state",
            ["case_id", "state", "applied", "asked_on", "last_chased_on", "item"],
            unique=False,
        )
        batch_op.create_index(batch_op.f("ix_case_item_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_item_from_item_id"), ["from_item_id"], unique=False)

    op.create_table(
        "case_mail",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("recipients", sa.Text(), nullable=False),
        sa.Column("sent_at", MOMENT, nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("attachments", sa.Text(), nullable=False),
        sa.Column("kept_at", MOMENT, nullable=False),
        sa.Column("kept_by", sa.Text(), nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["case_file.id"],
            name=op.f("fk_case_mail_case_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["sha256"],
            ["mail_file.sha256"],
            name=op.f("fk_case_mail_sha256"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_mail")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("case_mail", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_mail_case_id"), ["case_id"], unique=False)

    op.create_table(
        "case_note",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("written_at", MOMENT, nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", CHOICE, nullable=False),
        sa.Column("with_whom", sa.Text(), nullable=False),
        sa.Column("happened_at", MOMENT, nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("case_id", KEY, nullable=False),
        sa.CheckConstraint(
            "\"kind\" IN ('note', 'call', 'meeting', 'message')", name=op.f("ck_case_note_kind")
        ),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["case_file.id"],
            name=op.f("fk_case_note_case_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_note")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("case_note", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_note_case_id"), ["case_id"], unique=False)

    op.create_table(
        "case_party",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("role", CHOICE, nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("birth_date", PARTIAL, nullable=True),
        sa.Column("case_id", KEY, nullable=False),
        sa.CheckConstraint(
            "\"role\" IN ('inviter', 'emergency', 'payer', 'fellow_traveller', 'form_filler', 'signing_parent')",
            name=op.f("ck_case_party_role"),
        ),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["case_file.id"],
            name=op.f("fk_case_party_case_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_party")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("case_party", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_party_case_id"), ["case_id"], unique=False)

    op.create_table(
        "case_permit",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("filed_on", DAY, nullable=True),
        sa.Column("accepted_on", DAY, nullable=True),
        sa.Column("issued_on", DAY, nullable=True),
        sa.Column("expires_on", DAY, nullable=True),
        sa.Column("renewed_on", DAY, nullable=True),
        sa.Column("case_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["case_file.id"],
            name=op.f("fk_case_permit_case_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_permit")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("case_permit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_permit_case_id"), ["case_id"], unique=False)

    op.create_table(
        "case_quote",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("payer_id", KEY, nullable=True),
        sa.Column("payer", sa.Text(), nullable=False),
        sa.Column("payer_address", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("agreement_signed_on", DAY, nullable=True),
        sa.Column("authority_signed_on", DAY, nullable=True),
        sa.Column("case_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["case_file.id"],
            name=op.f("fk_case_quote_case_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["payer_id"],
            ["person.id"],
            name=op.f("fk_case_quote_payer_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_quote")),
        sa.UniqueConstraint("case_id", name=op.f("uq_case_quote_case_id")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("case_quote", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_quote_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_quote_payer_id"), ["payer_id"], unique=False)

    op.create_table(
        "case_quote_line",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", CHOICE, nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("read_on", DAY, nullable=True),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("minor", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "\"kind\" IN ('service', 'consular', 'centre', 'disbursement')",
            name=op.f("ck_case_quote_line_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["case_file.id"],
            name=op.f("fk_case_quote_line_case_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_quote_line")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("case_quote_line", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_quote_line_case_id"), ["case_id"], unique=False)

    op.create_table(
        "case_screening",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("result", CHOICE, nullable=False),
        sa.Column("graduate", CHOICE, nullable=False),
        sa.Column("staff", CHOICE, nullable=False),
        sa.Column("common", CHOICE, nullable=False),
        sa.Column("rules", sa.Text(), nullable=False),
        sa.Column("rules_version", sa.Text(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("confirmed_by", sa.Text(), nullable=False),
        sa.Column("confirmed_at", MOMENT, nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.CheckConstraint(
            "\"common\" IN ('meets', 'needs_consular_confirmation', 'information_missing', 'does_not_meet')",
            name=op.f("ck_case_screening_common"),
        ),
        sa.CheckConstraint(
            "\"graduate\" IN ('meets', 'needs_consular_confirmation', 'information_missing', 'does_not_meet')",
            name=op.f("ck_case_screening_graduate"),
        ),
        sa.CheckConstraint(
            "\"result\" IN ('meets', 'needs_consular_confirmation', 'information_missing', 'does_not_meet')",
            name=op.f("ck_case_screening_result"),
        ),
        sa.CheckConstraint(
            "\"staff\" IN ('meets', 'needs_consular_confirmation', 'information_missing', 'does_not_meet')",
            name=op.f("ck_case_screening_staff"),
        ),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["case_file.id"],
            name=op.f("fk_case_screening_case_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["rules"],
            ["rule_set.sha256"],
            name=op.f("fk_case_screening_rules"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_screening")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("case_screening", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_screening_case_id"), ["case_id"], unique=False)

    op.create_table(
        "case_sign_off",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("kind", CHOICE, nullable=False),
        sa.Column("reader_id", KEY, nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("begun_at", MOMENT, nullable=False),
        sa.Column("signed_at", MOMENT, nullable=True),
        sa.Column("case_id", KEY, nullable=False),
        sa.CheckConstraint("\"kind\" IN ('second_reader', 'self_check')", name=op.f("ck_case_sign_off_kind")),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["case_file.id"],
            name=op.f("fk_case_sign_off_case_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["reader_id"],
            ["user_account.id"],
            name=op.f("fk_case_sign_off_reader_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_sign_off")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("case_sign_off", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_sign_off_case_id"), ["case_id"], unique=False)

    op.create_table(
        "case_snapshot",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("filed_at", MOMENT, nullable=False),
        sa.Column("filed_by", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("kind", CHOICE, nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("begun_at", MOMENT, nullable=False),
        sa.Column("signed_at", MOMENT, nullable=False),
        sa.Column("explained", sa.Text(), nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.CheckConstraint("\"kind\" IN ('second_reader', 'self_check')", name=op.f("ck_case_snapshot_kind")),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["case_file.id"],
            name=op.f("fk_case_snapshot_case_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_snapshot")),
        sa.UniqueConstraint("case_id", "number", name=op.f("uq_case_snapshot_case_id_number")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("case_snapshot", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_snapshot_case_id"), ["case_id"], unique=False)

    op.create_table(
        "case_stop",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("start", DAY, nullable=True),
        sa.Column("end", DAY, nullable=True),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["case_file.id"],
            name=op.f("fk_case_stop_case_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_stop")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("case_stop", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_stop_case_id"), ["case_id"], unique=False)

    op.create_table(
        "deadline_listing",
        sa.Column("id", KEY, nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("due", MOMENT, nullable=False),
        sa.Column("last_day", DAY, nullable=False),
        sa.Column("provisional", FLAG, nullable=False),
        sa.Column("certain", FLAG, nullable=False),
        sa.Column("owner_id", KEY, nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["case_file.id"],
            name=op.f("fk_deadline_listing_case_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["user_account.id"],
            name=op.f("fk_deadline_listing_owner_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deadline_listing")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("deadline_listing", schema=None) as batch_op:
        batch_op.create_index(
            "ix_deadline_listing_by_day", ["last_day", "case_id", "owner_id", "rule"], unique=False
        )
        batch_op.create_index("ix_deadline_listing_by_due", ["due", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_deadline_listing_case_id"), ["case_id"], unique=False)

    op.create_table(
        "enquiry",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", CHOICE, nullable=False),
        sa.Column("wanted", sa.Text(), nullable=False),
        sa.Column("referrer_id", KEY, nullable=True),
        sa.Column("referrer", sa.Text(), nullable=False),
        sa.Column("taken_on", DAY, nullable=False),
        sa.Column("taken_by", sa.Text(), nullable=False),
        sa.Column("case_id", KEY, nullable=True),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("archived", FLAG, nullable=False),
        sa.CheckConstraint(
            "\"state\" IN ('new', 'checked', 'declined', 'case')", name=op.f("ck_enquiry_state")
        ),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["case_file.id"],
            name=op.f("fk_enquiry_case_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_enquiry_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["referrer_id"],
            ["person.id"],
            name=op.f("fk_enquiry_referrer_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enquiry")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("enquiry", schema=None) as batch_op:
        batch_op.create_index("ix_enquiry_by_day", ["taken_on", "id"], unique=False)
        batch_op.create_index("ix_enquiry_by_state", ["state", "taken_on", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_enquiry_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_enquiry_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_enquiry_referrer_id"), ["referrer_id"], unique=False)

    op.create_table(
        "conflict_check",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", KEY, nullable=True),
        sa.Column("search", sa.Text(), nullable=False),
        sa.Column("decision", CHOICE, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("decided_at", MOMENT, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.CheckConstraint(
            "\"decision\" IN ('clear', 'waived', 'declined')", name=op.f("ck_conflict_check_decision")
        ),
        sa.ForeignKeyConstraint(
            ["enquiry_id"],
            ["enquiry.id"],
            name=op.f("fk_conflict_check_enquiry_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_conflict_check_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conflict_check")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("conflict_check", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_conflict_check_enquiry_id"), ["enquiry_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_conflict_check_person_id"), ["person_id"], unique=False)
