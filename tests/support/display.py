"""A screen of one's own, for what has to be seen on a real one; `packaging/system-libraries.sh tests` installs it."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from support.processes import environment


@contextmanager
def open_display() -> Iterator[dict[str, str]]:
    """The environment of processes that show themselves there."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as said:
        number = said.readline().strip()
    try:
        yield {**environment(), "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()
