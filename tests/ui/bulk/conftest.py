"""The page of cases with three fictional ones, as its own tests have it."""

from tests.ui.cases.conftest import case_keys, page, people_keys

__all__ = ["case_keys", "page", "people_keys"]
