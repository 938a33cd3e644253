"""The folders as registries: every module keeps its folder's contract, wrong names are told with near ones."""

from __future__ import annotations

import pytest

import kg
from kg import plugins
from kg.errors import UsageError

CONTRACTS = {
    "kg.readers": ("SUFFIXES", "read"),
    "kg.writers": ("SUFFIX", "write"),
    "kg.nlp": ("load",),
    "kg.engines": ("run",),
    "kg.cli": ("command",),
}


@pytest.mark.parametrize(("package", "name"), [(p, name) for p in CONTRACTS for name in plugins.names(p)])
def test_every_module_keeps_the_contract_of_its_folder(package: str, name: str) -> None:
    module = plugins.load(package, name)
    assert [wanted for wanted in CONTRACTS[package] if not hasattr(module, wanted)] == []
    assert plugins.summary(package, name) == (module.__doc__ or "").strip().partition("\n")[0] != ""


def test_a_wrong_name_is_told_with_the_nearest() -> None:
    with pytest.raises(UsageError, match=r"kg\.writers: no 'turtel'; try turtle"):
        plugins.load("kg.writers", "turtel")


@pytest.mark.parametrize("name", kg.__all__)
def test_the_public_names_load(name: str) -> None:
    assert getattr(kg, name) is not None
    assert name in dir(kg)


def test_an_unknown_public_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        _ = kg.nonsense
