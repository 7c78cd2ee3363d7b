"""A running server with two companies in it, seen from all sides: devices, operator, tables."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import httpx

from server_stub.schema import metadata
from support.clock import FakeClock
from support.inprocess import InProcessServer
from support.wire import WireDevice
from sync.ids import id_maker

NAMES = ("worker", "lead", "office", "owner", "other")


@dataclass
class Companies:
    ids: dict[str, dict[str, str]]
    tokens: dict[tuple[str, str], str]


@dataclass
class World:
    """A running server with both companies in it."""

    server: InProcessServer
    companies: Companies
    clock: FakeClock
    http: httpx.Client
    url: str
    new_id: Callable[[], str] = field(init=False)

    def __post_init__(self) -> None:
        self.new_id = id_maker(self.clock, random.Random(7))

    @property
    def ids(self) -> dict[str, str]:
        return self.companies.ids["acme"]

    def device(self, name: str = "worker", code: str = "acme") -> WireDevice:
        """Another profile of this user, with the token that the user's device has."""
        token = self.companies.tokens[code, name]
        return WireDevice(self.http, token, self.new_id, self.companies.ids[code][name])

    def rows(self, table: str) -> list[tuple[Any, ...]]:
        with self.server.service.database.read() as connection:
            return sorted((tuple(row) for row in connection.execute(metadata.tables[table].select())), key=repr)

    def version(self) -> int:
        return int(next(row.version for row in self._organisations() if row.code == "acme"))

    def _organisations(self) -> list[Any]:
        with self.server.service.database.read() as connection:
            return list(connection.execute(metadata.tables["organisation"].select()))
