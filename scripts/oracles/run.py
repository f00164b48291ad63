"""Ask the references for their results and write them down: the body of `make oracles`.

Every reference lives in an environment of its own, outside the project. The results are committed and
compared with ours by the tests. Many more made-up votes than are committed can be compared in one go:

    python scripts/oracles/run.py --into DIR --times 20 --seed 7
    GOLDEN_RESULTS=DIR python -m pytest tests/counting/test_references.py
"""

import argparse
import json
import os
import subprocess
import sys
import venv
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parents[2]
GOLDEN: Final = ROOT / "tests" / "counting" / "golden"
ENVIRONMENTS: Final = Path.home() / ".cache" / "icc-consult" / "oracles"


class Oracle(NamedTuple):
    """A reference: the packages, how many cases to commit, and whether pip adds what they ask for."""

    packages: tuple[str, ...]
    committed: int
    with_dependencies: bool = True


ORACLES: Final = {
    "ranked": Oracle(("pref_voting==1.18.2",), 240),
    "budgets": Oracle(("pabutools==1.2.3",), 240),
    "agendas": Oracle(
        (
            "abcvoting==2.19.2",
            "gmpy2",
            "gurobipy",
            "networkx",
            "numpy",
            "preflibtools==2.0.33",
            "prefsampling",
            "pulp",
            "ruamel.yaml",
        ),
        150,
        with_dependencies=False,
    ),
    "opinions": Oracle(("red-dwarf==0.4.0",), 24),
}


def prepared(name: str, environments: Path) -> Path:
    """The Python of the reference's environment, which is made where it is missing."""
    home = environments / name
    python = home / "bin" / "python"
    if not (home / ".ready").exists():
        venv.create(home, with_pip=True)
        oracle = ORACLES[name]
        alone = [] if oracle.with_dependencies else ["--no-deps"]
        subprocess.run([python, "-m", "pip", "install", "--quiet", *alone, *oracle.packages], check=True)
        (home / ".ready").touch()
    return python


def asked(name: str, python: Path, seed: int, number: int) -> str:
    """The reference's results as JSON, one case a line."""
    quiet = {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONHASHSEED": "0", "PYTHONWARNINGS": "ignore"}
    answer = subprocess.run(
        [python, "-m", f"scripts.oracles.{name}", str(seed), str(number)],
        check=True,
        cwd=ROOT,
        env=quiet,
        stdout=subprocess.PIPE,
        text=True,
    )
    cases = [json.dumps(case, separators=(",", ":")) for case in json.loads(answer.stdout)]
    versions = json.dumps(ORACLES[name].packages[0])
    return f'{{"reference": {versions}, "seed": {seed}, "cases": [\n' + ",\n".join(cases) + "\n]}\n"


def main() -> int:
    """Run the references that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("names", nargs="*", help=f"which references, of {', '.join(ORACLES)} (all)")
    parser.add_argument("--into", type=Path, default=GOLDEN, help="where the results go")
    parser.add_argument("--times", type=int, default=1, help="how many times as many as are committed")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--environments", type=Path, default=ENVIRONMENTS)
    options = parser.parse_args()
    options.into.mkdir(parents=True, exist_ok=True)
    for name in options.names or ORACLES:
        python = prepared(name, options.environments)
        number = ORACLES[name].committed * options.times
        results = asked(name, python, options.seed, number)
        (options.into / f"{name}.json").write_text(results, encoding="utf-8")
        print(f"{name}: {number} cases from {ORACLES[name].packages[0]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
