import json
import random
import struct
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from icc_consult.packs import PackRefused, Reason, read_pack

from tests.builders import PNG, pack_zip
from tests.sketches import document_of

DOCUMENT = ("consultation.json", json.dumps(document_of()).encode())
PICTURE = ("media/a.png", PNG)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pack.iccpack"


def refusal_of(path: Path) -> PackRefused:
    with pytest.raises(PackRefused) as caught:
        read_pack(path)
    assert list(path.parent.iterdir()) == [path]
    return caught.value


def test_a_zip_that_is_well_is_read(path: Path) -> None:
    assert read_pack(pack_zip(path, [DOCUMENT, PICTURE])).media["media/a.png"].read() == PNG


@pytest.mark.parametrize("content", [b"", b"hello", b"%PDF-1.7", bytes(5_000)])
def test_what_is_no_zip_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert refusal_of(path) == PackRefused(Reason.NOT_A_ZIP)


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.99])
def test_a_zip_that_ends_too_early_is_refused(path: Path, part: float) -> None:
    whole = pack_zip(path, [DOCUMENT, PICTURE]).read_bytes()
    path.write_bytes(whole[: int(len(whole) * part)])
    assert refusal_of(path) == PackRefused(Reason.TRUNCATED)


def test_any_flipped_byte_is_refused_or_harmless(path: Path) -> None:
    whole = pack_zip(path, [DOCUMENT, PICTURE]).read_bytes()
    fingerprint = read_pack(path).fingerprint
    for position in range(0, len(whole), 7):
        path.write_bytes(whole[:position] + bytes([whole[position] ^ 0x55]) + whole[position + 1 :])
        try:
            assert read_pack(path).fingerprint == fingerprint
        except PackRefused:
            continue


def test_a_zip_without_checksums_is_refused(path: Path) -> None:
    pack_zip(path, [DOCUMENT], sums=False)
    assert refusal_of(path) == PackRefused(Reason.NO_CHECKSUMS, "SHA256SUMS")


def sums_of(*files: tuple[str, bytes]) -> tuple[str, bytes]:
    lines = "".join(f"{sha256(content).hexdigest()}  {name}\n" for name, content in files)
    return "SHA256SUMS", lines.encode()


@pytest.mark.parametrize(
    ("sums", "refusal"),
    [
        (
            sums_of(DOCUMENT, ("media/a.png", b"other")),
            PackRefused(Reason.WRONG_CHECKSUM, "media/a.png"),
        ),
        (sums_of(DOCUMENT), PackRefused(Reason.UNLISTED_FILE, "media/a.png")),
        (
            sums_of(DOCUMENT, PICTURE, ("media/b.png", PNG)),
            PackRefused(Reason.MISSING_FILE, "media/b.png"),
        ),
    ],
)
def test_checksums_must_name_exactly_what_is_there(
    path: Path, sums: tuple[str, bytes], refusal: PackRefused
) -> None:
    pack_zip(path, [DOCUMENT, PICTURE, sums], sums=False)
    assert refusal_of(path) == refusal


@pytest.mark.parametrize(
    "name",
    [
        "../evil.png",
        "media/../../evil.png",
        "/etc/evil",
        "media\\evil.png",
        "C:evil",
        "media/./a.png",
        "x" * 300,
    ],
)
def test_a_name_that_leads_out_is_refused(path: Path, name: str) -> None:
    pack_zip(path, [DOCUMENT, (name, PNG)])
    assert refusal_of(path) == PackRefused(Reason.PATH_OUTSIDE, name)


def test_a_name_with_an_end_in_its_middle_is_refused(path: Path) -> None:
    pack_zip(path, [DOCUMENT, ("media/aXb.png", PNG)])
    path.write_bytes(path.read_bytes().replace(b"media/aXb.png", b"media/a\0b.png"))
    assert refusal_of(path).reason is Reason.PATH_OUTSIDE


def test_a_file_that_says_it_has_four_gigabytes_is_refused(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(*DOCUMENT)
        archive.writestr("media/a.wav", bytes(100))
        archive.infolist()[1].file_size = 4_200_000_000
        archive.infolist()[1].compress_size = 4_000_000_000
    assert refusal_of(path) == PackRefused(Reason.TOO_LARGE, "media/a.wav", "4200000000")


def test_a_file_that_would_grow_more_than_a_hundredfold_is_refused(path: Path) -> None:
    pack_zip(path, [DOCUMENT, ("media/a.png", PNG + bytes(2_000_000))])
    refusal = refusal_of(path)
    assert (refusal.reason, refusal.where) == (Reason.TOO_COMPRESSED, "media/a.png")


def test_a_file_that_grows_beyond_what_it_said_is_refused(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(*DOCUMENT)
        archive.writestr("media/a.png", PNG + bytes(50_000))
        archive.infolist()[1].file_size = 100
    assert refusal_of(path).reason in {Reason.DAMAGED, Reason.TRUNCATED}


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, 99])
def test_an_unknown_compression_is_refused(path: Path, method: int) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(*DOCUMENT)
        archive.infolist()[0].compress_type = method
    assert refusal_of(path) == PackRefused(Reason.UNKNOWN_COMPRESSION, "consultation.json", str(method))


def test_an_encrypted_file_is_refused(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(*DOCUMENT)
        archive.infolist()[0].flag_bits |= 1
    assert refusal_of(path) == PackRefused(Reason.ENCRYPTED, "consultation.json")


def test_files_that_overlap_are_refused(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(*DOCUMENT)
        archive.writestr("media/a.png", PNG)
        archive.writestr("media/b.png", PNG)
        first, second = archive.infolist()[1:]
        second.header_offset = first.header_offset
    assert refusal_of(path) == PackRefused(Reason.OVERLAPPING, "media/a.png")


def test_a_file_that_quotes_the_next_one_is_refused(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(*DOCUMENT)
        archive.writestr("media/a.png", PNG)
        archive.writestr("media/b.png", PNG)
        archive.infolist()[1].compress_size += 100
    assert refusal_of(path).reason is Reason.OVERLAPPING


def test_a_file_that_is_there_twice_is_refused(path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        pack_zip(path, [DOCUMENT, PICTURE, PICTURE])
    assert refusal_of(path) == PackRefused(Reason.DUPLICATE_ENTRY, "media/a.png")


def test_names_that_differ_only_in_capitals_are_refused(path: Path) -> None:
    pack_zip(path, [DOCUMENT, PICTURE, ("media/A.png", PNG)])
    assert refusal_of(path) == PackRefused(Reason.DUPLICATE_ENTRY, "media/A.png")


def test_a_zip_that_points_outside_itself_is_refused(path: Path) -> None:
    whole = pack_zip(path, [DOCUMENT]).read_bytes()
    end = whole.rindex(b"PK\x05\x06")
    path.write_bytes(whole[: end + 16] + struct.pack("<L", 2**31) + whole[end + 20 :])
    assert refusal_of(path).reason in {Reason.TRUNCATED, Reason.DAMAGED, Reason.OVERLAPPING}


def test_what_is_no_part_of_a_pack_is_not_read(path: Path) -> None:
    files = [DOCUMENT, PICTURE]
    pack_zip(path, [*files, ("readme.txt", b"hello"), sums_of(*files)], sums=False)
    assert set(read_pack(path).media) == {"media/a.png"}


@pytest.mark.parametrize("flag", [0x20, 0x40])
def test_what_this_zip_reader_cannot_do_is_refused(path: Path, flag: int) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(*DOCUMENT)
        archive.infolist()[0].flag_bits |= flag
    assert refusal_of(path).reason in {Reason.DAMAGED, Reason.ENCRYPTED}


def test_a_local_name_that_is_no_text_is_refused(path: Path) -> None:
    whole = bytearray(pack_zip(path, [DOCUMENT]).read_bytes())
    whole[7] |= 8
    whole[30] = 0xFF
    path.write_bytes(whole)
    assert refusal_of(path).reason is Reason.DAMAGED


def test_a_zip_of_nothing_and_a_file_without_a_name_are_refused(path: Path) -> None:
    with zipfile.ZipFile(path, "w"):
        pass
    assert refusal_of(path) == PackRefused(Reason.NO_DOCUMENT, "consultation.json")
    whole = bytearray(pack_zip(path, [("x", b"")], sums=False).read_bytes())
    directory = whole.rindex(b"PK\x01\x02")
    whole[directory + 28] = 0
    del whole[directory + 46]
    whole[-10] -= 1
    path.write_bytes(whole)
    assert refusal_of(path).reason is Reason.PATH_OUTSIDE


@pytest.mark.parametrize("seed", range(300))
def test_random_damage_is_refused_or_harmless(path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same damage each time
    whole = bytearray(pack_zip(path, [DOCUMENT, PICTURE]).read_bytes())
    heads = [whole.index(b"PK\x03\x04"), whole.index(b"PK\x01\x02"), whole.rindex(b"PK\x05\x06")]
    for _ in range(chance.choice((1, 2, 4))):
        place = chance.choice([chance.randrange(len(whole)), chance.choice(heads) + chance.randrange(22)])
        whole[place] = chance.choice((0, 255, chance.randrange(256)))
    path.write_bytes(whole)
    try:
        assert read_pack(path).consultation.id == "sketch"
    except PackRefused:
        return
