"""`python -m scripts.fuzz.guided TARGET CORPUS…`: inputs found by what others did."""

import sys
from contextlib import suppress

import atheris

with atheris.instrument_imports(include=["icc_consult"]):
    from icc_consult.domain.errors import BrokenRule
    from icc_consult.domain.logic import LogicError, parse
    from icc_consult.formats.forms import packed
    from icc_consult.formats.xlsform.reading import read_form

    from scripts.fuzz.carried import READERS


def read_file(content: bytes) -> None:
    """A form, or a refusal."""
    with suppress(BrokenRule):
        reading = read_form(content, name="fuzzed")
        if reading.form is not None:
            packed(reading.form)


def read_rule(content: bytes) -> None:
    """A rule, or an error that is declared."""
    with suppress(LogicError):
        parse(content.decode("utf-8", "replace"))


TARGETS = {"files": read_file, "rules": read_rule, **READERS}

if __name__ == "__main__":
    atheris.Setup(sys.argv[:1] + sys.argv[2:], TARGETS[sys.argv[1]])
    atheris.Fuzz()
