"""A record's mutations that have no final verdict, and those that wait for a person: what shows on top."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from storage.database import Tx
from storage.lists import json_list
from sync.protocol import Mutation, Op
from sync.upcast import reader

_READ = """
SELECT m.place, m.key, 0, m.frozen
FROM json_each(?1) AS wanted CROSS JOIN outbox AS m ON m.id = wanted.value
WHERE m.is_withdrawn = 0 AND m.kind = coalesce(?2, m.kind)
UNION ALL
SELECT m.place, m.key, 1, m.frozen
FROM json_each(?1) AS wanted CROSS JOIN attention AS m ON m.id = wanted.value
WHERE m.kind = coalesce(?2, m.kind)
ORDER BY 1
"""
_IS_ANY = "SELECT EXISTS (SELECT 1 FROM outbox) OR EXISTS (SELECT 1 FROM attention)"

thaw = reader()


class Pending(NamedTuple):
    """One mutation that shows. `is_parked`: the server has spoken, a person has to."""

    place: int
    is_parked: bool
    mutation: Mutation

    @property
    def op(self) -> Op:
        return self.mutation.op

    @property
    def fields(self) -> dict[str, Any]:
        return self.mutation.fields


def read_pending(tx: Tx, ids: Iterable[str], kind: str | None = None) -> dict[str, list[Pending]]:
    """By record, in the order of minting. Our own ids are unique over all kinds; others' need not be."""
    found: dict[str, list[Pending]] = {}
    if not tx.value(_IS_ANY):
        return found
    for place, _, is_parked, frozen in tx.all(_READ, (json_list(ids), kind)):
        mutation = thaw(frozen)
        found.setdefault(mutation.id, []).append(Pending(place, bool(is_parked), mutation))
    return found
