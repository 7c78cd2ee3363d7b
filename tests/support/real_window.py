"""A window on a copied company, in a process and on a display of its own: `python -m support.real_window FOLDER`."""

import random
import sys
from pathlib import Path

from client.home import Home
from support.fieldwork import Line
from support.inprocess import InProcessServer
from support.window import PASSPHRASE
from sync.clock import SystemClock
from ui.opening import Opening
from ui.showing import application, show


def main(folder: Path) -> int:
    server = InProcessServer(f"sqlite:///{folder / 'server.db'}", SystemClock(), random.Random(2))
    opening = Opening(Home.at(folder / "worker"), passphrase=PASSPHRASE, transport=Line(server.transport))
    try:
        return show(application(), opening, lambda _program: None)
    finally:
        server.close()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
