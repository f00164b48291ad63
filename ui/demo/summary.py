"""What the day came to: what residents were told, beside what was found in the end."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from icc_consult.domain.response import Response
from icc_consult.languages import language
from icc_consult.services.inspecting import Inspection

from ui.demo.account import Account
from ui.demo.place import Place


@dataclass(frozen=True)
class Day:
    """A day that is over."""

    residents: int
    languages: Sequence[str]
    accounts: Sequence[Account]
    found: Sequence[Response]
    seen: Inspection
    place: Place
    seconds: float

    @property
    def ended(self) -> Counter[str]:
        """How many stored sittings ended how."""
        return Counter(response.ended.value for response in self.found)

    @property
    def partial(self) -> int:
        """How many responses never came to the end."""
        return sum(response.ended.is_partial for response in self.found)

    @property
    def lost(self) -> int:
        """Residents whose answers, as they tell them, are not found word for word."""
        return len(missing(self.accounts, self.found))

    @property
    def balances(self) -> bool:
        """Whether everybody is accounted for, nothing was lost and nothing is there twice."""
        return self.lost == 0 and self.residents == len(self.found) + self.seen.deleted

    def as_plain(self) -> dict[str, Any]:
        """As `summary.json` says it."""
        return {
            "residents": self.residents,
            "responses": len(self.found),
            "partial": self.partial,
            "recovered": self.ended["recovered"],
            "left": self.ended["left"],
            "timed_out": self.ended["timed_out"],
            "deleted": self.seen.deleted,
            "refused": self.seen.refused,
            "wishes": self.seen.counts.wishes,
            "lost": self.lost,
            "languages": list(self.languages),
            "data": str(self.place.data),
            "screens": len(list(self.place.screens.glob("*/*.png"))),
            "seconds": round(self.seconds, 1),
        }


def missing(accounts: Iterable[Account], found: Iterable[Response]) -> list[Account]:
    """The accounts of stored sittings for which no response is left."""
    left = Counter(Account.of(response).key for response in found)
    lost = []
    for account in accounts:
        if account.is_stored:
            if left[account.key] == 0:
                lost.append(account)
            left[account.key] -= 1
    return lost


def write_summary(day: Day) -> None:
    """Put `summary.json` into its place."""
    text = json.dumps(day.as_plain(), ensure_ascii=False, indent=1)
    day.place.summary.write_text(f"{text}\n", encoding="utf-8")


def as_text(day: Day) -> str:
    """For somebody who reads it in a terminal."""
    numbers = day.as_plain()
    spoken = ", ".join(language(tag).english for tag in day.languages)
    return "\n".join(
        [
            f"A day at the kiosk: {day.residents} residents in {len(day.languages)} languages.",
            f"  {spoken}",
            "",
            f"  {numbers['responses']:>4}  responses, every one sealed until now",
            f"  {numbers['partial']:>4}  of them partial: {_partial(numbers)}",
            f"  {numbers['deleted']:>4}  deleted their answers",
            f"  {numbers['refused']:>4}  said no, thank you",
            f"  {numbers['wishes']:>4}  wished for a language that is not here",
            f"  {numbers['lost']:>4}  lost: what residents told beside what was found, answer by answer",
            "",
            f"  {day.place.root}/answers.csv, texts.csv, codebook.csv, frequencies.csv: for a spreadsheet",
            f"  {day.place.screens}/: {numbers['screens']} pictures of the kiosk, by language",
            f"  {day.place.passphrase}: the six words that open {_name(day.place.data)}/",
            f"  {day.place.summary}: these numbers",
        ]
    )


def _partial(numbers: Mapping[str, Any]) -> str:
    left, timed_out, recovered = (numbers[name] for name in ("left", "timed_out", "recovered"))
    return f"{left} left early, {timed_out} timed out, {recovered} came back after the power cut"


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"
