import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icc_consult.verifying.audit import BrokenAudit, head_of, next_entry, read_log
from icc_consult.verifying.bundle import bundle_bytes, read_bundle
from icc_consult.verifying.canonical import NotCanonical, canonical
from icc_consult.verifying.checking import check, check_merged
from icc_consult.verifying.checkpoints import checkpoint_of, name_of
from icc_consult.verifying.findings import Flaw
from icc_consult.verifying.following import check_follows, check_follows_checkpoint, check_follows_state
from icc_consult.verifying.receipts import as_printed, codes_in, list_text, proof_for, read_list
from icc_consult.verifying.records import Kind, Record
from icc_consult.verifying.state import Signed, State, Total

from tests.bundles.model import DAY, Place, place_with


def flaws(state: State) -> set[Flaw]:
    return {finding.flaw for finding in check(state)}


def without(state: State, kind: Kind, count: int = 1) -> State:
    gone = sorted(state.of(kind), key=lambda record: record.hash)[:count]
    return replace(state, records=state.records - set(gone))


def signed(line: bytes) -> Signed:
    return Signed(name_of(line), checkpoint_of(line))


@pytest.fixture
def place() -> Place:
    place = place_with(4)
    place.answers(3)
    place.end_day()
    return place


def test_a_state_that_is_whole_has_no_flaw(place: Place) -> None:
    assert check(place.state()) == ()
    place.close()
    assert check(place.state()) == ()


@pytest.mark.parametrize("kind", [Kind.SEALED, Kind.RECEIPT])
def test_a_record_that_is_gone_is_missed(place: Place, kind: Kind) -> None:
    assert flaws(without(place.state(), kind)) == {Flaw.BOOKS, Flaw.LOST}


def test_an_exchanged_answer_is_found_although_the_books_balance(place: Place) -> None:
    state = without(place.state(), Kind.SEALED)
    other = Record(Kind.SEALED, b"another answer altogether")
    assert flaws(replace(state, records=state.records | {other})) == {Flaw.OTHER_CONTENT}


def test_an_answer_after_the_end_is_found(place: Place) -> None:
    place.close()
    place.answers(1)
    assert flaws(place.state()) == {Flaw.OTHER_CONTENT}
    place.end_day()
    assert flaws(place.state()) == {Flaw.SHRUNK}


def test_an_answer_without_a_day_is_named(place: Place) -> None:
    state = without(place.state(), Kind.TOTAL)
    total = Total(1, DAY, {"responses": 6, "spent": 1}).record()
    found = {one.detail for one in check(replace(state, records=state.records | {total}))}
    assert found == {"sealed 7, responses 6", "spent 1, vouchers 0"}


def test_a_voucher_that_was_used_twice_shows_as_a_difference(place: Place) -> None:
    state = without(place.state(), Kind.TOTAL)
    more = {Total(1, DAY, {"responses": 7, "spent": 2}).record(), Record(Kind.SPENT, b"t" * 16)}
    found = {one.detail for one in check(replace(state, records=state.records | more))}
    assert "spent 2, vouchers 1" in found


def test_an_act_struck_from_the_log_is_found(place: Place) -> None:
    assert flaws(without(place.state(), Kind.AUDIT)) >= {Flaw.AUDIT_CHANGED}


def test_a_log_written_anew_is_not_the_one_the_checkpoint_saw(place: Place) -> None:
    place.log[:] = []
    for act in ("opened", "exported", "day_ended"):
        place.act(act)
    assert flaws(place.state()) == {Flaw.AUDIT_CHANGED}


def test_the_root_of_a_log_counts_although_its_head_is_right(place: Place) -> None:
    last = checkpoint_of(place.chain[-1])
    forged = replace(last, log=replace(last.log, root="ab" * 32))
    place.chain[-1] = forged.signed(place.seed)
    assert flaws(place.state()) == {Flaw.AUDIT_CHANGED}


def test_a_checkpoint_taken_out_of_the_chain_is_found(place: Place) -> None:
    del place.chain[0]
    assert flaws(place.state()) == {Flaw.CHAIN_BROKEN}


def test_a_directory_that_went_on_twice_is_found() -> None:
    one, other = place_with(2), place_with(2)
    one.answers(1)
    other.answers(2)
    for place in (one, other):
        place.end_day()
    assert Flaw.CHAIN_FORKED in flaws(one.state().joined(other.state()))


def test_a_checkpoint_that_was_changed_is_no_record(place: Place) -> None:
    document = json.loads(place.chain[-1])
    document["body"]["sets"]["sealed"]["count"] = 6
    place.chain[-1] = canonical(document)
    assert flaws(place.state()) == {Flaw.NO_RECORD}
    with pytest.raises(NotCanonical):
        checkpoint_of(place.chain[-1])


def test_the_end_without_a_checkpoint_is_found(place: Place) -> None:
    assert Flaw.NO_CHECKPOINT in flaws(replace(place.state(), is_closed=True))
    none = frozenset(one for one in place.state().records if one.kind is not Kind.CHECKPOINT)
    assert Flaw.NO_CHECKPOINT in flaws(replace(place.state(), is_closed=True, records=none))


def test_a_state_follows_from_what_it_was_and_not_the_other_way_round(place: Place) -> None:
    before = place.state()
    place.answers(2)
    place.end_day()
    assert check_follows_state(place.state(), before) == ()
    assert {one.flaw for one in check_follows_state(before, place.state())} == {Flaw.LOST, Flaw.SHRUNK}


def test_a_state_follows_the_checkpoints_of_its_own_chain_only(place: Place) -> None:
    for line in place.chain:
        assert check_follows_checkpoint(place.state(), signed(line)) == ()
    other = place_with(4)
    other.answers(3)
    other.act("day_begun")
    other.end_day()
    [finding] = check_follows_checkpoint(place.state(), signed(other.chain[-1]))
    assert finding.flaw is Flaw.NOT_EXTENDED
    forked = place_with(3)
    place.end_day()
    [finding] = check_follows_checkpoint(place.state(), signed(forked.chain[0]))
    assert finding.flaw is Flaw.NOT_EXTENDED
    assert check_follows_checkpoint(place.state(), signed(place_with(1, number=7).chain[0])) != ()


def test_of_two_checkpoints_the_later_follows(place: Place) -> None:
    early, late = map(signed, place.chain)
    assert check_follows(late, early) == ()
    assert [one.flaw for one in check_follows(early, late)] == [Flaw.NOT_EXTENDED]
    stranger = signed(place_with(1, number=5).chain[0])
    assert [one.flaw for one in check_follows(late, stranger)] == [Flaw.NOT_EXTENDED]


def test_an_audit_log_is_read_only_whole() -> None:
    lines: list[bytes] = []
    for act in ("opened", "closed", "unlocked"):
        lines.append(next_entry(lines, day=DAY, act=act, detail={"responses": 3}).line())
    assert [entry.act for entry in read_log(lines)] == ["opened", "closed", "unlocked"]
    assert head_of(lines) != head_of(lines[:2])
    changed = [lines[0], lines[1].replace(b"closed", b"opened"), lines[2]]
    for wrong in (lines[1:], lines[::-1], [lines[0], lines[2]], changed, [*lines, b"{}"], [*lines, lines[2]]):
        with pytest.raises(BrokenAudit):
            read_log(wrong)


@pytest.mark.parametrize("typed", ["ab1o-2345-6789-iLyZ", " AB10 2345 6789 11YZ ", "ab10234567891lyz"])
def test_a_receipt_is_read_as_it_was_meant(typed: str) -> None:
    assert as_printed(typed) == "AB10-2345-6789-11YZ"


def test_a_receipt_is_proved_under_the_root_of_the_checkpoint(place: Place) -> None:
    codes = codes_in(place.state())
    root = checkpoint_of(place.chain[-1]).amounts[Kind.RECEIPT].root
    for code in codes:
        proof = proof_for(code.decode(), codes)
        assert proof is not None
        assert (proof.root, proof.size) == (root, 7)
    assert proof_for("0000-0000-0000-0000", codes) is None


def test_a_list_of_receipts_fits_its_checkpoint_or_is_none(place: Place) -> None:
    codes, line = codes_in(place.state()), place.chain[-1]
    assert read_list(io.BytesIO(list_text(line, codes))) == (signed(line), codes)
    assert read_list(io.BytesIO(line + b"\n")) == (signed(line), None)
    for wrong in (codes[1:], [*codes, b"AAAA"], [*codes[1:], b"A" * 99]):
        with pytest.raises(NotCanonical):
            read_list(io.BytesIO(list_text(line, wrong)))


def strange_records() -> st.SearchStrategy[Record]:
    """Whatever somebody with a key of their own could put under a signature."""
    entry = st.fixed_dictionaries(
        {"entry": st.integers(-2, 4) | st.text(max_size=2), "act": st.text(st.characters(codec="utf-8"))}
    )
    line = st.binary(min_size=1, max_size=40) | entry.map(canonical)
    number = st.integers(0, 2**53 - 1)
    names = st.sampled_from(["responses", "spent", "recovered", "x"])
    return st.one_of(
        st.binary(min_size=9, max_size=20).map(lambda some: Record(Kind.SEALED, some)),
        st.binary(min_size=1, max_size=20).map(lambda some: Record(Kind.SPENT, some)),
        line.map(lambda some: Record(Kind.AUDIT, bytes(32) + some)),
        st.builds(Total, number, st.dates(), st.dictionaries(names, number)).map(Total.record),
        st.integers(0, 3).map(lambda which: Record(Kind.CHECKPOINT, STRANGE_CHAIN[which])),
    )


STRANGE_CHAIN = [
    replace(checkpoint_of(place_with(2, number=9).chain[0]), **change).signed(Place(9).seed)
    for change in ({"number": 0}, {"number": 2**52}, {"is_merged": True}, {"before": "ff" * 32})
]


@given(st.frozensets(strange_records(), max_size=8), st.booleans(), st.booleans())
def test_whatever_was_signed_is_judged_and_nothing_worse(
    records: frozenset[Record], is_closed: bool, is_merged: bool
) -> None:
    place = place_with(1)
    state = replace(
        place.state(), records=place.state().records | records, is_closed=is_closed, is_merged=is_merged
    )
    assert read_bundle(bundle_bytes(state, place.seed)) == state
    found = [*check(state), *check_merged(state), *check_follows_state(state, place.state())]
    assert all(isinstance(one.flaw, Flaw) for one in found)
