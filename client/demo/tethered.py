"""Run a module as a program that ends with whoever started it: then its standard input comes to an end.

    python -m client.demo.tethered MODULE ARGUMENTS…

So a window that is killed leaves no server behind, on any system.
"""

import os
import runpy
import signal
import sys
import threading


def main() -> None:
    threading.Thread(target=_follow, args=(sys.stdin.fileno(),), name="tether", daemon=True).start()
    sys.argv = sys.argv[1:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


def _follow(tether: int) -> None:
    # Not by the buffered reader: a thread that waits in there stops the interpreter from ending.
    while os.read(tether, 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    main()
