"""Where the parts are put together. Only the program's two entrances come here.

Nothing heavy is imported before it is needed: a kiosk shows its first page without a database or a cipher.
"""

from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from icc_consult.domain.admission import VoucherTag
from icc_consult.domain.consultation import Consultation
from icc_consult.domain.errors import ConsultationClosed
from icc_consult.packs import Pack, read_pack
from icc_consult.services.admitting import Entrance
from icc_consult.services.bundle_errors import OnlyMerged
from icc_consult.services.days import begin_day, end_day
from icc_consult.services.errors import DirectoryRefused, Fault
from icc_consult.services.extent import sealed_size
from icc_consult.services.opening import check_pack
from icc_consult.services.premises import Desk, Opening, Progress, StaffDoor, silently
from icc_consult.services.responding import Kiosk
from icc_consult.storage.directory import LocalDirectory

if TYPE_CHECKING:
    from icc_consult.services.exporting import Write
    from icc_consult.services.hub import Hub
    from icc_consult.services.hub_reading import HubReader
    from icc_consult.services.moderating import Decisions
    from icc_consult.services.unlocking import Unlocked


def practice_kiosk(pack: Pack) -> Kiosk:
    """A kiosk to try: nothing is written anywhere."""
    return Kiosk(pack.consultation, pack.consultation.policy, store=None, sealer=None)


def opened_pack(data: Path) -> Pack:
    """The pack as it was opened in a data directory; raises `NotOpened`, `PackRefused` or `OtherPack`."""
    directory = LocalDirectory(data)
    opening = directory.opening()
    pack = read_pack(directory.places.pack)
    check_pack(opening, pack.consultation)
    return pack


def kiosk_opening(data: Path, pack: Pack | None = None) -> Opening:
    """How the consultation was opened, once it is sure that a kiosk can work on it here; quick.

    Raises `NotOpened`, `DirectoryRefused`, `ConsultationClosed`, `OnlyMerged`, `OtherPack` where the pack
    given is another revision, or `InUse` while another kiosk runs.
    """
    opening = _still_open(data)
    if opening.is_merged:
        raise OnlyMerged(str(data))
    if pack is not None:
        check_pack(opening, pack.consultation)
    LocalDirectory(data).check_free()
    return opening


def _still_open(data: Path) -> Opening:
    opening = LocalDirectory(data).opening()
    if opening.is_closed:
        raise ConsultationClosed(opening.consultation)
    return opening


def open_kiosk(data: Path, pack: Pack | None = None) -> Kiosk:
    """The kiosk of an opened consultation; brings in the database and the cipher, on whatever thread.

    What a power cut left is recovered. Raises what `kiosk_opening` raises, and `NotSaved` where the disk
    refuses what was recovered. `kiosk.store.release()` lets go of the directory. A public key that is not the
    one it is named for is damage: what is sealed to it nobody could open.
    """
    from icc_consult.trust.sealing import sealer_to  # noqa: PLC0415 - heavy

    opening = kiosk_opening(data, pack)
    consultation = (pack or opened_pack(data)).consultation
    sealer = sealer_to(opening.sealing.public, size=sealed_size(consultation))
    if sealer.key != opening.sealing.id:
        raise DirectoryRefused(Fault.DAMAGED, str(LocalDirectory(data).places.opening), "key")
    desk = desk_at(data)
    store = LocalDirectory(data).hold_for_a_day(partial(end_day, desk))
    kiosk = Kiosk(consultation, opening.terms.policy, store, sealer, entrance=_entrance(opening))
    try:
        _still_open(data)
        store.issue(opening.vouchers.issued)
        store.recover(day=kiosk.today())
        begin_day(desk)
    except BaseException:
        store.release()
        raise
    return kiosk


def _entrance(opening: Opening) -> Entrance:
    from icc_consult.trust.vouchers import decode, tag_of  # noqa: PLC0415 - only a voucher needs it

    def tag(text: str) -> VoucherTag:
        return tag_of(opening.consultation, decode(text))

    return Entrance(opening.terms.admission, opening.vouchers.revoked, tag)


def staff_door(data: Path) -> StaffDoor:
    """The door that the staff PIN opens; raises `DirectoryRefused`."""
    from icc_consult.trust.pin import PinDoor  # noqa: PLC0415 - heavy

    return PinDoor(LocalDirectory(data).pin())


def desk_at(data: Path) -> Desk:
    """The facilitator's desk over a data directory, opened already or not."""
    from icc_consult.trust.vault import AgeVault  # noqa: PLC0415 - heavy

    @cache
    def consultation() -> Consultation:
        return opened_pack(data).consultation

    return Desk(LocalDirectory(data), AgeVault(), consultation)


def decisions_at(data: Path) -> "Decisions":
    """Where it is kept what was decided about proposals."""
    from icc_consult.storage.decisions_file import DecisionsFile  # noqa: PLC0415 - only moderating needs it
    from icc_consult.storage.places import Places  # noqa: PLC0415

    return DecisionsFile(Places(data).proposals)


def hub_at(address: str) -> "Hub":
    """The hub in a file or on a server; only its first act touches it. Raises `HubRefused`."""
    from icc_consult.services.hub_errors import HubFault, HubRefused  # noqa: PLC0415 - only a hub needs it
    from icc_consult.storage.hub.address import InFile, address_of  # noqa: PLC0415
    from icc_consult.storage.hub.hub import DatabaseHub  # noqa: PLC0415

    place = address_of(address)
    if isinstance(place, InFile):
        from icc_consult.storage.hub.file import FileDatabase  # noqa: PLC0415

        return DatabaseHub(FileDatabase(place.path))
    try:
        from icc_consult.storage.hub.server import ServerDatabase  # noqa: PLC0415 - psycopg may be missing
    except ImportError as error:
        raise HubRefused(HubFault.DRIVER, place.shown, str(error)) from error
    return DatabaseHub(ServerDatabase(place))


def hub_reader(hub: "Hub", opening: Opening) -> "HubReader":
    """What reads the answers of a consultation in a hub."""
    from icc_consult.services.hub_reading import HubReader  # noqa: PLC0415 - only a hub needs it
    from icc_consult.trust.vault import AgeVault  # noqa: PLC0415 - heavy

    return HubReader(hub, opening, AgeVault(), consultation_in)


def consultation_in(pack: bytes) -> Consultation:
    """What a pack asks, given its bytes; raises `PackRefused`."""
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - only a hub needs it

    with TemporaryDirectory() as apart:
        path = Path(apart) / "pack.iccpack"
        path.write_bytes(pack)
        return read_pack(path).consultation


def elsewhere_writer(consultation: Consultation, *, kind: str, paper: str, note: str) -> "Write":
    """What `services.exporting.export` writes the formats of other programs with; raises where none fits."""
    from icc_consult.formats.elsewhere import paper_for, write_elsewhere  # noqa: PLC0415 - only an export

    chosen = paper_for(consultation, kind, paper)

    def write(out: Path, unlocked: "Unlocked") -> tuple[str, ...]:
        return write_elsewhere(out, consultation, unlocked.responses, paper=chosen, note=note)

    return write


def csv_writer(
    consultation: Consultation, *, note: str, separator: str = ",", progress: Progress = silently
) -> "Write":
    """What `services.exporting.export` writes CSV with; it stops where `progress` raises `Cancelled`."""
    from icc_consult.formats.csv import write_csv  # noqa: PLC0415 - only an export needs it

    def write(out: Path, unlocked: "Unlocked") -> tuple[str, ...]:
        wanted = partial(write_csv, note=note, separator=separator, progress=progress)
        return wanted(out, consultation, unlocked.responses)

    return write
