"""A BLT election as a poll."""

from icc_consult.formats.blt.election import Election
from icc_consult.services.polls import Option, Poll, Ranked


def poll_of(election: Election) -> Poll:
    """The single transferable vote for the file's seats; who withdrew is on no ballot."""
    standing = [
        (number, name)
        for number, name in enumerate(election.names, start=1)
        if number not in election.withdrawn
    ]
    place = {number: index for index, (number, _) in enumerate(standing)}
    known = {
        shared: tuple(place[each] for each in shared if each in place)
        for shared in {shared for _, order in election.ballots for shared in order}
    }
    ballots = [tuple([known[shared] for shared in order if known[shared]]) for _, order in election.ballots]
    cast = Ranked(ballots, [count for count, _ in election.ballots])
    options = tuple(Option(str(number), name) for number, name in standing)
    return Poll("", options, cast, "stv", seats=election.seats)
