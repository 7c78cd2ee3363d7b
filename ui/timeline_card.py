"""The day as a line of blocks, with what the colours mean and what is not sent yet."""

from datetime import date, datetime, time, timedelta, tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from client.views import Activity, Entry, Mark, Today
from sync.language import translate
from ui.palette import Role
from ui.widgets.badge import Badge, BadgeValue, Outline, Tone
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.legend import Legend
from ui.widgets.timeline import Block, BlockKind, Day, DayTimeline

_KINDS = {Activity.WORK: BlockKind.WORK, Activity.BREAK: BlockKind.BREAK, Activity.TRAVEL: BlockKind.TRAVEL}
_FIRST, _LAST = 7, 17
_HOUR = timedelta(hours=1)


class TimelineCard(Card):
    gap_chosen = Signal(object)
    """widgets.timeline.Gap."""

    def __init__(self, zone: tzinfo, now: datetime) -> None:
        self._unsent = Badge(BadgeValue(""))
        unsent = translate("timeline", "not sent yet")
        self._unsent.set_value(BadgeValue(unsent, Tone.NEUTRAL, "arrow-up", Outline.SQUARE))
        self._missed = Button(translate("timeline", "Add missed time…"), ButtonKind.LINK)
        super().__init__("", self._aside())
        self.set_title(self.tr("Today's timeline"))
        self._zone = zone
        self._line = DayTimeline(_unread(zone, now))
        self.add(self._line)
        self._line.gap_chosen.connect(self.gap_chosen)
        self._missed.clicked.connect(self._choose_last)
        self._unsent.hide()
        self._missed.hide()

    def _choose_last(self) -> None:
        """Most likely it was forgotten just now."""
        if self._line.gaps:
            self.gap_chosen.emit(self._line.gaps[-1])

    def show_today(self, today: Today, now: datetime) -> None:
        day = day_of(today, self._zone, now)
        self._line.set_day(day)
        self._unsent.setVisible(any(block.is_unsent for block in day.blocks))
        self._missed.setVisible(bool(self._line.gaps))

    def _aside(self) -> QWidget:
        aside = QWidget()
        line = QHBoxLayout(aside)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        named = (
            (Role.WORK, translate("timeline", "work")),
            (Role.BREAK, translate("timeline", "break")),
            (Role.TRAVEL, translate("timeline", "travel")),
        )
        line.addWidget(Legend(named))
        line.addWidget(self._unsent)
        line.addWidget(self._missed)
        return aside


def day_of(today: Today, zone: tzinfo, now: datetime) -> Day:
    """Working hours, and more where somebody worked earlier or later."""
    blocks = tuple(_block(entry) for entry in today.entries if not entry.is_unresolved)
    start, end = _working_hours(today, zone, now)
    for block in blocks:
        start = min(start, _hour_before(block.start, zone))
        end = max(end, _hour_before(block.end or now, zone) + _HOUR)
    return Day(start, end, zone, now, blocks)


def _working_hours(today: Today, zone: tzinfo, now: datetime) -> tuple[datetime, datetime]:
    """As many of them as the organisation's day has where the person is: what lies outside belongs to other days."""
    days = (instant.astimezone(zone).date() for instant in (now, today.starts, today.ends))
    spans = ((max(_at(day, _FIRST, zone), today.starts), min(_at(day, _LAST, zone), today.ends)) for day in days)
    return next((start, end) for start, end in spans if start < end)


def _unread(zone: tzinfo, now: datetime) -> Day:
    """Nothing is known of the day yet, so that nothing is missed in it either."""
    today = now.astimezone(zone).date()
    start = _at(today, _FIRST, zone)
    return Day(start, _at(today, _LAST, zone), zone, now=start - _HOUR)


def _block(entry: Entry) -> Block:
    is_unsent = entry.mark is not Mark.SENT
    return Block(_KINDS[entry.activity], entry.start, entry.end, entry.work_order, is_unsent)


def _at(day: date, hour: int, zone: tzinfo) -> datetime:
    return datetime.combine(day, time(hour), zone)


def _hour_before(instant: datetime, zone: tzinfo) -> datetime:
    return instant.astimezone(zone).replace(minute=0, second=0, microsecond=0)
