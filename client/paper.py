"""Documents on paper. What stands on them is gathered on this floor; only the window's can draw, and is asked by name.

The names are entry points of the program itself (`streamflow.paper` in pyproject.toml), so that this floor knows
nothing of the one above it, and a command without a window draws as well.
"""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from sync.errors import InvalidInput, Problem
from sync.language import translate

Local = Callable[[datetime], datetime]
"""An instant as the person's clock on the wall shows it."""
_GROUP = "streamflow.paper"


class Paper(StrEnum):
    JOB_REPORT = "job-report"
    TIMESHEET = "timesheet"


def draw(paper: Paper, content: Any, file: Path, local: Local) -> Path:
    """Write a document as a PDF, all or nothing; answers with the file."""
    (found,) = entry_points(group=_GROUP, name=paper.value)
    part = file.with_name(f".{file.name}.part")
    try:
        found.load()(content, part, local)
        part.replace(file)
    except OSError as trouble:
        part.unlink(missing_ok=True)
        message = translate("paper", "{name} can't be written there: {reason}. Choose another place.").format(
            name=file.name, reason=trouble.strerror or trouble
        )
        raise InvalidInput(Problem("file", "not_written", message)) from trouble
    return file
