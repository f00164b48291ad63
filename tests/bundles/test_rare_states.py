"""What nobody's kiosk writes, and what a verifier says to it all the same."""

import io
import json
import os
import socket
import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from icc_consult.storage import schema
from icc_consult.storage.engine import create_database
from icc_consult.verifying import merkle
from icc_consult.verifying.audit import entry_of
from icc_consult.verifying.canonical import MOST_BYTES, NotCanonical, canonical, parse
from icc_consult.verifying.checking import check
from icc_consult.verifying.checkpoints import PURPOSE, Identity, checkpoint_of
from icc_consult.verifying.data_directory import Unreadable, read_directory
from icc_consult.verifying.decisions import ToldDecision, decision_in
from icc_consult.verifying.findings import Flaw
from icc_consult.verifying.following import check_follows, check_follows_checkpoint, check_follows_state
from icc_consult.verifying.receipts import read_list
from icc_consult.verifying.records import BrokenRecords, Kind, Record, read_records
from icc_consult.verifying.regular_files import NoRegularFile, TooLargeHere, read_regular
from icc_consult.verifying.signing import sign
from icc_consult.verifying.state import checkpoints, total_of

from tests.bundles.model import IDENTITY, place_with

OTHER = Identity("ff" * 8, "another", "cd" * 32, "00112233445566aa")


def elsewhere() -> tuple[list[Flaw], ...]:
    """What is said of a state whose earlier self belongs to another consultation."""
    state = place_with(3).state()
    (signed,) = checkpoints(state)[state.signer]
    foreign = replace(signed, checkpoint=replace(signed.checkpoint, identity=OTHER))
    said = (
        check_follows_checkpoint(state, foreign),
        check_follows(signed, foreign),
        check_follows_state(state, replace(state, identity=OTHER)),
    )
    return tuple([finding.flaw for finding in findings] for findings in said)


def test_nothing_follows_from_another_consultation() -> None:
    assert elsewhere() == ([Flaw.OTHER_CONSULTATION],) * 3


def test_a_checkpoint_of_another_consultation_is_named_in_the_chain() -> None:
    state = place_with(3).state()
    assert Flaw.OTHER_CONSULTATION in {one.flaw for one in check(replace(state, identity=OTHER))}


def test_what_is_longer_than_any_document_is_not_even_read() -> None:
    content = canonical({"a": "b" * MOST_BYTES})
    with pytest.raises(NotCanonical, match="size"):
        parse(content)


@pytest.mark.parametrize("detail", [{"done": True}, {"done": None}])
def test_an_entry_tells_texts_and_whole_numbers_only(detail: dict[str, object]) -> None:
    with pytest.raises(NotCanonical):
        entry_of(entry(detail=detail))


def test_an_entry_has_no_members_of_its_own() -> None:
    assert entry_of(entry()).act == "opened"
    with pytest.raises(NotCanonical):
        entry_of(entry(more=1))


def entry(**changes: object) -> bytes:
    plain = {"act": "opened", "before": "0" * 64, "day": "2026-03-02", "detail": {}, "entry": 1}
    return canonical({**plain, **changes})


@pytest.mark.parametrize(
    "changes",
    [{"opening": 7}, {"number": -1}, {"number": True}, {"number": "1"}, {"before": "no hash"}, {"more": 1}],
)
def test_a_checkpoint_that_its_place_signed_and_none_of_ours_wrote_is_none(
    changes: dict[str, object],
) -> None:
    place = place_with(2)
    body = {**json.loads(place.chain[-1])["body"], **changes}
    signature = sign(place.seed, PURPOSE, canonical(body)).hex()
    with pytest.raises(NotCanonical):
        checkpoint_of(canonical({"body": body, "signature": signature}))


def test_a_checkpoint_has_a_body_a_signature_and_nothing_else() -> None:
    line = place_with(2).chain[-1]
    assert checkpoint_of(line).number == 1
    with pytest.raises(NotCanonical):
        checkpoint_of(canonical({**json.loads(line), "more": 1}))


def test_nothing_is_included_beside_a_tree() -> None:
    leaves = [b"one", b"two"]
    for place in (-1, 2):
        assert not merkle.is_included(b"one", place, 2, [], merkle.root(leaves))


@pytest.mark.parametrize(
    "changes", [{"lineage": "8" + "0" * 15}, {"lineage": "1"}, {"numbers": {"spent": -1}}]
)
def test_a_total_counts_upwards_in_a_lineage(changes: dict[str, object]) -> None:
    plain = {"lineage": "0" * 16, "day": "2026-03-02", "numbers": {"spent": 1}}
    assert total_of(canonical(plain)).day == date(2026, 3, 2)
    with pytest.raises(NotCanonical):
        total_of(canonical({**plain, **changes}))


@pytest.mark.parametrize("changes", [{"more": 1}, {"change": -1}, {"standing": "loud"}, {"change": "1"}])
def test_a_decision_is_what_a_facilitator_can_decide(changes: dict[str, object]) -> None:
    told = ToldDecision("ab" * 16, "accepted", "", 1)
    plain = json.loads(told.record().content)
    assert decision_in(canonical(plain)) == told
    with pytest.raises(NotCanonical):
        decision_in(canonical({**plain, **changes}))


def test_a_record_equals_nothing_but_a_record() -> None:
    record = Record(Kind.RECEIPT, b"code")
    assert record != (Kind.RECEIPT, b"code", record.hash)
    assert record == Record(Kind.RECEIPT, b"code")


def test_an_opening_of_something_else_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "opening.json").write_text('{"format": "another"}')
    with pytest.raises(Unreadable, match="format"):
        read_directory(tmp_path)


def directory(place: Path) -> Path:
    """The least that a verifier takes for a data directory."""
    create_database(place / "answers.db", schema.answers, schema.ANSWERS_ID)
    plain = {"format": "icc-consult-opening", **IDENTITY.plain(), "signing_key": "", "state": "open"}
    (place / "opening.json").write_text(json.dumps(plain))
    return place


def test_a_directory_in_which_nothing_was_ever_noted_is_read(tmp_path: Path) -> None:
    assert read_directory(directory(tmp_path)).records == frozenset()


def test_vouchers_that_were_spent_are_told_and_others_are_not(tmp_path: Path) -> None:
    place = directory(tmp_path)
    connection = sqlite3.connect(place / "answers.db")
    connection.executemany("INSERT INTO voucher VALUES (?, ?)", [(b"spent", 1), (b"issued", 0)])
    connection.commit()
    connection.close()
    assert read_directory(place).records == {Record(Kind.SPENT, b"spent")}


@pytest.mark.parametrize("content", ["{", "[]", '{"decisions": {"ab": {}}}', '{"decisions": []}'])
def test_decisions_that_are_damaged_are_unreadable(tmp_path: Path, content: str) -> None:
    (directory(tmp_path) / "proposals.json").write_text(content)
    with pytest.raises(Unreadable, match=r"proposals\.json"):
        read_directory(tmp_path)


def test_records_that_were_carried_and_cut_are_unreadable(tmp_path: Path) -> None:
    record = Record(Kind.AUDIT, bytes(40)).framed()
    (directory(tmp_path) / "carried.records").write_bytes(record)
    assert read_directory(tmp_path).records == {Record(Kind.AUDIT, bytes(40))}
    (tmp_path / "carried.records").write_bytes(record + record[:9])
    with pytest.raises(Unreadable, match=r"carried\.records"):
        read_directory(tmp_path)


def test_a_record_that_was_cut_within_its_head_is_broken_where_it_begins() -> None:
    record = Record(Kind.RECEIPT, b"code").framed()
    with pytest.raises(BrokenRecords) as broken:
        list(read_records(io.BytesIO(record + b"\x04\0")))
    assert broken.value.args == (len(record),)


def test_a_line_that_is_no_code_ends_a_list() -> None:
    line = place_with(0).chain[-1]
    assert read_list(io.BytesIO(line + b"\n"))[1] is None
    with pytest.raises(NotCanonical, match="codes"):
        read_list(io.BytesIO(line + b"\n" + b"A" * 65 + b"\n"))


def test_a_file_that_grows_while_it_is_read_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_bytes(bytes(10))
    found = path.stat()
    path.write_bytes(bytes(20))
    with monkeypatch.context() as patched:
        patched.setattr(os, "fstat", lambda _: found)
        with pytest.raises(TooLargeHere):
            read_regular(path, 10)


def test_a_socket_is_no_file(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(tmp_path / "s"))
        with pytest.raises(NoRegularFile):
            read_regular(tmp_path / "s")
