"""`vouchers make` and `vouchers revoke`."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from icc_consult.bootstrap import desk_at
from icc_consult.commands.speaking import NotPossible, show_json, tell
from icc_consult.domain.admission import VoucherTag
from icc_consult.reports.voucher_sheets import Card, as_pdf, as_text
from icc_consult.services.errors import VoucherMistyped
from icc_consult.services.issuing import check_by_vouchers, make_vouchers, revoke_batch, revoke_vouchers
from icc_consult.services.premises import Desk
from icc_consult.storage.files import write_whole
from icc_consult.trust.vouchers import decode, encode, new_serial, tag_of
from icc_consult.verifying.regular_files import read_regular

_WRITERS = {".pdf": as_pdf, ".txt": as_text}


def run_vouchers(chosen: Namespace) -> int:
    """Make them, or take them back."""
    return _make(chosen) if chosen.act == "make" else _revoke(chosen)


def _make(chosen: Namespace) -> int:
    write = _WRITERS.get(chosen.out.suffix.lower())
    if write is None:
        raise NotPossible(f"{chosen.out}: give a name that ends in .pdf or .txt.")
    desk = desk_at(chosen.data)
    name = check_by_vouchers(desk)
    codes = [encode(new_serial()) for _ in range(chosen.count)]
    title = desk.consultation().title.shown(desk.consultation().source_language, ()).text
    with _written(chosen.out, write([Card(title, name, code) for code in codes])):
        batch = make_vouchers(desk, name=name, tags=_tags(desk, codes))
    if chosen.json:
        show_json({"batch": batch.name, "vouchers": len(batch.tags), "out": str(chosen.out)})
    tell(f"{len(batch.tags)} vouchers were written to {chosen.out}. Whoever has one can answer.")
    return 0


def _revoke(chosen: Namespace) -> int:
    desk = desk_at(chosen.data)
    if chosen.batch is not None:
        revoked = revoke_batch(desk, name=chosen.batch)
    else:
        revoked = revoke_vouchers(desk, tags=_tags(desk, _lines(chosen.file)))
    if chosen.json:
        show_json({"revoked": revoked})
    tell(f"{revoked} vouchers were taken back. Answers that were given with them stay.")
    return 0


def _tags(desk: Desk, codes: Sequence[str]) -> list[VoucherTag]:
    consultation = desk.directory.opening().consultation
    return [tag_of(consultation, decode(code)) for code in codes]


_LARGEST = 1 << 24


def _lines(path: Path) -> list[str]:
    try:
        written = read_regular(path, _LARGEST).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotPossible(f"{path}: this is no text; write one code a line.") from error
    lines = [line for line in written.splitlines() if line.strip()]
    for number, line in enumerate(lines, 1):
        try:
            decode(line)
        except VoucherMistyped as error:
            raise NotPossible(f"{path}: code {number} is no voucher, or there is a slip in it.") from error
    return lines


@contextmanager
def _written(path: Path, content: bytes) -> Iterator[None]:
    """The file first: vouchers that nobody has are worse than paper that opens nothing."""
    if path.exists():
        raise NotPossible(f"{path}: there is such a file already; choose another name.")
    write_whole(path, content)
    try:
        yield
    except BaseException:
        path.unlink(missing_ok=True)
        raise
