"""Two people wrote one field at once: what was there before, what stands, what lost, and which of them is to stand."""

from collections.abc import Iterator
from typing import Any

from client.desk import Desk, plain_fields
from client.people import People
from client.sentences import kind_name, number_of
from client.views import ConflictItem, Review
from storage.outbox import Draft
from storage.queries.conflicts import Conflicts, Undecided
from sync.errors import InvalidInput, Problem
from sync.kinds import Kind
from sync.language import marked, translate, words
from sync.protocol import Op
from sync.rules import may, way_to
from sync.terms import Choice, Policy, Status

GONE = marked("conflicts", "This has been decided already, or is no longer yours to decide. Nothing was changed.")


class ConflictDesk:
    def __init__(self, desk: Desk, people: People, conflicts: Conflicts) -> None:
        self._desk = desk
        self._people = people
        self._conflicts = conflicts
        self.kinds = frozenset(kind for kind in Kind if may(desk.profile.role, Op.CHANGE, kind))

    def undecided(self, limit: int = -1, offset: int = 0) -> tuple[ConflictItem, ...]:
        """What this person can decide, the oldest first."""
        names = self._people.names()
        return tuple(self._item(found, names) for found in self._conflicts.undecided(self.kinds, limit, offset))

    def reviews(self) -> tuple[Review, ...]:
        """The same by record."""
        found: dict[str, list[ConflictItem]] = {}
        for item in self.undecided():
            found.setdefault(item.record_id, []).append(item)
        return tuple(
            Review(items[0].kind, record_id, items[0].subject, tuple(items)) for record_id, items in found.items()
        )

    def of(self, record_id: str) -> tuple[ConflictItem, ...]:
        names = self._people.names()
        return tuple(self._item(found, names) for found in self._conflicts.of(self.kinds, record_id))

    def decide(self, conflict_id: str, choice: Choice, value: Any = None) -> None:
        """Let the value that stands stay, the one that lost take its place, or with `OTHER` this one.

        The record and the conflict change together or not at all: who decides second is told, and nothing is lost.
        """
        found = self._conflicts.find(self.kinds, conflict_id)
        if found is None:
            raise InvalidInput(Problem("", "gone", translate("conflicts", GONE)))
        decision = self._desk.draft(Op.CHANGE, Kind.CONFLICT, conflict_id, {"choice": choice})
        wanted = found.conflict.lost if choice is Choice.LOST else value
        steps = [] if choice is Choice.KEPT else list(self._steps(found, wanted))
        self._desk.save(*steps, decision, is_group=bool(steps))

    def _steps(self, found: Undecided, wanted: Any) -> Iterator[Draft]:
        """A status is reached on the ways that there are; all else is simply written."""
        conflict = found.conflict
        kind = Kind(conflict.subject_kind)
        values = [wanted]
        if conflict.policy is Policy.STATUS:
            values = list(self._way(Status(found.now or Status.DRAFT), Status(wanted)))
        for value in values:
            yield self._desk.draft(Op.CHANGE, kind, conflict.subject_id, plain_fields({conflict.field: value}))

    def _way(self, now: Status, wanted: Status) -> tuple[Status, ...]:
        if now is wanted:
            return (wanted,)
        way = way_to(now, wanted, self._desk.profile.role)
        if not way:
            message = translate(
                "conflicts", "A work order that is {now} can't become {wanted}. Nothing was changed."
            ).format(now=words(now), wanted=words(wanted))
            raise InvalidInput(Problem("status", "transition", message))
        return way

    def _item(self, found: Undecided, names: dict[str, str]) -> ConflictItem:
        conflict, me = found.conflict, self._desk.profile.user_id
        return ConflictItem(
            id=conflict.id,
            subject=_subject(found),
            kind=Kind(conflict.subject_kind),
            record_id=conflict.subject_id,
            field=conflict.field,
            policy=conflict.policy,
            before=conflict.before,
            kept=conflict.kept,
            kept_by=_name(conflict.kept_by, names),
            is_kept_mine=conflict.kept_by == me,
            kept_at=conflict.kept_at,
            lost=conflict.lost,
            lost_by=_name(conflict.lost_by, names),
            is_lost_mine=conflict.lost_by == me,
            lost_at=conflict.lost_at,
            now=found.now,
        )


def _name(user_id: str | None, names: dict[str, str]) -> str:
    return names.get(user_id or "", translate("people", "somebody else"))


def _subject(found: Undecided) -> str:
    kind, body = found.conflict.subject_kind, found.subject
    if kind == Kind.WORK_ORDER:
        return f"{number_of(body.get('number'))} · {body.get('title', '')}"
    return f"{kind_name(kind)} · {body.get('name', '')}"
