"""`python -m tests.simulation`, from the repository's own folder."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # where `simulation` and `support` are found, as under pytest

from simulation.command import main

sys.exit(main())
