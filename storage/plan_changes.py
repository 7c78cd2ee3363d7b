"""What a plan was when the person last looked, where the server has changed it since; known on this device alone."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import NamedTuple

from storage.database import Database, Tx
from storage.lists import json_list
from storage.subjects import subjects
from sync.kinds import Kind
from sync.moments import from_us

_PLANS = """
SELECT v.id, v.starts_at, v.assignee_id
FROM json_each(?) AS wanted CROSS JOIN work_order AS v ON v.id = wanted.value
"""
_KEEP = "INSERT INTO plan_change (order_id, starts_at, assignee_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
_CHANGED = """
SELECT p.order_id, p.starts_at, p.assignee_id FROM json_each(?) AS wanted
CROSS JOIN plan_change AS p ON p.order_id = wanted.value JOIN work_order AS v ON v.id = p.order_id
WHERE p.starts_at IS NOT v.starts_at OR p.assignee_id IS NOT v.assignee_id
"""
_FORGET = "DELETE FROM plan_change WHERE order_id IN (SELECT value FROM json_each(?))"


class Plan(NamedTuple):
    starts_at: datetime | None
    assignee_id: str | None


@contextmanager
def noticing(tx: Tx, kind: str, ids: Iterable[str]) -> Iterator[None]:
    """Whatever the server changes in a plan meanwhile is a change that the person has not seen."""
    if kind != Kind.WORK_ORDER:
        yield
        return
    before = _plans(tx, ids)
    yield
    after = _plans(tx, before) if before else {}
    moved = [(order_id, *plan) for order_id, plan in before.items() if after.get(order_id, plan) != plan]
    if moved:
        tx.many(_KEEP, moved)


def forget(tx: Tx, ids: Iterable[str]) -> None:
    """These have been looked at, or planned by the person themselves."""
    tx.run(_FORGET, (json_list(ids),))


def look(database: Database, order_id: str) -> None:
    """The person sees this plan now."""
    with database.write() as tx:
        forget(tx, [order_id])
        tx.touch(subjects(Kind.WORK_ORDER, [order_id]))


def plans_before(tx: Tx, ids: Iterable[str]) -> dict[str, Plan]:
    """Those of these work orders whose plan is another one now than when it was last looked at."""
    return {
        order_id: Plan(None if starts_at is None else from_us(starts_at), assignee_id)
        for order_id, starts_at, assignee_id in tx.all(_CHANGED, (json_list(ids),))
    }


def _plans(tx: Tx, ids: Iterable[str]) -> dict[str, tuple[int | None, str | None]]:
    return {order_id: tuple(plan) for order_id, *plan in tx.all(_PLANS, (json_list(ids),))}
