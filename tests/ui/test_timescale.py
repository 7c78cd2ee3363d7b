from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from ui.widgets.timescale import TimeScale

BERLIN = ZoneInfo("Europe/Berlin")


def test_positions_are_to_scale_and_clamped() -> None:
    start = datetime(2026, 11, 20, 7, tzinfo=UTC)
    scale = TimeScale(start, start + timedelta(hours=10), 1000)
    assert scale.x(start + timedelta(hours=5)) == 500
    assert scale.x(start - timedelta(hours=1)) == 0
    assert scale.x(start + timedelta(hours=11)) == 1000
    assert scale.span(start + timedelta(hours=1), start + timedelta(hours=3)) == (100, 200)


@pytest.mark.parametrize(
    ("day", "hours", "labels_at_two"),
    [((2026, 3, 29), 23, 0), ((2026, 10, 25), 25, 2), ((2026, 11, 20), 24, 1)],
    ids=["spring", "autumn", "plain"],
)
def test_a_clock_change_is_drawn_as_it_was(day: tuple[int, int, int], hours: int, labels_at_two: int) -> None:
    start = datetime(*day, tzinfo=BERLIN)
    scale = TimeScale(start, start + timedelta(days=1), 2400)
    ticks = list(scale.ticks(BERLIN, label_width=50))
    assert scale.hours() == hours
    assert sum(tick.hour == 2 for tick in ticks) == labels_at_two
    places = [scale.x(tick) for tick in ticks]
    apart = {round(later - earlier, 6) for earlier, later in pairwise(places)}
    assert apart == {round(2400 / hours, 6)}


def test_both_two_oclocks_lie_apart() -> None:
    start = datetime(2026, 10, 25, tzinfo=BERLIN)
    scale = TimeScale(start, start + timedelta(days=1), 2500)
    first, second = (datetime(2026, 10, 25, 2, 30, fold=fold, tzinfo=BERLIN) for fold in (0, 1))
    assert scale.x(second) - scale.x(first) == pytest.approx(100)


def test_labels_have_room_and_lie_on_whole_local_hours() -> None:
    kolkata = ZoneInfo("Asia/Kolkata")
    start = datetime(2026, 11, 20, 6, 20, tzinfo=kolkata)
    scale = TimeScale(start.astimezone(UTC), (start + timedelta(hours=12)).astimezone(UTC), 300)
    ticks = list(scale.ticks(kolkata, label_width=60))
    assert [tick.hour for tick in ticks] == [9, 12, 15, 18]
    assert {tick.minute for tick in ticks} == {0}
