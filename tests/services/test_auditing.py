import json
from pathlib import Path

import pytest

from icc_consult import bootstrap
from icc_consult.bootstrap import open_kiosk
from icc_consult.services import days, responding
from icc_consult.services.auditing import Act, acts, note
from icc_consult.services.checkpointing import checkpoint, state_of
from icc_consult.services.closing import close
from icc_consult.services.errors import DirectoryRefused, Fault
from icc_consult.services.exporting import export
from icc_consult.services.opening import change_pin
from icc_consult.services.premises import Desk
from icc_consult.services.unlocking import unlock
from icc_consult.verifying.checking import check
from icc_consult.verifying.checkpoints import checkpoint_of
from icc_consult.verifying.data_directory import read_directory
from icc_consult.verifying.receipts import read_list
from icc_consult.verifying.records import Kind

from tests.builders import EN, PASSPHRASE, kiosk_at, opened
from tests.sketches import pack_drawn

PACK = pack_drawn()


@pytest.fixture
def desk(place: Path) -> Desk:
    return opened(place, PACK)


def collect(desk: Desk, count: int = 1) -> None:
    kiosk = kiosk_at(desk)
    for _ in range(count):
        responding.send(kiosk, responding.begin(kiosk, language=EN))
    assert kiosk.store is not None
    kiosk.store.release()


def named(desk: Desk) -> list[str]:
    return [entry.act for entry in acts(desk.directory.ledger())]


def test_what_a_facilitator_did_stands_in_the_log_and_no_answer_does(desk: Desk, tmp_path: Path) -> None:
    change_pin(desk, passphrase=PASSPHRASE, pin="9876")
    collect(desk, 3)
    close(desk)
    opener = unlock(desk, passphrase=PASSPHRASE)
    export(desk, opener=opener, out=tmp_path / "out", write=lambda *_: ())
    assert named(desk) == ["opened", "pin_set", "closed", "unlocked", "exported"]


def test_what_cannot_be_written_down_must_not_happen(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    close(desk)
    monkeypatch.setattr("icc_consult.storage.chain_files.AuditFile._append", full)
    with pytest.raises(OSError, match="No space"):
        unlock(desk, passphrase=PASSPHRASE)


def test_a_line_that_a_power_cut_left_half_goes(desk: Desk) -> None:
    log = desk.directory.where / "audit.jsonl"
    with log.open("ab") as stream:
        stream.write(b'{"act":"clos' + b"x" * 900)
    note(desk, Act.PIN_SET)
    assert named(desk) == ["opened", "pin_set"]


def test_a_log_that_was_changed_is_not_written_on(desk: Desk) -> None:
    log = desk.directory.where / "audit.jsonl"
    log.write_bytes(log.read_bytes().replace(b"opened", b"closed").replace(b'"entry":1', b'"entry":2'))
    with pytest.raises(DirectoryRefused) as caught:
        note(desk, Act.PIN_SET)
    assert caught.value.fault is Fault.DAMAGED


def test_closing_signs_what_there_is_and_puts_the_receipts_up(desk: Desk) -> None:
    collect(desk, 4)
    close(desk)
    [line] = desk.directory.ledger().checkpoints()
    last = checkpoint_of(line)
    assert (last.is_closed, last.amounts[Kind.SEALED].count) == (True, 4)
    with (desk.directory.where / "receipts.txt").open("rb") as stream:
        signed, codes = read_list(stream)
    assert (signed.checkpoint, len(codes or ())) == (last, 4)
    assert check(state_of(desk)) == ()


def test_a_full_disk_does_not_open_what_is_closed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("icc_consult.storage.ledger.LocalLedger.add_checkpoint", full)
        assert close(desk).is_closed
    assert {one.flaw for one in check(state_of(desk))} == {"no_checkpoint"}
    checkpoint(desk)
    assert check(state_of(desk)) == ()


def test_a_checkpoint_that_would_say_the_same_is_not_written_twice(desk: Desk) -> None:
    checkpoint(desk)
    checkpoint(desk)
    assert len(desk.directory.ledger().checkpoints()) == 1
    collect(desk)
    checkpoint(desk)
    assert len(desk.directory.ledger().checkpoints()) == 2
    assert check(state_of(desk)) == ()


def test_a_day_at_a_kiosk_ends_with_a_checkpoint(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "desk_at", lambda _: desk)
    for _ in range(2):
        kiosk = open_kiosk(desk.directory.where)
        responding.send(kiosk, responding.begin(kiosk, language=EN))
        assert kiosk.store is not None
        kiosk.store.release()
        kiosk.store.release()
    assert named(desk) == ["opened", "day_begun", "day_ended", "day_begun", "day_ended"]
    signed = map(checkpoint_of, desk.directory.ledger().checkpoints())
    assert [one.amounts[Kind.SEALED].count for one in signed] == [1, 2]


def test_no_resident_waits_for_the_log(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("icc_consult.storage.chain_files.AuditFile._append", full)
    days.begin_day(desk)
    days.end_day(desk)
    assert named(desk) == ["opened"]


def test_the_verifier_reads_on_its_own_what_storage_wrote(desk: Desk) -> None:
    collect(desk, 3)
    kiosk = kiosk_at(desk)
    responding.wish(kiosk, language="ti")
    responding.delete(kiosk)
    assert kiosk.store is not None
    kiosk.store.release()
    close(desk)
    assert read_directory(desk.directory.where) == state_of(desk)


def test_no_act_names_a_time_of_day_or_a_person(desk: Desk) -> None:
    close(desk)
    for line in desk.directory.ledger().log():
        entry = json.loads(line)
        assert entry["day"] == "2026-03-02"
        assert set(entry) == {"act", "before", "day", "detail", "entry"}
