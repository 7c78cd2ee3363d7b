"""What somebody who opens the program for the first time needs at once."""

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from server_stub.holdings import Found, Holdings
from server_stub.principal import Principal
from sync.kinds import Kind
from sync.terms import Status

URGENT_KINDS = (Kind.ORGANISATION, Kind.USER, Kind.CREW, Kind.WORK_ORDER, Kind.CUSTOMER, Kind.PUNCH)

RECENT = timedelta(days=14)
# Among so many of the newest it is looked for what is one's own: enough for anybody's day, and quick in any company.
_LOOKED_AT = 2_000
_CLOSED = frozenset({Status.COMPLETED, Status.INVOICED, Status.CANCELLED})


def urgent_rows(holdings: Holdings, who: Principal, crews: frozenset[str], began: int) -> list[Found]:
    """The organisation and its people, one's own open work orders with their customers, one's own recent punches."""
    everybody = [row for kind in URGENT_KINDS[:3] for row in holdings.after(kind, "", _LOOKED_AT)]
    orders = [(row, body) for row, body in _newest(holdings, Kind.WORK_ORDER) if _is_ours(body, who.user_id, crews)]
    customers = sorted({body["customer_id"] for _row, body in orders if body.get("customer_id")})
    since = datetime.fromtimestamp(began / 1_000, UTC) - RECENT
    punches = [row for row, body in _newest(holdings, Kind.PUNCH) if _is_recent(body, who.user_id, since)]
    return [*everybody, *(row for row, _body in orders), *holdings.named(Kind.CUSTOMER, customers), *punches]


def _newest(holdings: Holdings, kind: Kind) -> list[tuple[Found, dict[str, Any]]]:
    rows = reversed(holdings.newest(kind, _LOOKED_AT))
    return [(row, msgspec.json.decode(row.body)) for row in rows]


def _is_ours(order: dict[str, Any], user_id: str, crews: frozenset[str]) -> bool:
    is_ours = order.get("assignee_id") == user_id or order.get("crew_id") in crews
    return is_ours and order.get("status", Status.DRAFT) not in _CLOSED


def _is_recent(punch: dict[str, Any], user_id: str, since: datetime) -> bool:
    return punch.get("user_id") == user_id and datetime.fromisoformat(punch["at"]) >= since
