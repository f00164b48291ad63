"""Ballots in files, other people's and our own, as polls that can be counted."""

from icc_consult.formats.ballots.finding import read_ballots
from icc_consult.formats.ballots.groups import read_groups

__all__ = ["read_ballots", "read_groups"]
