"""`python -m icc_consult`: the commands without windows."""

from icc_consult.cli import main

raise SystemExit(main())
