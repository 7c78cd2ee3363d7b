"""People have read what they were told, but for the last few."""

import msgspec
from sqlalchemy import Connection, select

from server_stub.schema import record
from sync.kinds import Kind

_UNREAD = 2


def known_news(connection: Connection, org: int, user_id: str) -> list[str]:
    """The notifications that this person has read, by id."""
    told = select(record.c.id, record.c.body).where(record.c.org == org, record.c.kind == Kind.NOTIFICATION.value)
    news = connection.execute(told.order_by(record.c.id)).all()
    return [one.id for one in news if msgspec.json.decode(one.body)["user_id"] == user_id][:-_UNREAD]
