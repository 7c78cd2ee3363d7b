"""Weeks that were handed in, and what has become of them."""

from datetime import date

from storage.queries.marks import Asking, Marked
from sync.kinds import Kind
from sync.records import Timesheet
from sync.timesheets import WEEK, standing

_ROWS = """
SELECT v.id, v.body, c.version FROM timesheet AS v
LEFT JOIN confirmed AS c ON c.kind = 'timesheet' AND c.id = v.id
"""
_AROUND = f"{_ROWS} WHERE v.user_id = ? AND v.week > ? AND v.week <= ?"
_OF_WEEK = f"{_ROWS} WHERE v.user_id = ? AND v.week = ?"
_SUBMITTED = f"{_ROWS} WHERE v.status = 'submitted' ORDER BY v.week, v.user_id"


class Sheets(Asking):
    def of_week(self, user_id: str, week: date) -> Marked[Timesheet] | None:
        """The one that counts, of the week that begins with this day."""
        with self._database.read() as tx:
            found = self._typed(tx, Kind.TIMESHEET, tx.all(_OF_WEEK, (user_id, week.isoformat())))
        chosen = standing(one.record for one in found)
        return next((one for one in found if one.record is chosen), None)

    def get(self, sheet_id: str) -> Marked[Timesheet] | None:
        return self._one(Kind.TIMESHEET, sheet_id)

    def around(self, user_id: str, day: date) -> tuple[Timesheet, ...]:
        """All whose seven days have this one among them, whatever day a week begins with by now."""
        with self._database.read() as tx:
            rows = tx.all(_AROUND, (user_id, (day - WEEK).isoformat(), day.isoformat()))
            return tuple(one.record for one in self._typed(tx, Kind.TIMESHEET, rows))

    def submitted(self) -> tuple[Timesheet, ...]:
        """All that wait for a decision, the oldest week first."""
        with self._database.read() as tx:
            return tuple(one.record for one in self._typed(tx, Kind.TIMESHEET, tx.all(_SUBMITTED)))
