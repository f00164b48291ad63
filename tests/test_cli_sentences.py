"""Every rule that can be broken has its sentence."""

import inspect

import pytest

from icc_consult.domain.errors import BrokenRule, ConsultationClosed, NotSaved
from icc_consult.i18n import Say
from icc_consult.packs import PackRefused, Reason
from icc_consult.sentences import sentence
from icc_consult.services import errors
from icc_consult.services.errors import DirectoryRefused, Fault

RULES = [
    rule
    for _, rule in inspect.getmembers(errors, inspect.isclass)
    if issubclass(rule, BrokenRule) and rule not in (BrokenRule, DirectoryRefused)
]


def broken(rule: type[BrokenRule]) -> BrokenRule:
    values = {"where": "data", "least": 4, "most": 12}
    return rule(**{name: values.get(name, "x") for name in inspect.signature(rule).parameters})


@pytest.mark.parametrize("rule", [*RULES, ConsultationClosed, NotSaved], ids=lambda rule: rule.__name__)
def test_a_broken_rule_is_told_in_one_sentence(rule: type[BrokenRule]) -> None:
    told = sentence(broken(rule))
    assert told.endswith(".")
    assert "{" not in told
    assert "\n" not in told


@pytest.mark.parametrize("fault", Fault)
def test_a_refused_directory_is_named_first(fault: Fault) -> None:
    told = sentence(DirectoryRefused(fault, "data", "detail"))
    assert told.startswith("data: ")
    assert told.endswith(".")


def test_an_error_of_the_system_names_its_file() -> None:
    assert sentence(PermissionError(13, "Permission denied", "pass")) == "pass: Permission denied."


def test_sentences_can_be_told_in_another_voice() -> None:
    refusal = PackRefused(Reason.UNKNOWN_QUESTION, "parts[0]", "ranking")
    assert sentence(refusal, Say("en"), pack="ours") == sentence(refusal, pack="ours")
