"""The line of the day: its gaps, and time that was missed."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from client.session import Session
from support.crawler import crawl
from support.today import page, press, toast
from ui.composition import Workshop
from ui.theme import Mode, Theme
from ui.widgets.timeline import Block, BlockKind, Day, DayTimeline, Gap


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
