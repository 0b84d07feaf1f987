"""Run by Alembic with the connection that ``db.upgrade`` hands over."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from db import search, types
from db.base import Base


def _include(thing: Any, name: str | None, kind: str, reflected: bool, compare_to: Any) -> bool:
    return not (kind == "table" and name is not None and name.startswith(search.INDEX_TABLES))


def _render(kind: str, thing: Any, autogen: AutogenContext) -> str | Literal[False]:
    """Write our column types by name; a choice is text whose CHECK stands beside it."""
    if kind != "type" or type(thing).__module__ != types.__name__:
        return False
    return "sa.Text()" if isinstance(thing, types.Choice) else f"types.{type(thing).__name__}()"


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    include_object=_include,
    render_item=_render,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
