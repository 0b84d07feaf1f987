"""What is done to rules, answers of posts and signed packs, for the test that undoes everything."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.services import firm_rules, firm_tables, pack_files, post_answers, rebasing, signers
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.services.ledgers import a_visa, enter
from tests.services.test_firm_rules import a_new_rule
from tests.services.test_firm_tables import a_new_row
from tests.services.test_pack_files import a_pack
from tests.services.test_post_answers import POST, an_answer

Run = Callable[[], Any]


def _post_answered(book: Casebook) -> Run:
    open_case(book, post=POST)
    return lambda: book.write(post_answers.record, an_answer(), TODAY)


def _post_checked(book: Casebook) -> Run:
    open_case(book, post=POST)
    return lambda: book.write(post_answers.check, POST, TODAY, TODAY)


def _rule_changed(book: Casebook) -> Run:
    return lambda: book.write(firm_rules.record, a_new_rule(), TODAY)


def _table_changed(book: Casebook) -> Run:
    enter(book, a_visa(book))
    return lambda: book.write(firm_tables.record, a_new_row(), TODAY)


def _case_rebased(book: Casebook) -> Run:
    case = open_case(book).id
    book.write(firm_rules.record, a_new_rule(), TODAY)
    found = book.read(rebasing.of_case, case, TODAY)
    assert found
    return lambda: book.write(rebasing.rebase, [(case, found.froze)], TODAY)


def _signer_trusted(book: Casebook) -> Run:
    return lambda: book.write(signers.trust, "ab" * 32, "Other firm")


def _signer_dropped(book: Casebook) -> Run:
    key = book.write(signers.trust, "ab" * 32, "Other firm").result
    return lambda: book.write(signers.drop, key, 1)


def _pack_taken_in(book: Casebook) -> Run:
    open_case(book, post=POST)
    with tempfile.TemporaryDirectory() as folder:
        data = a_pack(Path(folder))
    return lambda: book.write(pack_files.accept, data, "theirs.kbpack", TODAY, trust=True)


RULE_SCENES: dict[str, Callable[[Casebook], Run]] = {
    "post:answer": _post_answered,
    "post:check": _post_checked,
    "rules:override": _rule_changed,
    "rules:table": _table_changed,
    "rules:rebase": _case_rebased,
    "rules:import": _pack_taken_in,
    "signer:trust": _signer_trusted,
    "signer:drop": _signer_dropped,
}
