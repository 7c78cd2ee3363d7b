"""The program's log: bounded, in the home's own folder, and without anybody's secrets."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler

from client.home import Home

_BYTES, _OLDER_FILES = 1_000_000, 3
_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"


@contextmanager
def log_file(home: Home) -> Iterator[None]:
    """Write what is logged in here into the home's log. The file is made when there is something to say."""
    home.logs.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
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
