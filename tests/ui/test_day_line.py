"""The line of the day: its gaps, and time that was missed."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from client.session import Session
from support.crawler import crawl
from support.today import page, press, toast
from ui.composition import Workshop
from ui.theme import Mode, Theme
from ui.timeline_card import day_of
from ui.today import read_day
from ui.widgets.timeline import Block, BlockKind, Day, DayTimeline, Gap, gaps_of


@pytest.fixture
def line(window: Workshop) -> DayTimeline:
    found = page(window).findChild(DayTimeline)
    assert isinstance(found, DayTimeline)
    return found


def show_day(line: DayTimeline, *blocks: tuple[int, int]) -> None:
    """A day from 7 to 17 with work from and to these hours; it is 15 o'clock."""
    at = partial(datetime, 2026, 11, 20, tzinfo=UTC)
    made = tuple(Block(BlockKind.WORK, at(start), at(end)) for start, end in blocks)
    line.set_day(Day(at(7), at(17), UTC, at(15), made))


def hours(gaps: Iterable[Gap]) -> list[tuple[int, int]]:
    return [(gap.start.hour, gap.end.hour) for gap in gaps]


def test_gaps_are_where_nothing_is_recorded_up_to_now(line: DayTimeline) -> None:
    show_day(line)
    assert hours(line.gaps) == [(7, 15)]
    show_day(line, (8, 10), (12, 15))
    assert hours(line.gaps) == [(7, 8), (10, 12)]
    assert "Nothing recorded, 10:00 to 12:00" in line.accessibleDescription()
    show_day(line, (7, 17))
    assert line.gaps == ()
    assert line.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_the_line_offers_nothing_of_another_day_of_the_organisation(window: Workshop) -> None:
    london = partial(datetime, 2026, 11, tzinfo=ZoneInfo("Europe/London"))
    today = replace(window.place.session.time.today(), day=date(2026, 11, 22), starts=london(22), ends=london(23))
    for zone, now, first, last in (
        ("Europe/London", "2026-11-22 10:00", "Sun 07", "Sun 10"),
        ("Asia/Tokyo", "2026-11-22 19:00", "Sun 09", "Sun 17"),
        ("Asia/Tokyo", "2026-11-23 08:00", "Mon 07", "Mon 08"),
        ("America/Los_Angeles", "2026-11-21 17:00", "Sat 16", "Sat 17"),
        ("America/Los_Angeles", "2026-11-22 15:30", "Sun 07", "Sun 15"),
    ):
        here = ZoneInfo(zone)
        (gap,) = gaps_of(day_of(today, here, datetime.fromisoformat(now).replace(tzinfo=here)))
        assert [f"{instant.astimezone(here):%a %H}" for instant in (gap.start, gap.end)] == [first, last]


def test_a_date_that_is_another_one_here_is_explained(window: Workshop, worker: Session) -> None:
    shown = page(window)
    day = read_day(worker)
    shown._take(replace(day, today=replace(day.today, day=day.today.day - timedelta(days=1))))
    assert "your organisation's day, which ends at" in shown._detail.text()
    shown._take(day)
    assert "organisation" not in shown._detail.text()


def test_a_gap_is_chosen_by_a_click_and_by_keys(window: Workshop, line: DayTimeline, qtbot: QtBot) -> None:
    show_day(line, (8, 10), (12, 15))
    chosen: list[Gap] = []
    line.gap_chosen.connect(chosen.append)
    for gap in line.gaps:
        qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.gap_box(gap).center().toPoint())
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.block_box(line._day.blocks[0]).center().toPoint())
    line.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Space):
        qtbot.keyClick(line, key)
    assert hours(chosen) == [(7, 8), (10, 12), (10, 12), (7, 8)]


def test_missed_time_is_added_with_a_reason(window: Workshop, worker: Session, qtbot: QtBot) -> None:
    form = page(window)._missed
    end = worker.now().replace(microsecond=0) - timedelta(minutes=5)
    page(window)._add_missed(Gap(end - timedelta(minutes=30), end))
    assert form.isVisible()
    press(window, qtbot, "Return")
    assert form._reason.error == "Please say why."
    press(window, qtbot, "Escape")
    assert not form.isVisible()
    page(window)._add_missed(Gap(end - timedelta(minutes=30), end))
    form._job.setCurrentIndex(1)
    form._why.setText("Forgot the tablet")
    press(window, qtbot, "Return")
    assert not form.isVisible()
    (entry,) = worker.time.week(worker.local(end).date()).entries
    assert (entry.start, entry.end) == (end - timedelta(minutes=30), end)
    assert entry.work_order == worker.work_orders.today()[0].label
    assert toast(window).startswith("Added ")


def test_what_is_wrong_with_missed_time_is_said_beside_it(window: Workshop, worker: Session, qtbot: QtBot) -> None:
    form = page(window)._missed
    now = worker.now()
    page(window)._add_missed(Gap(now - timedelta(hours=2), now - timedelta(hours=1)))
    form._why.setText("why")
    form._end.line.setText("half past")
    form.save()
    assert form._end.has_error
    form.fill(now - timedelta(hours=1), now + timedelta(hours=2))
    form.save()
    qtbot.waitUntil(lambda: window.place.writer.is_idle)
    assert "has not happened yet" in form._end.error
    assert worker.time.week().entries == ()


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize(("size", "scale"), [((1440, 900), 1.0), ((1024, 640), 1.0), ((1024, 640), 1.5)])
def test_the_form_for_missed_time_has_no_fault(
    window: Workshop, worker: Session, theme: Theme, mode: Mode, size: tuple[int, int], scale: float
) -> None:
    theme.apply(mode, scale)
    window.place.shell.resize(*size)
    now = worker.now()
    page(window)._add_missed(Gap(now - timedelta(hours=2), now - timedelta(hours=1)))
    page(window)._missed.save()
    window.place.shell.grab()
    assert crawl(window.place.shell) == []
