"""Statements whose filters vary, put together from pieces: each is text, with the values of its question marks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sync.kinds import Kind


@dataclass(frozen=True)
class Sql:
    text: str
    values: tuple[Any, ...] = ()

    def __add__(self, other: "Sql") -> "Sql":
        return Sql(f"{self.text} {other.text}", (*self.values, *other.values))


def equal(column: str, value: object) -> Sql:
    return Sql(f"{column} = ?", (value,))


def one_of(column: str, values: Sequence[object]) -> Sql:
    return Sql(f"{column} IN ({', '.join('?' * len(values))})", tuple(values))


def where(conditions: Iterable[Sql]) -> Sql:
    """All of them hold; nothing where there are none."""
    known = tuple(conditions)
    text = " AND ".join(condition.text for condition in known)
    return Sql(f"WHERE {text}" if known else "", tuple(value for condition in known for value in condition.values))


def window(order: str, limit: int, offset: int) -> Sql:
    return Sql(f"ORDER BY {order} LIMIT ? OFFSET ?", (limit, offset))


def rows_of(kind: Kind, chosen: Sql, order: str) -> Sql:
    """Id, body and version of the rows whose numbers are chosen; the kind's table is `v` in the order."""
    return Sql(
        f"SELECT v.id, v.body, c.version FROM {kind} AS v "
        f"LEFT JOIN confirmed AS c ON c.kind = '{kind}' AND c.id = v.id WHERE v.n IN ({chosen.text}) ORDER BY {order}",
        chosen.values,
    )
