import json
from functools import partial
from itertools import permutations
from pathlib import Path

import pytest

from icc_consult.bootstrap import kiosk_opening
from icc_consult.domain.errors import ConsultationClosed
from icc_consult.packs import write_pack
from icc_consult.services import responding
from icc_consult.services.bundle_errors import NotMerged, OnlyMerged, OtherConsultation, UnknownSigner
from icc_consult.services.checkpointing import checkpoint, state_of
from icc_consult.services.closing import close
from icc_consult.services.errors import KeyAway, NotEmpty, OtherPack
from icc_consult.services.inspecting import inspect
from icc_consult.services.joining import join_consultation
from icc_consult.services.merging import Delivery, Merged, begin_merging, merge
from icc_consult.services.premises import Desk, Opening
from icc_consult.services.unlocking import read_all, unlock
from icc_consult.storage.directory import LocalDirectory
from icc_consult.verifying.checking import check
from icc_consult.verifying.records import Kind
from icc_consult.verifying.state import State

from tests.builders import EN, PASSPHRASE, PIN, desk_over, kiosk_at, opened
from tests.sketches import pack_drawn

PACK = pack_drawn()


def collect(desk: Desk, count: int) -> None:
    kiosk = kiosk_at(desk)
    for _ in range(count):
        responding.send(kiosk, responding.begin(kiosk, language=EN))
    responding.refuse(kiosk)
    assert kiosk.store is not None
    kiosk.store.release()


def joined(where: Path, first: Desk, **changes: object) -> Opening:
    given: dict[str, object] = {
        "elsewhere": first.directory.opening(),
        "document": (first.directory.where / "opening.json").read_bytes(),
        "consultation": PACK.consultation,
        "copy_pack": partial(write_pack, PACK),
        "pin": PIN,
    }
    return join_consultation(desk_over(where, PACK), **(given | changes))  # type: ignore[arg-type]


@pytest.fixture
def kiosks(tmp_path: Path) -> list[Desk]:
    first = opened(tmp_path / "first", PACK)
    joined(tmp_path / "second", first)
    desks = [first, desk_over(tmp_path / "second", PACK)]
    for count, desk in enumerate(desks, start=3):
        collect(desk, count)
        checkpoint(desk)
    return desks


def city_of(first: Desk, where: Path) -> Desk:
    desk = desk_over(where, PACK)
    document = (first.directory.where / "opening.json").read_bytes()
    begin_merging(desk, source=first, document=document, copy_pack=partial(write_pack, PACK))
    return desk


def brought(*desks: Desk) -> list[Delivery]:
    return [Delivery(desk.directory.where.name, state_of(desk)) for desk in desks]


def merged(city: Desk, *desks: Desk) -> Merged:
    deliveries = brought(*desks)
    return merge(city, deliveries, known=[one.state.signer for one in deliveries])


def told(state: State) -> frozenset[object]:
    return frozenset(one for one in state.records if one.kind in {Kind.SEALED, Kind.RECEIPT, Kind.TOTAL})


def test_one_more_place_seals_to_the_same_key_and_signs_with_its_own(tmp_path: Path) -> None:
    first = opened(tmp_path / "first", PACK)
    here, there = joined(tmp_path / "second", first), first.directory.opening()
    assert (here.id, here.public_key, here.recipient) == (there.id, there.public_key, there.recipient)
    assert here.signer != there.signer
    assert desk_over(tmp_path / "second", PACK).directory.opening() == here
    with pytest.raises(KeyAway):
        desk_over(tmp_path / "second", PACK).directory.locked_key()


def test_one_more_place_keeps_what_else_the_opening_says(tmp_path: Path) -> None:
    first = opened(tmp_path / "first", PACK)
    document = json.loads((first.directory.where / "opening.json").read_text()) | {"areas": ["a"]}
    joined(tmp_path / "second", first, document=json.dumps(document).encode())
    assert json.loads((tmp_path / "second" / "opening.json").read_text())["areas"] == ["a"]


def test_nobody_joins_with_another_pack_or_after_the_end(tmp_path: Path) -> None:
    first = opened(tmp_path / "first", PACK)
    other = pack_drawn("survey s\nq1 text 40 What?")
    with pytest.raises(OtherPack):
        joined(tmp_path / "second", first, consultation=other.consultation)
    close(first)
    with pytest.raises(ConsultationClosed):
        joined(tmp_path / "second", first)
    assert not (tmp_path / "second").exists()


def test_what_was_merged_in_any_order_is_the_same(kiosks: list[Desk], tmp_path: Path) -> None:
    found = []
    for number, order in enumerate(permutations(kiosks)):
        city = city_of(kiosks[0], tmp_path / str(number))
        for desk in (*order, order[0]):
            done = merged(city, desk)
        assert done.findings == ()
        found.append(told(state_of(city)))
    at_once = city_of(kiosks[0], tmp_path / "once")
    assert merged(at_once, *kiosks).books["sealed"] == 7
    assert {*found, told(state_of(at_once))} == {found[0]}


def test_merging_again_adds_nothing(kiosks: list[Desk], tmp_path: Path) -> None:
    city = city_of(kiosks[0], tmp_path / "city")
    assert merged(city, *kiosks).added == 7
    assert merged(city, *kiosks).added == 0
    counts = inspect(city).counts
    assert (counts.sealed, counts.receipts, sum(day.refused for day in counts.days)) == (7, 7, 2)
    assert inspect(city).troubles == ()


def test_a_later_stick_brings_what_is_new(kiosks: list[Desk], tmp_path: Path) -> None:
    city, other = (city_of(kiosks[0], tmp_path / name) for name in ("city", "other"))
    assert merged(other, *kiosks).findings == ()
    early = brought(*kiosks)
    collect(kiosks[0], 2)
    checkpoint(kiosks[0])
    done = merged(other, *kiosks)
    assert (done.added, done.books["responses"], done.findings) == (2, 9, ())
    assert merged(city, *kiosks).books["sealed"] == 9
    known = [one.state.signer for one in early]
    done = merge(city, early, known=known)
    assert (done.added, done.books["sealed"], done.findings) == (0, 9, ())


def test_the_passphrase_opens_what_was_merged_once_all_is_closed(kiosks: list[Desk], tmp_path: Path) -> None:
    city = city_of(kiosks[0], tmp_path / "city")
    assert not merged(city, *kiosks).is_closed
    close(kiosks[0])
    assert not merged(city, *kiosks).is_closed
    close(kiosks[1])
    assert merged(city, *kiosks).is_closed
    found = read_all(city, unlock(city, passphrase=PASSPHRASE))
    assert (len(found.responses), found.unreadable) == (7, 0)
    assert len((city.directory.where / "receipts.txt").read_text().splitlines()) == 8
    assert check(state_of(city)) == ()


def test_a_late_stick_is_taken_in_after_the_end(kiosks: list[Desk], tmp_path: Path) -> None:
    city = city_of(kiosks[0], tmp_path / "city")
    merged(city, kiosks[0])
    close(city)
    done = merged(city, kiosks[1])
    assert (done.books["sealed"], done.is_closed, done.findings) == (7, True, ())


def test_a_city_brings_its_bundle_to_another(kiosks: list[Desk], tmp_path: Path) -> None:
    city, country = (city_of(kiosks[0], tmp_path / name) for name in ("city", "country"))
    merged(city, kiosks[1])
    done = merged(country, city, kiosks[0], kiosks[1])
    assert (done.books["sealed"], done.findings) == (7, ())
    assert told(state_of(country)) == told(state_of(kiosks[0]).joined(state_of(kiosks[1])))


def test_what_nobody_named_signed_is_not_believed(kiosks: list[Desk], tmp_path: Path) -> None:
    city = city_of(kiosks[0], tmp_path / "city")
    assert merge(city, brought(kiosks[0])).books["sealed"] == 3
    signer = kiosks[1].directory.opening().signer.hex()
    for name in ((), [signer[:15]], ["0" * 64]):
        with pytest.raises(UnknownSigner) as caught:
            merge(city, brought(kiosks[1]), known=name)
        assert (caught.value.where, caught.value.signer) == ("second", signer)
    assert merge(city, brought(kiosks[1]), known=[signer[:16]]).books["sealed"] == 7
    assert merge(city, brought(kiosks[1])).added == 0


def test_another_consultation_is_not_mixed_in(kiosks: list[Desk], tmp_path: Path) -> None:
    city, other = city_of(kiosks[0], tmp_path / "city"), opened(tmp_path / "other", PACK)
    with pytest.raises(OtherConsultation):
        merged(city, kiosks[0], other)
    assert inspect(city).counts.sealed == 0


def test_a_kiosk_and_a_merged_directory_are_not_taken_for_each_other(
    kiosks: list[Desk], tmp_path: Path
) -> None:
    with pytest.raises(NotMerged):
        merged(kiosks[0], kiosks[1])
    with pytest.raises(OnlyMerged):
        kiosk_opening(city_of(kiosks[0], tmp_path / "city").directory.where)
    with pytest.raises(NotEmpty):
        city_of(kiosks[0], tmp_path / "city")


def test_a_difference_is_named(kiosks: list[Desk], tmp_path: Path) -> None:
    city = city_of(kiosks[0], tmp_path / "city")
    whole = state_of(kiosks[0])
    lost = min(whole.of(Kind.SEALED), key=lambda one: one.hash)
    salvaged = State(whole.identity, whole.signer, whole.is_closed, whole.is_merged, whole.records - {lost})
    done = merge(city, [Delivery("first", salvaged, is_salvaged=True)])
    assert {one.detail for one in done.findings} == {
        "sealed 2, receipts 3",
        "sealed 2, responses 3",
        "sealed 2/3",
    }
    assert [entry["detail"].get("salvaged") for entry in map(json.loads, city.directory.ledger().log())] == [
        None,
        1,
    ]
    assert merge(city, brought(kiosks[0])).findings == ()


def test_what_comes_later_is_tidied_after_it_was_taken_in(
    kiosks: list[Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    city = city_of(kiosks[0], tmp_path / "city")
    seen: list[int] = []
    monkeypatch.setattr(LocalDirectory, "tidy", lambda directory: seen.append(len([*directory.sealed()])))
    merged(city, kiosks[0])
    assert seen == []
    merged(city, kiosks[1])
    assert seen == [7]


def order_on_disk(city: Desk) -> list[bytes]:
    content = (city.directory.where / "answers.db").read_bytes()
    return sorted((record.body for record in city.directory.sealed()), key=content.index)


def test_what_was_merged_first_lies_as_if_it_had_been_tidied(kiosks: list[Desk], tmp_path: Path) -> None:
    city = city_of(kiosks[0], tmp_path / "city")
    merged(city, *kiosks)
    found = order_on_disk(city)
    city.directory.tidy()
    assert found == order_on_disk(city)
    assert len(found) == 7


def test_answers_that_were_merged_lie_in_no_order(kiosks: list[Desk], tmp_path: Path) -> None:
    city = city_of(kiosks[0], tmp_path / "city")
    merged(city, *kiosks)
    again = city_of(kiosks[0], tmp_path / "again")
    merged(again, *kiosks)
    orders = [[record.body for record in desk.directory.sealed()] for desk in (city, again)]
    assert sorted(orders[0]) == sorted(orders[1])
    assert orders[0] != orders[1]
