"""Where an instant lies on a line: elapsed time, so an hour that a clock change skips or repeats is drawn as it was."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

_HOUR = timedelta(hours=1)
_STEPS = (1, 2, 3, 4, 6, 12, 24)


@dataclass(frozen=True)
class TimeScale:
    start: datetime
    end: datetime
    width: float
    left: float = 0.0

    def x(self, instant: datetime) -> float:
        """Clamped to the line; compared in UTC, since Python subtracts wall clocks within one zone."""
        start, end = self.start.astimezone(UTC), self.end.astimezone(UTC)
        share = (instant.astimezone(UTC) - start) / (end - start)
        return self.left + self.width * min(1.0, max(0.0, share))

    def span(self, start: datetime, end: datetime) -> tuple[float, float]:
        """Left edge and width."""
        left = self.x(start)
        return left, self.x(end) - left

    def hours(self) -> int:
        return -(-(self.end.astimezone(UTC) - self.start.astimezone(UTC)) // _HOUR)

    def ticks(self, zone: tzinfo, label_width: float) -> Iterator[datetime]:
        """Whole local hours, as many as have room; each in `zone`."""
        step = self._step(label_width)
        for instant in self._local_hours(zone):
            if instant.hour % step == 0:
                yield instant

    def _local_hours(self, zone: tzinfo) -> Iterator[datetime]:
        first = self.start.astimezone(zone)
        past_hour = timedelta(minutes=first.minute, seconds=first.second, microseconds=first.microsecond)
        instant = first.astimezone(UTC) - past_hour + (_HOUR if past_hour else timedelta())
        while instant <= self.end.astimezone(UTC):
            yield instant.astimezone(zone)
            instant += _HOUR

    def _step(self, label_width: float) -> int:
        room = max(1.0, self.width / max(1.0, label_width))
        return next((step for step in _STEPS if self.hours() / step <= room), _STEPS[-1])
