"""A person's week, handed in and decided on. What is decided on is what was looked at, not what came meanwhile."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from client.desk import Desk
from client.people import People
from client.views import Sheet
from storage.queries.marks import Marked
from storage.queries.sheets import Sheets
from storage.queries.timesheet import Timesheet as Entries
from sync.errors import InvalidInput, Problem
from sync.kinds import Kind
from sync.language import translate
from sync.protocol import Op
from sync.records import Body, Timesheet, body_of
from sync.terms import SheetStatus
from sync.timekeeping import day_of, week_days, week_totals
from sync.timesheets import digest_of, may_decide, may_hand_in, step_problems

_MINUTE = timedelta(minutes=1)


class WeekDesk:
    def __init__(self, desk: Desk, people: People, sheets: Sheets, entries: Entries) -> None:
        self._desk = desk
        self._people = people
        self._sheets = sheets
        self._entries = entries

    def sheet(self, of: date | None = None, user_id: str | None = None) -> Sheet:
        """Where the week of a day stands."""
        me, now, settings = self._desk.profile.user_id, self._desk.clock.now(), self._people.organisation()
        user = user_id or me
        days = week_days(settings, of or day_of(now, settings))
        entries = [one.entry for one in self._entries.entries(user, days[0], days[-1], now)]
        total = week_totals(entries, settings, now).get(days[0])
        worked = timedelta(seconds=total.worked if total else 0)
        is_running = any(entry.is_open and not entry.is_unresolved for entry in entries)
        looked_at = Sheet(user, self._people.name(user), days[0], digest_of(entries), worked, is_running=is_running)
        return self._with_step(looked_at, self._sheets.of_week(user, days[0]), has_time=bool(entries))

    def find(self, sheet_id: str) -> tuple[str, date] | None:
        """Whose week a timesheet is, and which."""
        found = self._sheets.get(sheet_id)
        return None if found is None else (found.record.user_id, found.record.week)

    def waiting(self) -> tuple[Sheet, ...]:
        """Weeks that somebody has handed in, and that this person may decide on; the oldest first."""
        weeks: dict[tuple[date, str], list[Timesheet]] = {}
        for one in self._sheets.submitted():
            weeks.setdefault((one.week, one.user_id), []).append(one)
        shown = (self.sheet(week, user_id) for week, user_id in weeks)
        return tuple(sheet for sheet in shown if sheet.may_approve)

    def waiting_count(self) -> int:
        """How many those are, for a number beside a name: what changed since is not looked at."""
        found = {(one.week, one.user_id) for one in self._sheets.submitted()}
        return sum(1 for _week, user_id in found if self._decides(user_id))

    def hand_in(self, sheet: Sheet) -> None:
        """From a person's hands, or in a crew member's name; the record says who did."""
        self._step(sheet, SheetStatus.SUBMITTED, {})

    def approve(self, sheet: Sheet) -> None:
        """From then on its times can't be corrected until it is returned; what is punched still counts, and shows."""
        self._step(sheet, SheetStatus.APPROVED, {"comment": ""})

    def give_back(self, sheet: Sheet, comment: str) -> None:
        self._step(sheet, SheetStatus.RETURNED, {"comment": comment})

    def _with_step(self, sheet: Sheet, found: Marked[Timesheet] | None, *, has_time: bool) -> Sheet:
        hands_in = has_time and self._hands_in(sheet.user_id)
        if found is None:
            return replace(sheet, may_hand_in=hands_in)
        known, decides = found.record, self._decides(sheet.user_id)
        is_changed = known.digest != sheet.digest
        is_waiting, is_approved = known.status is SheetStatus.SUBMITTED, known.status is SheetStatus.APPROVED
        return replace(
            sheet,
            id=known.id,
            status=known.status,
            stepped_worked=known.worked_minutes * _MINUTE,
            is_changed=is_changed,
            comment=known.comment,
            by=self._people.name(known.submitted_by if is_waiting else known.decided_by),
            at=known.submitted_at if is_waiting else known.decided_at,
            mark=found.mark,
            may_hand_in=hands_in and not is_approved and (is_changed or not is_waiting),
            may_approve=decides and (is_waiting or (is_approved and is_changed)),
            may_return=decides and (is_waiting or is_approved),
        )

    def _hands_in(self, user_id: str) -> bool:
        is_own = user_id == self._desk.profile.user_id
        return self._is_within_reach(user_id) and may_hand_in(self._desk.profile.role, is_own=is_own)

    def _decides(self, user_id: str) -> bool:
        is_own = user_id == self._desk.profile.user_id
        return self._is_within_reach(user_id) and may_decide(self._desk.profile.role, is_own=is_own)

    def _is_within_reach(self, user_id: str) -> bool:
        is_own = user_id == self._desk.profile.user_id
        return is_own or user_id in {person.id for person in self._people.crew()}

    def _step(self, sheet: Sheet, status: SheetStatus, extra: dict[str, Any]) -> None:
        found = self._sheets.get(sheet.id) if sheet.id else None
        before: Body | None = body_of(found.record) if found else None
        fields = {"status": status, "digest": sheet.digest, "worked_minutes": sheet.worked // _MINUTE, **extra}
        role, is_own = self._desk.profile.role, sheet.user_id == self._desk.profile.user_id
        problems = step_problems(before, fields, role, is_own=is_own)
        if not self._is_within_reach(sheet.user_id):
            problems.insert(0, Problem("", "not_allowed", translate("weeks", "This person is not in your crew.")))
        if problems:
            raise InvalidInput(*problems)
        if found is None:
            self._desk.create(Kind.TIMESHEET, {"user_id": sheet.user_id, "week": sheet.week, **fields})
        else:
            self._desk.save(self._desk.draft(Op.CHANGE, Kind.TIMESHEET, found.record.id, fields))
