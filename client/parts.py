"""Parts and materials used on a work order."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from client.amounts import price_of
from client.desk import Desk, gone, plain_fields
from client.people import People
from client.views import PartLine
from storage.queries.marks import Marked
from storage.queries.parts import Parts
from sync.errors import Problem
from sync.kinds import Kind
from sync.language import translate
from sync.protocol import Op
from sync.records import Money, Part
from sync.rules import field_problems
from sync.terms import Role


class PartBook:
    def __init__(self, desk: Desk, people: People, parts: Parts) -> None:
        self._desk = desk
        self._people = people
        self._parts = parts

    def of(self, order_id: str) -> tuple[PartLine, ...]:
        names = self._people.names()
        return tuple(self._line(found, names) for found in self._parts.of(order_id))

    def problems(self, fields: Mapping[str, Any]) -> tuple[Problem, ...]:
        """What is wrong with a form as it stands."""
        return tuple(field_problems(Kind.PART, Op.CHANGE, plain_fields(fields)))

    def add(self, order_id: str, fields: Mapping[str, Any]) -> str:
        given = {
            "subject_kind": Kind.WORK_ORDER,
            "subject_id": order_id,
            "author_id": self._desk.profile.user_id,
            "used_at": self._desk.clock.now(),
        }
        return self._desk.create(Kind.PART, {**fields, **given})

    def change(self, part_id: str, fields: Mapping[str, Any]) -> None:
        """Save what differs from the part as it is shown; nothing, where nothing does."""
        found = self._parts.get(part_id)
        if found is None:
            raise gone(translate("parts", "This part is not on this device any more."))
        self._desk.change(Kind.PART, found.record, fields)

    def remove(self, part_id: str) -> None:
        self._desk.save(self._desk.draft(Op.REMOVE, Kind.PART, part_id, {}))

    def _line(self, found: Marked[Part], names: Mapping[str, str]) -> PartLine:
        part = found.record
        is_mine = part.author_id == self._desk.profile.user_id
        return PartLine(
            id=part.id,
            name=part.name,
            quantity=part.quantity,
            unit=part.unit,
            price=part.price,
            total=price_of(part.quantity, part.price) if part.price else None,
            author=names.get(part.author_id or "", translate("people", "somebody else")),
            is_mine=is_mine,
            used_at=part.used_at,
            mark=found.mark,
            may_remove=is_mine or self._desk.profile.role is not Role.WORKER,
        )


def totals_of(parts: Iterable[PartLine]) -> tuple[Money, ...]:
    """What all of it costs, by currency; what has no price is not in it."""
    sums: dict[str, int] = defaultdict(int)
    for part in parts:
        if part.total is not None:
            sums[part.total.currency] += part.total.minor
    return tuple(Money(minor, currency) for currency, minor in sorted(sums.items()))
