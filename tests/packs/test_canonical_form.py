"""The quick way to the canonical form gives the bytes of the standard one, or is not taken."""

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from icc_consult.packs.fingerprint import canonical_bytes

ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**60), 2**60)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(ANYTHING)
def test_both_ways_lead_to_the_same_bytes(value: object) -> None:
    try:
        expected = rfc8785.dumps(value)  # type: ignore[arg-type]
    except rfc8785.CanonicalizationError:
        with pytest.raises((rfc8785.CanonicalizationError, UnicodeEncodeError)):
            canonical_bytes(value)
    else:
        assert canonical_bytes(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        {"\U00010000": 1, "\uffff": 2},
        {"a": '\x00\x1f\x7f\u2028"\\/'},
        {"b": 1, "a": [1.5, 1e21, -0.0]},
        2**53 - 1,
    ],
)
def test_where_the_two_could_differ(value: object) -> None:
    assert canonical_bytes(value) == rfc8785.dumps(value)  # type: ignore[arg-type]


def test_half_a_letter_has_no_canonical_form() -> None:
    with pytest.raises((rfc8785.CanonicalizationError, UnicodeEncodeError)):
        canonical_bytes({"a": "\ud800"})
