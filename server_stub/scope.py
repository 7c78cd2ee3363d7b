"""Who may hold which record.

A role alone decides for most: owner and office hold everything that isn't personal, crew leads all leads and
customers, everybody the settings, users and crews. The rest is written down as membership of *audiences*: `user:<id>`,
`crew:<id>`, and `crew_leads` for what follows a lead or a customer.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, select

from server_stub.principal import Principal
from server_stub.schema import record
from sync.kinds import PERSONAL, Kind
from sync.protocol import State
from sync.records import Body, Organisation, read
from sync.terms import Role

CREW_LEADS = "crew_leads"

_EVERYBODY = frozenset({Kind.ORGANISATION, Kind.USER, Kind.CREW})
_BY_ROLE: dict[Role, frozenset[Kind]] = {
    Role.WORKER: _EVERYBODY,
    Role.CREW_LEAD: _EVERYBODY | {Kind.LEAD, Kind.CUSTOMER},
    Role.OFFICE: frozenset(Kind) - PERSONAL,
    Role.OWNER: frozenset(Kind) - PERSONAL,
}

_SELECT_DIRECTORY = select(record.c.kind, record.c.id, record.c.body).where(
    record.c.org == bindparam("org"),
    record.c.kind.in_(sorted(kind.value for kind in _EVERYBODY)),
    record.c.state == State.PRESENT.value,
)


@dataclass(frozen=True)
class Scope:
    """The kinds that a user holds whole, and the audiences that they belong to."""

    kinds: frozenset[Kind]
    audiences: frozenset[str]


class Directory:
    """The organisation's users, crews and settings, read once per transaction."""

    def __init__(self, users: dict[str, Body], crews: dict[str, Body], settings: Organisation) -> None:
        self.users = users
        self.crews = crews
        self.settings = settings
        # Owner and office hold nearly everything anyway; what these hold has to be written down.
        self._holders = {
            user_id for user_id, user in users.items() if user.get("role") in (Role.WORKER, Role.CREW_LEAD)
        }

    def crew_of(self, user_id: str | None) -> str | None:
        return self.users.get(user_id or "", {}).get("crew_id")

    def crews_of(self, user_id: str) -> frozenset[str]:
        """The crew that a user works in and those that they lead."""
        led = {crew_id for crew_id, crew in self.crews.items() if crew.get("lead_id") == user_id}
        own = self.crew_of(user_id)
        return frozenset(led | {own} if own else led)

    def scope_of(self, who: Principal) -> Scope:
        audiences = {f"user:{who.user_id}"}
        if who.role is Role.CREW_LEAD:
            audiences |= {CREW_LEADS} | {f"crew:{crew_id}" for crew_id in self.crews_of(who.user_id)}
        return Scope(_BY_ROLE[who.role], frozenset(audiences))

    def audiences(self, users: Iterable[str | None], crews: Iterable[str | None] = ()) -> frozenset[str]:
        named = {f"user:{user_id}" for user_id in users if user_id in self._holders}
        return frozenset(named | {f"crew:{crew_id}" for crew_id in crews if crew_id})


def read_directory(connection: Connection, org: int) -> Directory:
    found: dict[str, dict[str, Any]] = {Kind.USER: {}, Kind.CREW: {}, Kind.ORGANISATION: {}}
    for kind, record_id, body in connection.execute(_SELECT_DIRECTORY, {"org": org}):
        found[kind][record_id] = msgspec.json.decode(body)
    ((organisation_id, settings),) = found[Kind.ORGANISATION].items()
    return Directory(found[Kind.USER], found[Kind.CREW], read(Organisation, organisation_id, 0, settings))


def direct_audiences(directory: Directory, kind: Kind, body: Body) -> frozenset[str]:
    """Who holds a record because of what it says itself."""
    match kind:
        case Kind.CUSTOMER:  # and whoever has a work order of theirs
            return directory.audiences((body.get("created_by"),))
        case Kind.LEAD:
            return directory.audiences((body.get("created_by"), body.get("assignee_id")))
        case Kind.WORK_ORDER:
            # Whoever made it keeps it until somebody is assigned: nobody's work may vanish when it is sent.
            holder = body.get("assignee_id") or body.get("created_by")
            return directory.audiences((holder,), (body.get("crew_id"), directory.crew_of(holder)))
        case Kind.PUNCH | Kind.TIMESHEET | Kind.LOCATION:
            worker = body.get("user_id")
            return directory.audiences((worker,), (directory.crew_of(worker),))
        case Kind.NOTIFICATION:
            return frozenset({f"user:{body['user_id']}"})
        case _:
            return frozenset()
