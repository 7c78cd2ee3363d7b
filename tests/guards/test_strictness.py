"""A warning fails a test, wherever it is said: by Python, in the log, by Qt, or in a thread."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

COMPLAINTS = {
    "python": "import warnings; warnings.warn('old', DeprecationWarning)",
    "log": "import logging; logging.getLogger('sync').warning('late')",
    "qt": "from PySide6.QtCore import qWarning; qWarning('no such slot')",
    "thread": "import threading; t = threading.Thread(target=lambda: 1 / 0); t.start(); t.join()",
    "left open": "open(__file__)",
}


def _outcome(folder: Path, statement: str, mark: str = "") -> int:
    shutil.copy(ROOT / "tests" / "conftest.py", folder)
    body = f"{statement}\n    gc.collect()"
    (folder / "test_it.py").write_text(f"import gc, pytest\n{mark}\ndef test_it():\n    {body}\n")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:randomly"]
    options = ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(folder), str(folder)]
    return subprocess.run([*command, *options], capture_output=True, cwd=folder).returncode


@pytest.mark.parametrize("statement", COMPLAINTS.values(), ids=COMPLAINTS.keys())
def test_a_complaint_fails_the_test(tmp_path: Path, statement: str) -> None:
    assert _outcome(tmp_path, statement) == pytest.ExitCode.TESTS_FAILED


def test_silence_passes(tmp_path: Path) -> None:
    assert _outcome(tmp_path, "pass") == pytest.ExitCode.OK


def test_a_log_line_that_was_announced_passes(tmp_path: Path) -> None:
    assert _outcome(tmp_path, COMPLAINTS["log"], mark="@pytest.mark.logs") == pytest.ExitCode.OK
