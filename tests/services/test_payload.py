import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icc_consult.domain.response import Answered, Response, Worked, Written
from icc_consult.domain.session import Draw, Session
from icc_consult.packs import pack_of
from icc_consult.services.extent import sealed_size
from icc_consult.services.payload import decode, encode

from tests.builders import EN, fullest_response, response_with, responses_to, sample
from tests.domain.forms import everything
from tests.sketches import consultation_drawn

SKETCH = consultation_drawn()
EVERYTHING = pack_of(everything()).consultation


@given(responses_to(SKETCH))
def test_every_response_comes_back_as_it_was(response: Response) -> None:
    assert decode(encode(response)) == response


@given(responses_to(SKETCH))
def test_every_response_fits_the_one_size(response: Response) -> None:
    assert len(encode(response)) < sealed_size(SKETCH)


@pytest.mark.parametrize("consultation", [SKETCH, sample().consultation], ids=["sketch", "sample"])
def test_the_fullest_response_fits_the_one_size(consultation) -> None:
    assert len(encode(fullest_response(consultation))) < sealed_size(consultation)


@given(responses_to(EVERYTHING))
def test_every_kind_of_answer_comes_back_and_fits(response: Response) -> None:
    assert decode(encode(response)) == response
    assert len(encode(response)) < sealed_size(EVERYTHING)


@given(responses_to(EVERYTHING))
def test_every_value_that_is_drawn_here_fits_its_question(response: Response) -> None:
    session = Session.begin(EVERYTHING, EN, Draw())
    for item, answer in response.answers.items():
        if not isinstance(getattr(answer, "value", None), Worked):
            session.with_answer(item, answer)


def test_words_that_json_must_escape_fit_too() -> None:
    long = consultation_drawn("survey s\nq1 text 4000 Tell us.")
    full = response_with(long, {"q1": Answered(Written("\x01" * 4000), EN)})
    assert len(encode(full)) < sealed_size(long)


def test_many_turned_scales_with_long_names_fit_too() -> None:
    names = [f"q{number:02}{'x' * 60}" for number in range(60)]
    scales = "\n".join(f"{name} scale How?\n{'c' * 64} Good\nb Bad" for name in names)
    long = consultation_drawn(f"survey s\n{scales}")
    assert len(encode(fullest_response(long))) < sealed_size(long)


def test_half_a_letter_is_refused() -> None:
    document = json.loads(encode(response_with(SKETCH, {})))
    document["answers"] = {"q3": {"text": "a\ud800b", "l": "en"}}
    with pytest.raises(ValueError):  # noqa: PT011 - any kind of it
        decode(json.dumps(document).encode())


def test_the_one_size_is_a_whole_number_of_half_kilobytes() -> None:
    assert sealed_size(SKETCH) % 512 == 0


def test_equal_responses_have_equal_bytes() -> None:
    one = response_with(SKETCH, {"q3": Answered(Written("é"), EN), "p1": Answered(Written("x"), EN)})
    other = response_with(SKETCH, dict(reversed(one.answers.items())))
    assert encode(one) == encode(other)


def test_nothing_in_a_payload_tells_when_or_where() -> None:
    document = json.loads(encode(fullest_response(SKETCH)))
    assert set(document) == {
        "version",
        "fingerprint",
        "language",
        "ended",
        "route",
        "offered",
        "drawn",
        "turned",
        "answers",
        "sitting",
    }


@given(st.binary(max_size=200))
def test_other_bytes_are_refused(junk: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any kind of it
        decode(junk)


def test_a_payload_of_another_version_is_refused() -> None:
    document = json.loads(encode(fullest_response(SKETCH))) | {"version": 2}
    with pytest.raises(ValueError, match="version 2"):
        decode(json.dumps(document).encode())


@pytest.mark.parametrize("plain", [{"s": "lost"}, {"l": "en"}, {"one": 1, "l": "en"}, [], "x", None])
def test_an_answer_of_no_known_kind_is_refused(plain: object) -> None:
    document = json.loads(encode(response_with(SKETCH, {}))) | {"answers": {"q1": plain}}
    with pytest.raises(ValueError):  # noqa: PT011 - any kind of it
        decode(json.dumps(document).encode())
