"""Run by Alembic with the connection that ``db.upgrade`` hands over."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from db import search_index, tables, types


def _include(thing: Any, name: str | None, kind: str, reflected: bool, compare_to: Any) -> bool:
    """Leave out the search index: ``db.search_index`` makes it, after every migration."""
    return not (name or "").startswith(search_index.INDEX_TABLES)


def _render(kind: str, thing: Any, autogen: AutogenContext) -> str | Literal[False]:
    """Write our column types by the names that ``script.py.mako`` gives their frozen copies."""
    ours = kind == "type" and type(thing).__module__ == types.__name__
    return type(thing).__name__.upper() if ours else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=tables.METADATA,
    include_object=_include,
    render_item=_render,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
