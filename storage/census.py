"""How many rows there are of what: for support, which must not see the rows themselves."""

from dataclasses import dataclass

from storage.database import Database

_TABLES = ("confirmed", "outbox", "sent", "attention", "trash", "set_aside")


@dataclass(frozen=True)
class Census:
    """`waiting` and `parked` by kind and operation; `oldest` is when the first of what waits was made."""

    rows: dict[str, int]
    held: dict[str, int]
    waiting: dict[str, int]
    parked: dict[str, int]
    oldest: int | None


def take_census(database: Database) -> Census:
    with database.read() as tx:
        return Census(
            rows={table: int(tx.value(f"SELECT count(*) FROM {table}")) for table in _TABLES},
            held=dict(tx.all("SELECT kind, count(*) FROM confirmed WHERE state = 'present' GROUP BY kind")),
            waiting=dict(tx.all("SELECT kind || '.' || op, count(*) FROM outbox GROUP BY 1")),
            parked=dict(tx.all("SELECT kind || '.' || coalesce(code, outcome), count(*) FROM attention GROUP BY 1")),
            oldest=tx.value("SELECT min(occurred_at) FROM outbox"),
        )
