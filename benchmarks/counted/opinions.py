"""One run of red-dwarf's, timed; runs in its environment."""

import sys

import numpy as np
from reddwarf.implementations.polis import run_pipeline

from benchmarks.counted.stopwatch import timed

UNSEEN = -2


if __name__ == "__main__":
    votes = np.load(sys.argv[2])["votes"]
    listed = [
        {"participant_id": int(person), "statement_id": int(each), "vote": int(votes[person, each])}
        for person, each in np.argwhere(votes != UNSEEN)
    ]
    timed(lambda: run_pipeline(votes=listed, random_state=0), float(sys.argv[3]))
