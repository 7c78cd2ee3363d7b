"""A timesheet kept up to date punch by punch, as a store does it: by stretches between clock-outs."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from sync.records import Organisation, Punch
from sync.terms import Action
from sync.timekeeping import Span, TimeEntry, recompute, touched

_CORRECTIONS = (Action.VOID, Action.AMEND)


@dataclass
class Timesheet:
    settings: Organisation
    punches: dict[str, Punch] = field(default_factory=dict)
    entries: list[TimeEntry] = field(default_factory=list)
    read: int = 0

    def put(self, punch: Punch) -> None:
        """Store a punch, new or in another form than before."""
        before = self.punches.get(punch.id)
        self.punches[punch.id] = punch
        self._catch_up([punch] if before is None else [before, punch])

    def drop(self, punch_id: str) -> None:
        self._catch_up([self.punches.pop(punch_id)])

    def _catch_up(self, changed: list[Punch]) -> None:
        known = self.punches.values()
        named = {punch.target_id for punch in (*known, *changed) if punch.action in _CORRECTIONS}
        corrections = [punch for punch in known if punch.action in _CORRECTIONS or punch.id in named]
        first, last = touched(changed, corrections)
        span = self._span(first, last, named)
        wanted = [punch for punch in known if _is_within(span, punch)]
        self.read = len(wanted)
        result = recompute([*wanted, *corrections], changed, span, self.settings)
        kept = [entry for entry in self.entries if entry.start_punch_id not in result.stale]
        self.entries = [*kept, *result.entries]

    def _span(self, first: datetime, last: datetime, named: Iterable[str | None]) -> Span:
        outs = [
            _at(punch) for punch in self.punches.values() if punch.action is Action.CLOCK_OUT and punch.id not in named
        ]
        return Span(
            max((at for at in outs if at < first), default=None), min((at for at in outs if at > last), default=None)
        )


def _at(punch: Punch) -> datetime:
    return punch.corrected_at or punch.at


def _is_within(span: Span, punch: Punch) -> bool:
    return (span.after is None or _at(punch) >= span.after) and (span.until is None or _at(punch) <= span.until)
