"""The real server, killed at a statement: `python -m support.mortal_server FILE`.

It keeps the listening socket and forks, for each line `n` that it reads, a child that serves on it and dies by SIGKILL
at its nth step; 0 lives until the next line. A step is a statement, the moment before a commit, or the one after it.
"""

import asyncio
import json
import os
import signal
import socket
import sys
import threading
from typing import Any

import uvicorn
from sqlalchemy import event

from server_stub.app import build
from server_stub.database import Database
from server_stub.service import Service
from sync.clock import SystemClock


class Death:
    """Counts the steps of writing transactions, of which a device causes one with each push."""

    def __init__(self, at: int) -> None:
        self._left = at
        self._here = threading.local()

    def watch(self, database: Database) -> None:
        engine = database.engine
        event.listen(engine, "before_cursor_execute", self._before_statement)
        commit = engine.dialect.do_commit

        def do_commit(connection: Any) -> None:
            self._come_nearer()
            commit(connection)
            self._come_nearer()
            self._here.is_writing = False

        engine.dialect.do_commit = do_commit  # type: ignore[method-assign]  # replaced on purpose, to die there

    def _before_statement(self, _connection: Any, _cursor: Any, sql: str, *_: Any) -> None:
        if sql == "BEGIN IMMEDIATE":
            self._here.is_writing = True
        self._come_nearer()

    def _come_nearer(self) -> None:
        """Reading goes on in other threads, and in this one after it has written; it does not count."""
        self._left -= getattr(self._here, "is_writing", False)
        if self._left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def serve(file: str, listener: socket.socket, dies_at: int) -> None:
    database = Database(f"sqlite:///{file}")
    if dies_at:
        Death(dies_at).watch(database)
    config = uvicorn.Config(build(Service(database, SystemClock())), log_config=None, access_log=False)
    asyncio.run(uvicorn.Server(config).serve(sockets=[listener]))


def say(**facts: object) -> None:
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


def main() -> None:
    listener = socket.create_server(("127.0.0.1", 0))
    say(url=f"http://127.0.0.1:{listener.getsockname()[1]}")
    child = 0
    for line in sys.stdin:
        if child:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        child = os.fork()
        if child == 0:
            serve(sys.argv[1], listener, int(line))
            os._exit(0)
        say(pid=child)
    if child:
        os.kill(child, signal.SIGKILL)


if __name__ == "__main__":
    main()
