"""Read one chunk ahead: the server makes and sends the next one while the last one is still being stored."""

from concurrent.futures import Future, ThreadPoolExecutor

from sync.plan import more_rows
from sync.ports import Server
from sync.protocol import MAX_CHUNK_ROWS, Chunk


class ReadAhead:
    """A `sync.ports.Server` around another one. What went wrong ahead is told when it is asked for."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._hand = ThreadPoolExecutor(1, "ahead")
        self._ahead: tuple[str, Future[Chunk]] | None = None
        self.health = server.health
        self.push = server.push
        self.pull = server.pull
        self.check = server.check

    def snapshot(self, token: str, limit: int, kinds: tuple[str, ...] = ()) -> Chunk:
        chunk = self._taken(token) or self._server.snapshot(token, limit, kinds)
        if chunk.token:
            following = more_rows(limit, MAX_CHUNK_ROWS)
            self._ahead = chunk.token, self._hand.submit(self._server.snapshot, chunk.token, following, kinds)
        return chunk

    def close(self) -> None:
        self._hand.shutdown(wait=False, cancel_futures=True)

    def _taken(self, token: str) -> Chunk | None:
        ahead, self._ahead = self._ahead, None
        return ahead[1].result() if ahead is not None and ahead[0] == token else None
