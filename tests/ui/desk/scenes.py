"""Everything the desk can show, made without a disk or a key."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path

from icc_consult.domain.consultation import Policy
from icc_consult.domain.response import Answered, AnswerState, Chosen, Ended, Response, Skipped
from icc_consult.domain.survey import ChoiceCode
from icc_consult.domain.wording import LanguageTag
from icc_consult.formats.forms.losses import Loss
from icc_consult.formats.xlsform.problems import Problem, Severity, What
from icc_consult.i18n import Say
from icc_consult.packs import Pack
from icc_consult.services.errors import Fault, NotOpened, WrongPassphrase
from icc_consult.services.frequencies import (
    Asked,
    Band,
    Frequencies,
    asked_in,
    bands_of_ten,
    codes_of,
    frequencies,
)
from icc_consult.services.inspecting import Inspection
from icc_consult.services.moderating import Decision, Proposal
from icc_consult.services.moderating import Standing as ProposalStanding
from icc_consult.services.ports import DayTotal, KeyId, SealedRecord
from icc_consult.services.premises import Counts, Opening, OpeningId, Terms, Trouble
from icc_consult.sources import Source

from ui.desk.examined import Examined
from ui.desk.places import Listing, Shelf, Shelved
from ui.desk.scene import Scene
from ui.desk.state import (
    Browsing,
    Choosing,
    DeskState,
    Failed,
    Field,
    Findings,
    Good,
    Noting,
    Opened,
    Rail,
    Reading,
    Safe,
    Setting,
    Slip,
    Slipped,
    Speaking,
    Standing,
    TypingBack,
    Went,
)

from tests.builders import DAY, NOW, response_with, sample
from tests.ui.desk.errand_scenes import errand_states

WORDS = "abandon ability able about above absent"
HERE = Path("/consultations/our-city")
DAYS = (DayTotal(date(2026, 3, 1), 40, 1, 3, 6), DayTotal(DAY, 12, 0, 1, 2))
TROUBLES = (Trouble(Fault.DISK_FULL, DAY, "no space"), Trouble(Fault.LOW_SPACE))


PROPOSALS = (
    Proposal("0a0a0a0a0a", "statements", "Mehr Bänke am Platz vor dem Bahnhof.", LanguageTag("de"), 3),
    Proposal(
        "1b1b1b1b1b",
        "statements",
        "حديقة في كل حي",
        LanguageTag("ar"),
        1,
        Decision(ProposalStanding.ACCEPTED),
    ),
    Proposal(
        "2c2c2c2c2c",
        "statements",
        "My neighbour is too loud",
        LanguageTag("en"),
        1,
        Decision(ProposalStanding.REJECTED, "names_somebody"),
    ),
)


PROBLEMS = (
    Problem(
        Severity.WARNING,
        What.MISSING_TRANSLATION,
        "survey",
        4,
        "C",
        {"language": "fa", "count": "7", "column": "label"},
    ),
    Problem(Severity.ERROR, Loss.RECORDING, "survey", 9, "type", {"name": "voice", "type": "audio"}),
    Problem(Severity.ERROR, What.UNKNOWN_REFERENCE, "survey", 12, "relevant", {"name": "رضا"}),
    Problem(Severity.WARNING, What.UNKNOWN_COLUMN, "choices", 1, "F", {"written": "bind::odk:rather-long"}),
)


def with_errors() -> Examined:
    """A form that cannot be opened."""
    return Examined(Path("/forms/places.xlsx"), Source("Places", None, PROBLEMS * 9))


def with_losses() -> Examined:
    """A form that can be opened without a recording."""
    without = Source("Places", pack(), PROBLEMS[:2])
    return Examined(Path("/forms/places.xlsx"), Source("Places", None, PROBLEMS[:2]), without)


def with_remarks() -> Examined:
    """A form that can be opened as it is."""
    return Examined(Path("/forms/places.xlsx"), Source("Places", pack(), (PROBLEMS[0], PROBLEMS[3])))


EXAMINED: Mapping[str, Callable[[], Examined]] = {
    "errors": with_errors,
    "losses": with_losses,
    "remarks": with_remarks,
}


class SealedOpener:
    """Opens nothing: the answers were read before."""

    def open(self, record: SealedRecord) -> bytes:
        """Nothing."""
        raise AssertionError(record)


@cache
def pack() -> Pack:
    """The consultation that comes with the program."""
    return sample()


def scene(state: DeskState, *, today: date = DAY) -> Scene:
    """What pages are derived from, in the state's language."""
    return Scene(state, Say(state.language), today)


def state(**changes: object) -> DeskState:
    """An English desk."""
    return replace(DeskState("en"), **changes)  # type: ignore[arg-type]


def opening(closed_at: datetime | None = None, policy: Policy = Policy.KEEP) -> Opening:
    """How the consultation was opened."""
    known = pack().consultation
    terms = Terms(policy, "City of Sketches, Department for Participation", "room 12")
    return Opening(OpeningId("0011"), known.id, known.fingerprint, KeyId("aa"), b"", terms, NOW, closed_at)


def opened(
    days: tuple[DayTotal, ...] = DAYS,
    troubles: tuple[Trouble, ...] = (),
    *,
    closed: bool = False,
    key: Path | None = None,
) -> Opened:
    """An opened consultation with these totals."""
    total = sum(day.responses for day in days)
    counts = Counts(days, total, total, 0, 0)
    seen = Inspection(opening(NOW if closed else None), counts, troubles)
    return Opened(HERE, pack(), seen, key or HERE / "key.age")


def item(asked: Asked, counts: Mapping[str, int], base: int, **states: int) -> Frequencies:
    """How often what was answered; every code that is not named was never given."""
    known = {code: counts.get(code, 0) for code in codes_of(asked)}
    found = {one: states.get(one.value, 0) for one in AnswerState} | {AnswerState.ANSWERED: base}
    return Frequencies(asked, known, found)


def asked(name: str) -> Asked:
    """The question, statement or ballot paper of this name."""
    return next(one for one in asked_in(pack().consultation) if one.id == name)


def responses(number: int) -> tuple[Response, ...]:
    """So many residents, each of whom gave the first choice of everything that has one, or passed it by."""
    consultation = pack().consultation
    questions = [one for one in consultation.questions() if hasattr(one, "choices")]
    answers = {
        one.id: Answered(Chosen(ChoiceCode(one.choices[0].code)), LanguageTag("ar"))
        for one in questions
        if type(one).__name__ in ("SingleChoice", "Scale")
    }
    fifth = {one.id: Skipped() for one in questions}
    return tuple(
        response_with(consultation, fifth if at % 5 == 4 else answers, ended=Ended.COMPLETE)
        for at in range(number)
    )


def findings(number: int = 60) -> Findings:
    """What so many residents said."""
    given = responses(number)
    return Findings(
        SealedOpener(),
        number,
        3,
        frequencies(pack().consultation, given),
        bands_of_ten(["ar"] * 31 + ["en"] * 26 + ["bn"] * 3),
        {"complete": Band(50), "left": Band(0), "timed_out": Band(0), "recovered": Band(0)},
        bands_of_ten(["ti"] * 12 + ["yo"]),
    )


def states() -> Iterator[tuple[str, DeskState]]:
    """Every page of the desk and everything that may be said above it, each with a name."""
    yield from _before()
    yield from _while_open()
    yield from _after()
    yield from errand_states(state(today=Standing(opened())), state(today=Choosing()))
    yield "interface", state(today=Choosing(), cover=Speaking())


def _before() -> Iterator[tuple[str, DeskState]]:
    shelf = (
        Shelved(HERE, pack().consultation.title, NOW, None),
        Shelved(HERE, pack().consultation.title, NOW, NOW),
        Shelved(HERE, pack().consultation.title, NOW, None, is_merged=True),
    )
    ready = pack().consultation
    yield "choosing", state(today=Choosing(), shelf=Shelf((), ready))
    yield "choosing among some", state(today=Choosing(), shelf=Shelf(shelf, ready))
    for rail in (Rail.CONSULTATION, Rail.LANGUAGES, Rail.RESULTS, Rail.SAFETY):
        yield f"{rail} before", state(today=Choosing(), rail=rail)
    folders = (Path("/places/home/Documents"), Path("/places/home/A folder with a rather long name"))
    listing = Listing(folders[0].parent, Path("/places"), folders, (Path("/places/home/city.iccpack"),))
    listing = replace(listing, shortcuts=(folders[0].parent, Path("/media/stick")), home=folders[0].parent)
    for field in (Field.PATH, Field.OUT):
        yield f"browsing for {field}", state(today=Choosing(), cover=Browsing(field, listing))
    for name, examined in EXAMINED.items():
        yield f"problems, {name}", state(today=examined())
    setting = Setting(pack(), Policy.KEEP)
    chosen = state(today=setting).with_text(Field.CONTROLLER, "City of Sketches")
    yield "terms", chosen
    yield "terms, wrong", replace(chosen, remark=Slipped(Slip.PINS_DIFFER, Field.PIN_AGAIN))
    for rail in (Rail.CONSULTATION, Rail.LANGUAGES, Rail.RESULTS):
        yield f"{rail} chosen", replace(chosen, rail=rail)
    yield "noting", state(today=Noting(setting, WORDS))
    yield "typing back", state(today=TypingBack(setting, WORDS))
    wrong = Slipped(Slip.UNKNOWN_WORDS, Field.WORDS, detail="wrogn, albe")
    yield "typing back, wrong", state(today=TypingBack(setting, WORDS), remark=wrong)


def _while_open() -> Iterator[tuple[str, DeskState]]:
    yield "nobody yet", state(today=Standing(opened(())))
    day = state(today=Standing(opened(troubles=TROUBLES)))
    yield "day", day
    yield "wrong pin", replace(day, remark=Slipped(Slip.WRONG_PIN, Field.STAFF_PIN, number=30))
    yield "closing", state(today=Standing(opened(), is_closing=True))
    for rail in (Rail.CONSULTATION, Rail.RESULTS, Rail.SAFETY):
        yield f"{rail} while open", replace(day, rail=rail)
    for safe in (Safe.KEY, Safe.PIN):
        yield f"safety {safe}", replace(day, rail=Rail.SAFETY, safe=safe)
    moved = Went(Good.KEY_MOVED, "/media/stick/lisbon-10-commitments-v1-0011.key.age")
    away = Standing(opened(key=Path("/media/stick/lisbon-10-commitments-v1-0011.key.age")))
    yield "key moved", replace(day, today=away, rail=Rail.SAFETY, remark=moved)


def _after() -> Iterator[tuple[str, DeskState]]:
    closed = state(today=Standing(opened(closed=True)))
    yield "closed", closed
    results = replace(closed, rail=Rail.RESULTS)
    yield "unlocking", results
    yield "unlocking, wrong", replace(results, remark=Failed(WrongPassphrase(), Field.PASSPHRASE))
    lost = Failed(NotOpened(str(HERE / "key.age")), Field.PASSPHRASE)
    yield "unlocking, no key", replace(results, remark=lost)
    yield "findings", replace(results, results=Reading(findings()))
    yield "few findings", replace(results, results=Reading(findings(4)))
    asked_ = replace(findings(), proposals=PROPOSALS)
    yield "findings with proposals", replace(results, results=Reading(asked_))
    moderating = Reading(asked_, is_moderating=True)
    yield "proposals", replace(results, results=moderating)
    yield "proposals, leaving one out", replace(results, results=replace(moderating, picked=PROPOSALS[0].id))
    revised = Went(Good.REVISED, "/places/home/lisbon-10-commitments-v1-next.iccpack", 1)
    yield "revised", replace(results, results=moderating, remark=revised)
    exporting = replace(results, results=Reading(findings(), is_exporting=True))
    yield "exporting", exporting.with_text(Field.OUT, "/places/home/lisbon-CONFIDENTIAL")
    yield "exported", replace(exporting, remark=Went(Good.EXPORTED, "/places/home/lisbon", 52, 3))
