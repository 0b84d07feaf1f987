"""Each table of the firm's rules is one that is shipped, under the name that its file has."""

from app.domain import authentication, fees, measures, photo_profiles, table_kinds
from app.domain.table_kinds import TableKind


def test_the_names_are_those_of_the_files() -> None:
    others = {fees.KIND, photo_profiles.KIND, authentication.KIND, measures.KIND}
    assert {kind.value for kind in TableKind} == others | {"deadlines"}


def test_each_table_has_a_key_of_its_own() -> None:
    assert len({table_kinds.key(kind) for kind in TableKind}) == len(TableKind)
