"""Writing BLT files."""

from collections.abc import Iterator

from icc_consult.formats.blt.election import Election, Order


def blt_text(election: Election) -> str:
    """The text of a file, UTF-8 with line feeds; BLT knows no quotation mark in a name, an apostrophe is."""
    return "".join(f"{line}\n" for line in _lines(election))


def _lines(election: Election) -> Iterator[str]:
    yield f"{len(election.names)} {election.seats}"
    if election.withdrawn:
        yield " ".join(f"-{number}" for number in election.withdrawn)
    for count, order in election.ballots:
        yield " ".join((str(count), *_places(order), "0"))
    yield "0"
    for text in (*election.names, election.title):
        yield f'"{_quotable(text)}"'


def _places(order: Order) -> Iterator[str]:
    return ("=".join(map(str, place)) for place in order)


def _quotable(text: str) -> str:
    return text.replace('"', "'").replace("\n", " ").strip()
