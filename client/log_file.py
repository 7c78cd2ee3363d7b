"""The program's log: bounded, in the home's own folder, and without anybody's secrets."""

import contextlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler

from client.home import Home

_BYTES, _OLDER_FILES = 1_000_000, 3
_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"


class _QuietHandler(RotatingFileHandler):
    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 — logging's own name
        """A full disk must not fill the terminal as well."""


@contextmanager
def log_file(home: Home) -> Iterator[None]:
    """Write what is logged in here into the home's log. The file is made when there is something to say.

    Where no log can be written, work goes on without one.
    """
    with contextlib.suppress(OSError):
        home.logs.mkdir(mode=0o700, parents=True, exist_ok=True)
    handler = _QuietHandler(
        home.logs / "streamflow.log", maxBytes=_BYTES, backupCount=_OLDER_FILES, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter(_FORMAT))
    root = logging.getLogger()
    before = root.level
    # Their news are addresses, with a cursor in each.
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    try:
        yield
    finally:
        root.setLevel(before)
        root.removeHandler(handler)
        handler.close()
