"""What residents proposed: read together, decided about, taken into the next revision."""

import json
from pathlib import Path

import pytest

from icc_consult.domain.response import Answered, Ended, Response, Written
from icc_consult.domain.session import Draw, Session
from icc_consult.domain.wording import LanguageTag
from icc_consult.packs.pack import pack_of
from icc_consult.services.moderating import (
    Decision,
    NothingAccepted,
    Proposal,
    Standing,
    UnknownProposal,
    decided,
    digest_of,
    folded,
    proposals_in,
    revised,
)
from icc_consult.storage.decisions_file import DecisionsFile

from tests.builders import EN, response_with
from tests.papers import ballots, document

PACK = ballots()
AR = LanguageTag("ar")
ACCEPTED = Decision(Standing.ACCEPTED)


def wrote(text: str, language: LanguageTag = EN) -> Response:
    """A resident who proposed this."""
    return response_with(PACK.consultation, {"ideas-proposal": Answered(Written(text), language)})


def read(*responses: Response, **decisions: Decision) -> tuple[Proposal, ...]:
    return proposals_in(PACK.consultation, responses, decisions)


def test_a_proposal_waits_and_says_nothing_of_whoever_wrote_it_when() -> None:
    [one] = read(wrote("More benches."), response_with(PACK.consultation, {}))
    assert (one.paper, one.text, one.times, one.decision.standing) == (
        "ideas",
        "More benches.",
        1,
        Standing.PENDING,
    )


def test_equal_sentences_stand_together_whatever_their_capitals_and_stops() -> None:
    trees, benches = read(
        wrote("more  BENCHES!"), wrote("Trees"), wrote("More benches."), wrote("More benches.")
    )[::-1]
    assert (benches.text, benches.times) == ("More benches.", 3)
    assert (trees.text, trees.times) == ("Trees", 1)


def test_the_order_is_that_of_the_letters_and_not_of_arrival() -> None:
    one, other = wrote("Zebra crossings"), wrote("A park")
    assert read(one, other) == read(other, one)
    assert [proposal.text for proposal in read(one, other)] == ["A park", "Zebra crossings"]


def test_signs_alone_are_no_proposal() -> None:
    assert read(wrote("?!")) == ()


def test_marks_of_a_script_are_no_stops() -> None:
    assert folded("স্কুল।") == "স্কুল"
    assert digest_of("a", "Park") != digest_of("b", "Park")


def test_only_what_was_proposed_can_be_decided() -> None:
    with pytest.raises(UnknownProposal):
        decided({}, read(wrote("A park")), ["0000000000"], ACCEPTED)


def test_a_decision_can_be_changed_and_taken_back() -> None:
    found = read(wrote("A park"))
    name = found[0].id
    rejected = decided({}, found, [name], Decision(Standing.REJECTED, "names a person"))
    assert decided(rejected, found, [name], ACCEPTED) == {name: ACCEPTED}
    assert decided(rejected, found, [name], Decision()) == {name: Decision()}


def test_the_file_holds_no_words_no_language_and_no_order(tmp_path: Path) -> None:
    file = DecisionsFile(tmp_path / "proposals.json")
    assert file.load() == {}
    found = read(wrote("حديقة", AR), wrote("A park"))
    decisions = decided({}, found, [one.id for one in found][::-1], ACCEPTED)
    file.save(decisions)
    assert file.load() == decisions
    plain = json.loads(file.path.read_text("utf-8"))
    assert list(plain["decisions"]) == sorted(plain["decisions"])
    assert set(plain) == {"format", "version", "decisions"}
    assert all(set(one) == {"standing", "change"} for one in plain["decisions"].values())


def test_accepted_sentences_are_statements_of_the_next_revision_in_their_own_language() -> None:
    found = read(wrote("حديقة", AR), wrote("A park"))
    arabic = next(one for one in found if one.language == AR)
    after, count = revised(document(), read(wrote("حديقة", AR), wrote("A park"), **{arabic.id: ACCEPTED}))
    pack = pack_of(after)
    statement = pack.consultation.parts[-1].statements[-1]  # type: ignore[union-attr]
    assert count == 1
    assert dict(statement.text.texts) == {AR: "حديقة"}
    assert pack.fingerprint != PACK.fingerprint
    drawn = Session.begin(pack.consultation, EN, Draw((statement.id,)))
    assert drawn.response(Ended.COMPLETE).offered >= {statement.id}


def test_a_revision_without_anything_new_is_refused() -> None:
    [one] = read(wrote("A park"))
    with pytest.raises(NothingAccepted):
        revised(document(), [one])
    [accepted] = read(wrote("A park"), **{one.id: ACCEPTED})
    after, _ = revised(document(), [accepted])
    with pytest.raises(NothingAccepted):
        revised(after, [accepted])
