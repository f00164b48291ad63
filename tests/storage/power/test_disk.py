"""What a disk may hold after a power cut, drawn with a few calls."""

import random
from collections.abc import Iterator

from scripts.torture.power.calls import SECTOR, TOP, Call, Recording
from scripts.torture.power.disk import Disk, Image

OLD, NEW = b"o" * 4 * SECTOR, b"n" * 4 * SECTOR


def recording() -> Recording:
    """A file `a` that was synced, and then written over; its name was synced too."""
    made = Recording()
    file = made.live.new_file()
    made.name((TOP, "a", file))
    made.write(file, 0, OLD)
    made.sync(file)
    made.sync(TOP)
    made.write(file, 0, NEW)
    return made


def after(made: Recording, *calls: Call, lies: bool = False) -> Disk:
    disk = Disk.under(made, lies=lies)
    for call in (*made.calls, *calls):
        disk.take(call)
    return disk


def images(disk: Disk, many: int = 200) -> Iterator[Image]:
    chance = random.Random(1)  # noqa: S311 - so as to repeat
    return (disk.drawn(chance).image() for _ in range(many))


def contents(disk: Disk) -> set[bytes]:
    return {image.files["a"] for image in images(disk)}


def test_what_was_synced_is_there_and_what_was_not_is_there_or_absent_or_torn() -> None:
    disk = after(recording())
    assert disk.nothing().image().files == {"a": OLD}
    assert disk.everything().image().files == {"a": NEW}
    found = contents(disk)
    assert {OLD, NEW} < found
    sectors = {one[at : at + SECTOR] for one in found for at in range(0, len(one), SECTOR)}
    assert sectors == {OLD[:SECTOR], NEW[:SECTOR]}


def test_after_a_sync_there_is_only_one_image() -> None:
    made = recording()
    made.sync(1)
    assert contents(after(made)) == {NEW}
    assert after(made).waiting == 0


def test_a_lying_disk_may_hold_nothing_at_all() -> None:
    made = recording()
    made.sync(1)
    assert after(made, lies=True).nothing().image().files == {}


def test_writes_arrive_in_any_order() -> None:
    made = recording()
    made.sync(1)
    made.write(1, 0, b"1" * SECTOR)
    made.write(1, SECTOR, b"2" * SECTOR)
    found = {(one[:1], one[SECTOR : SECTOR + 1]) for one in contents(after(made))}
    assert found == {(b"n", b"n"), (b"1", b"n"), (b"n", b"2"), (b"1", b"2")}


def test_a_file_that_grew_may_hold_rubbish_where_its_bytes_did_not_arrive() -> None:
    made = recording()
    made.sync(1)
    made.write(1, 4 * SECTOR, b"g" * SECTOR)
    made.write(1, 5 * SECTOR, b"h" * SECTOR)
    grown = {one[4 * SECTOR : 5 * SECTOR] for one in contents(after(made)) if len(one) == 6 * SECTOR}
    assert {b"g" * SECTOR, bytes(SECTOR)} < grown


def test_a_name_that_was_not_synced_may_have_moved_or_not() -> None:
    made = recording()
    made.sync(1)
    made.name((TOP, "a", None), (TOP, "b", 1))
    assert {tuple(image.files) for image in images(after(made))} == {("a",), ("b",)}
    made.sync(TOP)
    assert {tuple(image.files) for image in images(after(made))} == {("b",)}


def test_a_file_in_a_directory_whose_name_was_not_synced_may_be_gone() -> None:
    made = Recording()
    directory, file = made.live.new_directory(), made.live.new_file()
    made.name((TOP, "d", directory))
    made.name((directory, "a", file))
    made.write(file, 0, OLD)
    made.sync(file)
    made.sync(directory)
    assert after(made).nothing().image().files == {}
    made.sync(TOP)
    assert after(made).nothing().image().files == {"d/a": OLD}


def test_the_same_image_has_the_same_key_before_and_after_a_sync() -> None:
    made = recording()
    before = after(made).everything()
    made.sync(1)
    assert after(made).nothing().key == before.key
