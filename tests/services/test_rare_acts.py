"""What a desk is told when its directory is not as it left it."""

from dataclasses import replace
from pathlib import Path

import pytest

from icc_consult.services.admitting import Entrance
from icc_consult.services.auditing import acts
from icc_consult.services.bundle_errors import SigningKeyAway
from icc_consult.services.bundling import bundle
from icc_consult.services.errors import DirectoryRefused, Fault, VoucherMistyped
from icc_consult.storage.openings import write_opening

from tests.builders import opened
from tests.sketches import pack_drawn


def test_a_kiosk_without_vouchers_reads_none() -> None:
    with pytest.raises(VoucherMistyped):
        Entrance().tag_of("0000-0000")


def test_a_log_that_was_changed_is_damaged(tmp_path: Path) -> None:
    desk = opened(tmp_path / "data", pack_drawn())
    assert [entry.act for entry in acts(desk.directory.ledger())] == ["opened"]
    log = tmp_path / "data" / "audit.jsonl"
    log.write_bytes(log.read_bytes().replace(b"opened", b"closed"))
    log.write_bytes(log.read_bytes() * 2)
    with pytest.raises(DirectoryRefused) as refused:
        acts(desk.directory.ledger())
    assert refused.value.fault is Fault.DAMAGED


def test_a_place_that_never_had_a_signing_key_hands_out_no_bundle(tmp_path: Path) -> None:
    desk = opened(tmp_path / "data", pack_drawn())
    write_opening(tmp_path / "data" / "opening.json", replace(desk.directory.opening(), signer=b""))
    with pytest.raises(SigningKeyAway):
        bundle(desk, out=tmp_path / "kiosk.iccb", write=lambda _: None)
