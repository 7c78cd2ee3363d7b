"""Days on the time clock, written as people tell them, and what they must come to."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sync.records import ClockEvidence, Organisation, Punch
from sync.terms import Action, BreakKind
from sync.timekeeping import TimeEntry, compute_entries

WORKER = "0190a000-0000-7000-8000-00000000000a"
CREW_LEAD = "0190a000-0000-7000-8000-00000000000b"

_WORDS: dict[str, tuple[Action, BreakKind | None]] = {
    "in": (Action.CLOCK_IN, None),
    "out": (Action.CLOCK_OUT, None),
    "meal": (Action.BREAK_START, BreakKind.UNPAID_MEAL),
    "rest": (Action.BREAK_START, BreakKind.PAID_REST),
    "break": (Action.BREAK_START, None),
    "end": (Action.BREAK_END, None),
    "switch": (Action.SWITCH, None),
    "travel": (Action.TRAVEL, None),
    "void": (Action.VOID, None),
    "amend": (Action.AMEND, None),
}
_LINE = re.compile(r"(?:\+(?P<days>\d+) )?(?P<time>\d\d:\d\d)(?P<fold>\*)? (?P<word>\w+)(?P<rest>.*)")


def organisation(zone: str = "UTC", **settings: Any) -> Organisation:
    return Organisation(id="0190a000-0000-7000-8000-000000000000", name="Brook & Sons", time_zone=zone, **settings)


def identify(number: int) -> str:
    return f"0190b000-0000-7000-8000-{number:012d}"


def make_punch(number: int, action: Action, at: datetime, **fields: Any) -> Punch:
    given = {
        "user_id": WORKER,
        "by_id": WORKER,
        "zone": "UTC",
        "utc_offset_minutes": 0,
        "evidence": ClockEvidence(monotonic_ms=0),
        **fields,
    }
    return Punch(id=identify(number), action=action, at=at, **given)


def read_punches(lines: str, settings: Organisation, first_day: date) -> list[Punch]:
    """Read lines such as `08:00 in A`, `+1 02:00 out` or `09:00 amend #2 to 07:30`; `*` is an hour's second coming.

    The number of a punch is that of its line, from 1. `to` is a time on the first day. Jobs are in capitals, further
    words are flags that the server has set.
    """
    return [
        _read_line(number, line.strip(), settings, first_day)
        for number, line in enumerate(lines.strip().splitlines(), 1)
    ]


def _read_line(number: int, line: str, settings: Organisation, first_day: date) -> Punch:
    match = _LINE.fullmatch(line)
    assert match is not None, line
    action, break_kind = _WORDS[match["word"]]
    day = first_day + timedelta(days=int(match["days"] or 0))
    zone = ZoneInfo(settings.time_zone)

    def instant(text: str, on: date, fold: int = 0) -> datetime:
        return datetime.combine(on, time.fromisoformat(text), zone).replace(fold=fold).astimezone(UTC)

    fields: dict[str, Any] = {"break_kind": break_kind}
    words = match["rest"].split()
    while words:
        word = words.pop(0)
        if word.startswith("#"):
            fields["target_id"] = identify(int(word[1:]))
        elif word == "to":
            fields["amended_at"] = instant(words.pop(0), first_day)
        elif word == "by-lead":
            fields["by_id"] = CREW_LEAD
        elif word == "because":
            fields["reason"] = words.pop(0)
        elif word == "corrected":
            fields["corrected_at"] = instant(words.pop(0), day)
        elif word.islower():
            fields["flags"] = (*fields.get("flags", ()), word)
        else:
            fields["work_order_id"] = word
    return make_punch(number, action, instant(match["time"], day, fold=1 if match["fold"] else 0), **fields)


def tell(entries: Iterable[TimeEntry], settings: Organisation) -> list[str]:
    """Entries as lines: day of the month, activity, local times, exact minutes, job, flags."""
    return [_tell(entry, ZoneInfo(settings.time_zone)) for entry in entries]


def _tell(entry: TimeEntry, zone: ZoneInfo) -> str:
    start = f"{entry.start.astimezone(zone):%H:%M}"
    length = "-?"
    if entry.end is not None:
        minutes = (entry.end - entry.start) // timedelta(minutes=1)
        length = f"-{entry.end.astimezone(zone):%H:%M} {minutes}m"
    words = [f"{entry.day:%d}", entry.kind.value, start + length, entry.work_order_id, *sorted(entry.flags)]
    return " ".join(word for word in words if word)


@dataclass(frozen=True)
class Scenario:
    name: str
    punches: str
    entries: str
    zone: str = "UTC"
    first_day: date = date(2026, 8, 4)
    settings: dict[str, Any] = field(default_factory=dict)

    def check(self) -> None:
        settings = organisation(self.zone, **self.settings)
        punches = read_punches(self.punches, settings, self.first_day)
        expected = [" ".join(line.split()) for line in self.entries.strip().splitlines()]
        for order in (punches, punches[::-1], punches * 2):
            assert tell(compute_entries(order, settings), settings) == expected
