"""What stands on a job report."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from client.views.work_orders import CheckLine, PartLine, PersonTime
from sync.records import Money
from sync.terms import Status


@dataclass(frozen=True)
class Shown:
    """A photo or a signature; without a `file` its bytes are not on this device."""

    name: str
    at: datetime
    file: Path | None


@dataclass(frozen=True)
class JobReport:
    """All that was done on a work order, ready to be put on paper."""

    organisation: str
    number: str
    title: str
    status: Status
    customer: str
    address: str
    phone: str
    description: str
    scheduled_start: datetime | None
    checklist: tuple[CheckLine, ...]
    parts: tuple[PartLine, ...]
    totals: tuple[Money, ...]
    time: tuple[PersonTime, ...]
    notes: tuple[str, ...]
    photos: tuple[Shown, ...]
    signatures: tuple[Shown, ...]
    made_at: datetime
    made_by: str

    @property
    def all_time(self) -> timedelta:
        return sum((one.time for one in self.time), timedelta())
