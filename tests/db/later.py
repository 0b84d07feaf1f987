"""A program one revision newer than this one: as a later release will meet a casebook of today."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from db import migrations, schema, upgrade

FIRST, NEXT = schema.REVISIONS[-1], "9001"
_SCRIPT = """
import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "{next}", "{first}", None, None


def upgrade():
    anew = "always" if op.get_bind().dialect.name == "sqlite" else "never"
    with op.batch_alter_table("person", recreate=anew) as batch:
        batch.add_column(sa.Column("nickname", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("person_row", recreate=anew) as batch:
        batch.add_column(sa.Column("nickname", sa.Text(), nullable=False, server_default=""))
    op.create_table("pet", sa.Column("id", sa.Integer(), primary_key=True), sqlite_strict=True)
{more}
"""


def make(scripts: Path, patch: pytest.MonkeyPatch, more: str = "") -> None:
    """Make this process the newer program, its migrations in ``scripts``; the last ends with ``more``."""
    if not scripts.exists():
        shutil.copytree(
            Path(migrations.__file__).parent, scripts, ignore=shutil.ignore_patterns("__pycache__")
        )
    lines = "\n".join(f"    {line}" for line in more.splitlines())
    script = _SCRIPT.format(next=NEXT, first=FIRST, more=lines)
    (scripts / "versions" / f"{NEXT}_next.py").write_text(script)
    ours = upgrade.alembic_config

    def moved(connection: Any) -> Any:
        config = ours(connection)
        config.set_main_option("script_location", str(scripts))
        return config

    patch.setattr(upgrade, "alembic_config", moved)
    patch.setattr(schema, "REVISIONS", (*schema.REVISIONS, NEXT))
    patch.setattr(schema, "HEAD", NEXT)
