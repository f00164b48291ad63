from grimp import ImportGraph
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from scripts.third_party import ThirdPartyContract
from tests.rules.tree import ROOT


def test_every_import_contract_is_kept(monkeypatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(config_filename="pyproject.toml", no_cache=True) == EXIT_STATUS_SUCCESS


def _toy_domain_importing(outside: str) -> ImportGraph:
    graph = ImportGraph()
    graph.add_module("toy.domain.survey")
    graph.add_module(outside, is_squashed=True)
    graph.add_import(importer="toy.domain.survey", imported=outside, line_number=1, line_contents="import")
    return graph


def _contract(*allowed: str) -> ThirdPartyContract:
    options = {"modules": ["toy.domain.survey"], "allowed": list(allowed)}
    return ThirdPartyContract("Toys only", {}, options)


def test_a_package_from_outside_breaks_the_contract_of_the_domain() -> None:
    check = _contract().check(_toy_domain_importing("numpy"), verbose=False)
    assert check.metadata["broken"] == ["toy.domain.survey imports numpy"]
    assert not check.kept


def test_the_standard_library_and_what_is_allowed_keep_the_contract() -> None:
    assert _contract().check(_toy_domain_importing("dataclasses"), verbose=False).kept
    assert _contract("numpy").check(_toy_domain_importing("numpy"), verbose=False).kept
