"""The printed values can't change once they are made."""

import dataclasses
import importlib
import pkgutil

import pytest

from app.domain import filing
from app.domain.filing import Applicant


def test_every_printed_value_is_frozen() -> None:
    names = [found.name for found in pkgutil.iter_modules(filing.__path__, "app.domain.filing.")]
    modules = [filing, *(importlib.import_module(name) for name in names)]
    kinds = [kind for module in modules for kind in vars(module).values() if dataclasses.is_dataclass(kind)]
    assert len(kinds) > len(modules)
    assert all(kind.__dataclass_params__.frozen for kind in kinds)  # type: ignore[union-attr]


def test_an_applicant_is_not_changed_after_the_fact() -> None:
    applicant = Applicant(passport_name="SAMPLE, Ananya")
    with pytest.raises(dataclasses.FrozenInstanceError):
        applicant.passport_name = "OTHER"  # type: ignore[misc]
