"""What passes between the day and the process of the kiosk: one script in, a line of JSON an event out."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ui.demo.account import Account
from ui.demo.residents import Resident


@dataclass(frozen=True)
class Script:
    """One sitting of the kiosk: where its data lies, who comes, and the PIN that ends the day."""

    data: Path
    screens: Path
    pin: str
    residents: Sequence[Resident]

    def as_line(self) -> str:
        """For the standard input of the kiosk's process, where no other process can read the PIN."""
        plain = {"data": str(self.data), "screens": str(self.screens), "pin": self.pin}
        return json.dumps(plain | {"residents": [one.as_plain() for one in self.residents]}) + "\n"

    @classmethod
    def from_line(cls, line: str) -> "Script":
        """The script of that line."""
        plain = json.loads(line)
        residents = tuple(Resident.from_plain(one) for one in plain["residents"])
        return cls(Path(plain["data"]), Path(plain["screens"]), plain["pin"], residents)


@dataclass(frozen=True)
class Event:
    """Somebody is done (`told`), stands in the middle (`stands`), or the day was ended by staff (`ended`)."""

    what: str
    account: Account | None = None

    def as_line(self) -> str:
        """For standard output."""
        account = self.account.as_plain() if self.account else None
        return json.dumps({"what": self.what, "account": account}) + "\n"

    @classmethod
    def from_line(cls, line: str) -> "Event":
        """The event of that line."""
        plain: Mapping[str, Any] = json.loads(line)
        return cls(plain["what"], Account.from_plain(plain["account"]) if plain["account"] else None)
