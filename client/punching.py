"""Making punches: immutable events with the evidence of the clocks. No rule refuses one; only the disk can fail."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from client.desk import Desk
from client.people import People
from client.said import UNDONE
from client.sentences import added, removed, saved
from client.views import Punched
from storage.outbox import Draft
from sync.errors import InvalidInput, Problem
from sync.kinds import Kind
from sync.language import translate
from sync.protocol import Op
from sync.records import Punch, body_of
from sync.rules import field_problems
from sync.terms import Action, BreakKind
from sync.timekeeping import day_of
from sync.timesheets import is_locked

Step = tuple[Action, datetime, Mapping[str, Any]]
"""What a punch says, when it was, and its further fields."""


class Punching:
    def __init__(self, desk: Desk, people: People) -> None:
        self._desk = desk
        self._people = people

    def clock_in(self, work_order_id: str | None = None, note: str = "", *, for_user: str | None = None) -> Punched:
        return self._punch(Action.CLOCK_IN, for_user, work_order_id=work_order_id, note=note)

    def clock_out(self, note: str = "", *, for_user: str | None = None) -> Punched:
        return self._punch(Action.CLOCK_OUT, for_user, note=note)

    def take_break(
        self, kind: BreakKind = BreakKind.UNPAID_MEAL, note: str = "", *, for_user: str | None = None
    ) -> Punched:
        return self._punch(Action.BREAK_START, for_user, break_kind=kind, note=note)

    def resume(self, note: str = "", *, for_user: str | None = None) -> Punched:
        return self._punch(Action.BREAK_END, for_user, note=note)

    def switch(self, work_order_id: str | None, note: str = "", *, for_user: str | None = None) -> Punched:
        return self._punch(Action.SWITCH, for_user, work_order_id=work_order_id, note=note)

    def travel(self, work_order_id: str | None = None, note: str = "", *, for_user: str | None = None) -> Punched:
        return self._punch(Action.TRAVEL, for_user, work_order_id=work_order_id, note=note)

    def undo(self, punch_id: str, *, for_user: str | None = None) -> Punched:
        return self._void(punch_id, UNDONE, for_user)

    def void(self, punch_id: str, reason: str, *, for_user: str | None = None) -> Punched:
        """The punch no longer counts; it stays on record with the reason."""
        self.check_unlocked(punch_id)
        return self._void(punch_id, reason, for_user)

    def _void_each(self, punches: Sequence[str], reason: str, for_user: str) -> Punched:
        """All of them or none."""
        for punch_id in punches:
            self.check_unlocked(punch_id)
        user_id, at = self._whom(for_user), self._desk.clock.now()
        told = _needed(reason)
        drafts = [self._draft(Action.VOID, user_id, at, {"target_id": one, "reason": told}) for one in punches]
        self._desk.save(*drafts, is_group=len(drafts) > 1)
        return Punched(drafts[0].id, at, removed(self._desk.local(at)), tuple(draft.id for draft in drafts))

    def _void(self, punch_id: str, reason: str, for_user: str | None) -> Punched:
        user_id = for_user or self._owner(punch_id)
        return self._punch(Action.VOID, user_id, target_id=punch_id, reason=_needed(reason))

    def amend(self, punch_id: str, at: datetime, reason: str, *, for_user: str | None = None) -> Punched:
        """The punch counts as made at another time; the original stays on record with the reason."""
        if at.tzinfo is None:
            raise InvalidInput(Problem("at", "invalid", translate("punching", "The time needs a time zone.")))
        self.check_unlocked(punch_id, at)
        user_id = for_user or self._owner(punch_id)
        return self._punch(Action.AMEND, user_id, target_id=punch_id, amended_at=at, reason=_needed(reason))

    def check_unlocked(self, punch_id: str, *instants: datetime) -> None:
        """An approved week locks corrections, and no punch: those are kept and flagged."""
        found = self._desk.file.queries.timesheet.punch(punch_id)
        if found is None:
            return
        punch, settings = found.record, self._people.organisation()
        for instant in (punch.amended_at or punch.corrected_at or punch.at, *instants):
            day = day_of(instant, settings)
            if is_locked(self._desk.file.queries.sheets.around(punch.user_id, day), day):
                message = translate(
                    "punching", "This week is approved. Ask your crew lead or the office to return it, then correct it."
                )
                raise InvalidInput(Problem("reason", "locked_week", message))

    def enter_later(self, steps: Sequence[Step], reason: str, *, for_user: str | None = None) -> Punched:
        """Punches that were not made when they should have been, all or none; the reason stays with each."""
        user_id, told = self._whom(for_user), {"reason": _needed(reason)}
        drafts = [self._draft(action, user_id, at, {**details, **told}) for action, at, details in steps]
        self._desk.save(*drafts, is_group=len(drafts) > 1)
        action, at, _details = steps[0]
        return Punched(drafts[0].id, at, saved(action, self._desk.local(at)), tuple(draft.id for draft in drafts))

    def _add_missed(
        self, start: datetime, end: datetime, reason: str, for_user: str | None, work_order_id: str | None
    ) -> Punched:
        """A clock-in and a clock-out, both or neither. The reason says that they were entered later by hand."""
        steps: tuple[Step, ...] = (
            (Action.CLOCK_IN, start, {"work_order_id": work_order_id}),
            (Action.CLOCK_OUT, end, {}),
        )
        punched = self.enter_later(steps, reason, for_user=for_user)
        return replace(punched, sentence=added(self._desk.local(start), self._desk.local(end)))

    def _end_at(self, at: datetime, reason: str, for_user: str | None) -> Punched:
        """A clock-out that was forgotten, entered by hand."""
        return self.enter_later(((Action.CLOCK_OUT, at, {}),), reason, for_user=for_user)

    def _whom(self, for_user: str | None) -> str:
        me = self._desk.profile.user_id
        user_id = for_user or me
        if user_id != me and user_id not in {person.id for person in self._people.crew()}:
            message = translate("punching", "You can only punch for yourself and for your own crew.")
            raise InvalidInput(Problem("for_user", "not_allowed", message))
        return user_id

    def _punch(self, action: Action, for_user: str | None, **details: Any) -> Punched:
        user_id, at = self._whom(for_user), self._desk.clock.now()
        draft = self._draft(action, user_id, at, details)
        self._desk.save(draft)
        return Punched(draft.id, at, saved(action, self._desk.local(at)))

    def _owner(self, punch_id: str) -> str | None:
        found = self._desk.file.queries.timesheet.punch(punch_id)
        return found.record.user_id if found else None

    def _draft(self, action: Action, user_id: str, at: datetime, details: Mapping[str, Any]) -> Draft:
        texts = {name: text for name, text in details.items() if isinstance(text, str)}
        if problems := field_problems(Kind.PUNCH, Op.CHANGE, texts):  # half a character can't even be written down
            raise InvalidInput(*problems)
        zone, offset = self._desk.surroundings.zone_at(at, self._people.organisation().time_zone)
        punch = Punch(
            id=self._desk.new_id(),
            user_id=user_id,
            by_id=self._desk.profile.user_id,
            action=action,
            at=at,
            zone=zone,
            utc_offset_minutes=offset,
            evidence=self._desk.server_clock.evidence(),
            **details,
        )
        body = {name: value for name, value in body_of(punch).items() if value != "" and name != "flags"}
        return self._desk.draft(Op.CREATE, Kind.PUNCH, punch.id, body)


def _needed(reason: str) -> str:
    if not reason.strip():
        raise InvalidInput(
            Problem(
                "reason", "required", translate("punching", "Please say why; the reason stays with the correction.")
            )
        )
    return reason
