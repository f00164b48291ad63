"""The papers about bundles and trust say what the program does."""

import re

from icc_consult.assets import resources
from icc_consult.bundles.reading import MOST_BYTES
from icc_consult.services.auditing import Act
from icc_consult.services.bundling import LEAST_NEW
from icc_consult.verifying import checkpoints, manifest
from icc_consult.verifying.bundle import manifest_of
from icc_consult.verifying.canonical import parse
from icc_consult.verifying.findings import Flaw
from icc_consult.verifying.records import MOST_CONTENT, Kind

from tests.bundles.model import place_with

DOCS = resources().parent / "docs"
FORMAT, TRUST = ((DOCS / name).read_text("utf-8") for name in ("bundle-format.md", "trust.md"))
PLACE = place_with(1)


def test_every_kind_act_and_flaw_is_described() -> None:
    assert [kind for kind in Kind if f"| {kind.value} | `{kind.name.lower()}` |" not in FORMAT] == []
    assert [word for word in (*Act, *Flaw) if f"`{word}`" not in FORMAT] == []


def test_every_member_of_what_is_signed_is_described() -> None:
    body = parse(PLACE.chain[0])["body"]
    head = PLACE.bundle()[9:]
    said = parse(head[: head.index(b'"version":1}') + 12])
    entry = parse(PLACE.log[0])
    names = {*body, *body["audit"], *said, *entry, *checkpoints.Identity.__slots__}
    assert manifest_of(PLACE.state()).signer == said["signer"]
    assert [name for name in names if f"`{name}`" not in FORMAT] == []


def test_magic_and_purposes_are_those_of_the_program() -> None:
    assert f"`{manifest.MAGIC.hex(' ')}`" in FORMAT
    for word in (
        manifest.PURPOSE.decode(),
        manifest.FORMAT,
        checkpoints.PURPOSE.decode(),
        checkpoints.FORMAT,
    ):
        assert f"`{word}`" in FORMAT


def test_bounds_are_those_of_the_program() -> None:
    assert (MOST_BYTES, MOST_CONTENT, manifest.MOST_MANIFEST) == (2**28, 2**20, 64_000)
    assert all(bound in FORMAT for bound in ("2²⁸", "2²⁰", "64,000"))
    assert LEAST_NEW == 10
    assert re.search(r"at least ten answers more", TRUST)
