from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.palette import LIGHT, Role
from ui.widgets.activity import Activity, ActivityChart, Slot, Span
from ui.widgets.steps import StepBar, Steps
from ui.widgets.timeline import Block, BlockKind, Day, DayTimeline
from ui.widgets.weekbars import DayBar, Week, WeekBars

LONDON = ZoneInfo("Europe/London")


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 20, hour, minute, tzinfo=UTC)


TRAVEL = Block(BlockKind.TRAVEL, at(8), at(9))
WORK = Block(BlockKind.WORK, at(9), None, "WO-1042", is_unsent=True)
DAY = Day(at(7), at(17), LONDON, now=at(12), blocks=(TRAVEL, WORK))


def shown(widget: QWidget, qtbot: QtBot, width: int = 1000, height: int = 140) -> QWidget:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    return widget


def color_at(widget: QWidget, x: float, y: float) -> str:
    return widget.grab().toImage().pixelColor(QPoint(round(x), round(y))).name()


def test_blocks_lie_where_their_time_is(qtbot: QtBot) -> None:
    timeline = DayTimeline(DAY)
    shown(timeline, qtbot)
    travel, work = timeline.block_box(TRAVEL), timeline.block_box(WORK)
    assert (travel.left(), travel.width()) == (100, 100)
    assert (work.left(), work.right()) == (200, 500)
    assert color_at(timeline, 110, travel.bottom() - 3) == LIGHT[Role.TRAVEL]
    assert color_at(timeline, 800, travel.center().y()) == LIGHT[Role.RAISED]
    assert color_at(timeline, 500, travel.center().y()) == LIGHT[Role.TEXT]


def test_unsent_blocks_are_hatched(qtbot: QtBot) -> None:
    timeline = DayTimeline(DAY)
    shown(timeline, qtbot)
    box = timeline.block_box(WORK)
    image = timeline.grab().toImage()
    row = {image.pixelColor(x, round(box.center().y())).name() for x in range(220, 480)}
    assert {LIGHT[Role.WORK], LIGHT[Role.ON_BLOCK]} <= row


def test_the_timeline_reads_as_a_sentence(qtbot: QtBot) -> None:
    timeline = DayTimeline(DAY)
    qtbot.addWidget(timeline)
    spoken = "Travel, 08:00 to 09:00. Work, WO-1042, 09:00 to now, not sent yet. Nothing recorded, 07:00 to 08:00"
    assert timeline.accessibleDescription() == spoken
    timeline.set_day(Day(at(7), at(17), LONDON, now=at(12)))
    assert timeline.accessibleDescription() == "No time on this day yet. Nothing recorded, 07:00 to 12:00"


def test_times_are_those_of_the_zone(qtbot: QtBot) -> None:
    timeline = DayTimeline(Day(at(0), at(23), ZoneInfo("Asia/Tokyo"), now=at(1), blocks=(TRAVEL,)))
    qtbot.addWidget(timeline)
    assert timeline.accessibleDescription() == "Travel, 17:00 to 18:00. Nothing recorded, 09:00 to 10:00"


def test_week_bars_are_to_scale_with_the_overtime_line(qtbot: QtBot) -> None:
    monday = date(2026, 11, 16)
    days = tuple(DayBar(monday + timedelta(days=n), timedelta(hours=h)) for n, h in enumerate((4, 8, 10)))
    bars = WeekBars(Week(days, overtime_after=timedelta(hours=8)))
    shown(bars, qtbot)
    four, eight, ten = (bars.bar_box(position) for position in range(3))
    assert eight.height() == pytest.approx(2 * four.height())
    assert eight.top() == pytest.approx(bars.line_y())
    assert ten.top() == pytest.approx(0)
    assert bars.accessibleDescription() == "Mon 4 h 0 min, Tue 8 h 0 min, Wed 10 h 0 min"
    bars.set_week(Week(days))
    assert bars.line_y() is None


def test_activity_shades_offline_spans_and_counts(qtbot: QtBot) -> None:
    activity = Activity(
        at(0), at(10), LONDON, timedelta(hours=1), (Slot(at(1), 30, 4), Slot(at(7), 12, 0)), (Span(at(3), at(5)),)
    )
    chart = ActivityChart(activity)
    shown(chart, qtbot)
    assert color_at(chart, 350, 60) == LIGHT[Role.WARN_SOFT]
    assert color_at(chart, 350, 1) == LIGHT[Role.BREAK]
    assert color_at(chart, 110, 100) == LIGHT[Role.WORK]
    assert chart.accessibleDescription() == "42 sent, 4 received, offline from 03:00 to 05:00"


def test_an_empty_activity_is_drawn(qtbot: QtBot) -> None:
    chart = ActivityChart(Activity(at(0), at(10), LONDON, timedelta(hours=1)))
    shown(chart, qtbot)
    assert chart.accessibleDescription() == "0 sent, 0 received"


def test_steps_fill_up_to_the_current_one(qtbot: QtBot) -> None:
    bar = StepBar(Steps(("Draft", "Assigned", "En route", "Completed"), 1))
    shown(bar, qtbot, height=40)
    assert color_at(bar, 490, 2) == LIGHT[Role.WORK]
    assert color_at(bar, 510, 2) == LIGHT[Role.RAISED]
    assert bar.accessibleDescription() == "Step 2 of 4: Assigned"
    bar.set_steps(Steps(("Draft", "Assigned"), -1))
    assert "not started" in bar.accessibleDescription()
