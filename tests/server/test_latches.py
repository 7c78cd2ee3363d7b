"""One upload is written by one request at a time, of however many server processes."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from server_stub.files.staging import Occupied, Slot, Staging
from support.processes import ROOT, environment
from sync.blobs import Part

SLOT, OTHER = (Slot("acme", "van", f"attachment {n}", Part.CONTENT) for n in range(2))
_HOLD = """
import sys
from pathlib import Path
from server_stub.files.staging import Slot, Staging
from sync.blobs import Part
with Staging(Path(sys.argv[1])).hold(Slot("acme", "van", "attachment 0", Part.CONTENT)):
    print("held", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def another_process(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Holds the slot until it is told to let go, or is killed."""
    pipe = subprocess.PIPE
    program = [sys.executable, "-c", _HOLD, str(folder)]
    with subprocess.Popen(program, stdin=pipe, stdout=pipe, text=True, cwd=ROOT, env=environment()) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_slot_that_another_process_writes_is_occupied_until_that_lets_go_or_dies(tmp_path: Path) -> None:
    staging = Staging(tmp_path)
    with another_process(tmp_path) as process:
        with pytest.raises(Occupied), staging.hold(SLOT):
            pass
        with staging.hold(OTHER):
            pass
        with pytest.raises(Occupied), staging.hold(SLOT):
            pass
        process.kill()
        process.wait()
        with staging.hold(SLOT):
            staging.begin(SLOT, datetime.now(UTC))
            with pytest.raises(Occupied), staging.hold(SLOT):
                pass
        with staging.hold(SLOT):
            assert staging.length(SLOT) == 0
