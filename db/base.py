"""What every table shares: constraint names, STRICT, keys, versions, and columns that remember."""

from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Integer, MetaData, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from sqlalchemy.types import TypeEngine

from db.types import Choice, Flag, Key, new_key

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


def strict(*constraints: Any) -> tuple[Any, ...]:
    """Return the table arguments of a STRICT table with ``constraints`` and indexes."""
    return (*constraints, {"sqlite_strict": True})


class Base(DeclarativeBase):
    """The base of all tables; enumerations get their CHECK here, references their time of checking."""

    metadata = MetaData(naming_convention=NAMES)

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Map the class, then complete its table's constraints."""
        super().__init_subclass__(**kwargs)
        table = cls.__dict__.get("__table__")
        if isinstance(table, Table):
            _constrain_choices(table)
            _check_references_at_commit(table)


def _constrain_choices(table: Table) -> None:
    for column in table.columns:
        if isinstance(column.type, Choice):
            values = ", ".join(f"'{choice.value}'" for choice in column.type.choices)
            check = CheckConstraint(f'"{column.name}" IN ({values})', name=column.name)
            table.append_constraint(check)


def _check_references_at_commit(table: Table) -> None:
    """Let the rows of one operation come in any order: a flush without ``relationship()`` has none."""
    for constraint in table.foreign_key_constraints:
        constraint.deferrable, constraint.initially = True, "DEFERRED"


def recorded(kind: TypeEngine[Any] | type[TypeEngine[Any]], *args: Any, **kwargs: Any) -> Any:
    """Declare a column whose changes are recorded.

    ``active_history`` loads the old value before it is replaced; without it an expired attribute
    would be recorded as having been empty. It is also the mark by which the trail knows the column:
    a plain ``mapped_column`` of a recorded row is derived, and never recorded.
    """
    return mapped_column(kind, *args, active_history=True, **kwargs)


class Recorded:
    """Mixin of every row that operations change: key, version, change records.

    ``about`` names the column with the key of the aggregate (person, case …) the row belongs to.
    """

    about: ClassVar[str] = "id"

    id: Mapped[UUID] = mapped_column(Key, primary_key=True, default=new_key, sort_order=-2)
    version: Mapped[int] = mapped_column(Integer, nullable=False, sort_order=-1)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805
        """A save of a row that changed meanwhile is refused by its version."""
        return {"version_id_col": cls.version}


class Archivable:
    """Mixin of aggregates: archived, never deleted."""

    archived: Mapped[bool] = recorded(Flag, nullable=False, default=False)
