"""A Polis conversation as a poll on statements."""

from icc_consult.formats.polis.conversation import Conversation
from icc_consult.formats.polis.reading import in_order
from icc_consult.services.polls import Opinions, Option, Poll

MODERATED_OUT = -1


def poll_of(conversation: Conversation) -> Poll:
    """All comments by their number, those without a column too; what was moderated out is hidden."""
    comments = {comment.id: comment for comment in conversation.comments}
    ids = in_order(frozenset((*comments, *conversation.columns)))
    place = {name: index for index, name in enumerate(ids)}
    labels = [comments[name].text if name in comments else "" for name in ids]
    ballots = [
        tuple(sorted((place[comment], vote) for comment, vote in person.votes.items()))
        for person in conversation.participants
    ]
    known = comments.values()
    cast = Opinions(
        tuple(person.id for person in conversation.participants),
        ballots,
        frozenset(place[each.id] for each in known if each.moderated == MODERATED_OUT),
        frozenset(place[each.id] for each in known if each.is_meta),
    )
    options = tuple(Option(name, label or name) for name, label in zip(ids, labels, strict=True))
    return Poll("", options, cast, "agreement")
