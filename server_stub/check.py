"""The self-check's side of the server: how much of each kind a user holds, and its checksum."""

from datetime import datetime

from server_stub.database import Database
from server_stub.holdings import Holdings, position
from server_stub.principal import Principal
from server_stub.scope import read_directory
from sync.kinds import Kind
from sync.protocol import PROTOCOL, Tallies
from sync.tally import tally

_AT_ONCE = 2_000


def check(database: Database, who: Principal, at: datetime) -> Tallies:
    with database.read() as connection:
        version = position(connection, who.org).version
        holdings = Holdings(connection, who.org, read_directory(connection, who.org).scope_of(who))
        kinds = [
            tally(kind.value, ((row.id, row.version, row.body.encode()) for row in holdings.every(kind, _AT_ONCE)))
            for kind in Kind
        ]
    return Tallies(protocol=PROTOCOL, epoch=database.epoch, version=version, server_time=at, kinds=kinds)
