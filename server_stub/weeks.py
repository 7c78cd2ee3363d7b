"""Whether a punch speaks of a week that was approved before it arrived: then it is kept, and flagged."""

from collections.abc import Iterator
from datetime import datetime

from server_stub.ledger import Book
from sync.kinds import Kind
from sync.records import Punch, Timesheet, read
from sync.terms import CORRECTIONS
from sync.timekeeping import day_of
from sync.timesheets import is_locked


def comes_late(book: Book, punch: Punch) -> bool:
    """Corrections of an approved week are refused where it is known to be approved; this one was made before that."""
    refs = [ref for ref in book.children.get(punch.user_id, ()) if ref[0] is Kind.TIMESHEET]
    sheets = [read(Timesheet, ref[1], 0, book.records[ref].body) for ref in refs]
    if not sheets:
        return False
    settings = book.directory.settings
    return any(is_locked(sheets, day_of(instant, settings)) for instant in _instants(book, punch))


def _instants(book: Book, punch: Punch) -> Iterator[datetime]:
    """The moments that a punch speaks of: its own, or those of all that a correction comes down to."""
    seen: set[str] = set()
    at: Punch | None = punch
    while at is not None and at.id not in seen:
        seen.add(at.id)
        if at.action not in CORRECTIONS:
            yield at.corrected_at or at.at
        elif at.amended_at is not None:
            yield at.amended_at
        target = book.records.get((Kind.PUNCH, at.target_id or ""))
        at = None if target is None else read(Punch, at.target_id or "", 0, target.body)
