"""The server's parts, built once and handed to the routes."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from anyio import CapacityLimiter
from starlette.datastructures import Headers, QueryParams

from server_stub.auth import Door
from server_stub.custody import Custody
from server_stub.database import Database
from server_stub.events import Hub
from server_stub.files.depot import Depot, open_depot
from server_stub.handshake import Program
from server_stub.principal import Principal
from server_stub.throttle import Allowance, Throttle
from server_stub.uploads import Uploads
from sync.clock import Clock
from sync.ids import id_maker

# Sign-in attempts per account, and requests per device: far above what a device does, far below a flood.
ATTEMPTS = Allowance(burst=10, per_second=1 / 15)
REQUESTS = Allowance(burst=4_000, per_second=2_000)


# A password takes long to look at: a crowd at the door may not take all threads from those who are inside.
SLOW_AT_ONCE = 4


class Service:
    def __init__(
        self,
        database: Database,
        clock: Clock,
        randomness: random.Random | None = None,
        requests: Allowance = REQUESTS,
        attempts: Allowance = ATTEMPTS,
        depot: Depot | None = None,
        oldest_program: Program | None = None,
    ) -> None:
        self.database = database
        self.clock = clock
        self.oldest_program = oldest_program
        self.hub = Hub()
        self.slow = CapacityLimiter(SLOW_AT_ONCE)
        self.new_id = id_maker(clock, randomness or random.SystemRandom())
        self.door = Door(database, self.new_id, Throttle(clock, attempts))
        self.requests = Throttle(clock, requests)
        self.depot = depot or open_depot(default_address(database))
        self.custody = Custody(database, self.depot, self.new_id)
        self.uploads = Uploads(database, self.depot.staging)


def default_address(database: Database) -> str:
    """Attachments lie beside the database's file; where that is no file of ours, in the folder that we run in."""
    file = database.url.database if database.is_sqlite else None
    return f"{file}.files" if file else "streamflow-files"


@dataclass(frozen=True)
class Reply:
    """An answer that is more than a value: with headers of its own, or in pieces."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    content: Iterator[bytes] | None = None


@dataclass(frozen=True)
class Call:
    """One request as a handler sees it. `who` is set wherever the route's policy asks for somebody."""

    service: Service
    headers: Headers
    query: QueryParams
    body: Any
    raw: bytes
    principal: Principal | None
    path: Mapping[str, str] = field(default_factory=dict)

    @property
    def who(self) -> Principal:
        assert self.principal is not None
        return self.principal
