"""The names of the files of a Polis export, and of the columns that count."""

from typing import Final

MATRIX: Final = ("participants-votes.csv", "participant-votes.csv")
COMMENTS, VOTES, SUMMARY = "comments.csv", "votes.csv", "summary.csv"
COUNTS: Final = ("n-comments", "n-votes", "n-agree", "n-disagree")
