"""Settings: what is chosen is seen at once, kept, and told; what the organisation has set stays."""

import json
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from client.settings import Settings
from support.crawler import crawl
from support.desk import Desk, open_desk
from ui import look, words
from ui.settings_screen import SettingsScreen
from ui.theme import Mode, Theme
from ui.widgets.choice import Choice
from ui.widgets.text import Text
from ui.words import TimeFormat, WeekStart
from ui.work_orders.boards import Agenda


@pytest.fixture
def page(desk: Desk) -> SettingsScreen:
    desk.press("Ctrl+,")
    found = desk.page("settings")
    assert isinstance(found, SettingsScreen)
    assert found.isVisible()
    return found


def choice(page: SettingsScreen, name: str) -> Choice:
    return next(one for one in page.findChildren(Choice) if one.accessibleName() == name)


def texts(page: SettingsScreen) -> str:
    return " | ".join(one.accessibleName() or one.text() for one in page.findChildren(Text) if one.isVisible())


def test_theme_and_text_size_are_used_at_once_and_kept(desk: Desk, page: SettingsScreen) -> None:
    choice(page, "Theme").setCurrentText("Dark")
    choice(page, "Text size").setCurrentText("125 %")
    assert (look.current().dark, look.current().scale) == (True, 1.25)
    kept = Settings(desk.mine.home)
    assert (kept.text("theme"), kept.get("text_size").value) == ("dark", 125)


def test_the_palette_and_the_settings_say_the_same(desk: Desk, page: SettingsScreen) -> None:
    desk.press("Ctrl+K")
    desk.qtbot.keyClicks(desk.window.frame.finder.search, "switch to dark")
    desk.press("Return")
    assert choice(page, "Theme").currentText() == "Dark"


def test_times_are_written_anew_on_every_screen(desk: Desk, page: SettingsScreen) -> None:
    desk.mine.time.clock_in()
    badge = desk.show("today").clock._badge
    assert not badge.accessibleName().lower().endswith("m")
    desk.show("settings")
    choice(page, "Times").setCurrentText("12 hours, 4:30 PM")
    desk.show("today")
    assert badge.accessibleName().lower().endswith("m")
    assert Settings(desk.mine.home).text("time_format") == "12"


def test_planned_weeks_begin_on_the_day_that_was_chosen(desk: Desk, page: SettingsScreen) -> None:
    orders = desk.show("work-orders")
    orders.show_view(2)
    assert days_of(orders.agenda)[0].weekday() == 0
    for chosen, first in (("Sunday", 6), ("Saturday", 5), ("Monday", 0)):
        choice(page, "Planned weeks begin on").setCurrentText(chosen)
        desk.show("work-orders")
        assert [day.weekday() for day in days_of(orders.agenda)] == [(first + step) % 7 for step in range(7)]
    assert Settings(desk.mine.home).text("week_start") == "monday"
    words.use_week_start(WeekStart.SYSTEM)
    assert words.first_weekday() == QLocale().firstDayOfWeek().value - 1


def days_of(agenda: Agenda) -> list[date]:
    return [date.fromisoformat(column.key) for column in agenda.board.columns]


def test_after_which_pause_is_asked(desk: Desk, page: SettingsScreen) -> None:
    asks = choice(page, "Ask")
    assert asks.currentText() == "after 2 h"
    asks.setCurrentText("never")
    desk.settle()
    assert Settings(desk.mine.home).get("idle_minutes").value == 0


def test_what_the_organisation_has_set_is_shown_and_not_offered(
    company: Path, tmp_path: Path, theme: Theme, qtbot: QtBot
) -> None:
    (tmp_path / "worker").mkdir(parents=True)
    policy = {"theme": {"value": "dark", "locked": True}}
    (tmp_path / "worker" / "policies.json").write_text(json.dumps(policy))
    with open_desk(company, tmp_path, theme, qtbot) as desk:
        page = desk.show("settings")
        found = choice(page, "Theme")
        assert (found.currentText(), found.isEnabled()) == ("Dark", False)
        assert "Set by your organisation." in texts(page)
        desk.press("Ctrl+K")
        assert "theme" not in [one.id for one in desk.window.frame.finder._offer.actions]


def test_location_is_off_and_the_consent_is_on_record(desk: Desk, page: SettingsScreen) -> None:
    assert not desk.mine.location.is_given
    assert "You switched it" not in texts(page)
    choice(page, "Location on punches").setCurrentIndex(1)
    desk.settle()
    assert desk.mine.location.is_given
    assert "You switched it on" in texts(page)
    choice(page, "Location on punches").setCurrentIndex(0)
    desk.settle()
    assert "You switched it off" in texts(page)
    assert [said.is_given for said in desk.mine.location.record] == [True, False]


def test_it_says_what_this_device_is(desk: Desk, page: SettingsScreen) -> None:
    shown = texts(page)
    weeks = "Weeks of the timesheet begin on Monday"
    for part in (desk.mine.profile.email, desk.mine.profile.server_url, str(desk.mine.folder), weeks):
        assert part in shown


@pytest.mark.parametrize(
    ("form", "shown"), [(TimeFormat.HOURS_24, "16:30"), (TimeFormat.HOURS_12, "4:30 pm"), (TimeFormat.SYSTEM, "16:30")]
)
def test_a_time_is_read_back_as_it_is_written(form: TimeFormat, shown: str) -> None:
    words.use_time_format(form)
    written = words.time_text(datetime(2026, 11, 20, 16, 30, tzinfo=UTC))
    assert written.lower() == shown
    assert words.read_time(written) == words.read_time("16:30") == words.read_time("4:30 PM") == time(16, 30)
    assert words.read_time("1630") == words.read_time("16.30") == words.read_time("16h30") == time(16, 30)
    assert words.read_time("9") == words.read_time("900") == words.read_time("9 am") == time(9)
    assert words.read_time("25:00") is words.read_time("2460") is None
    assert words.read_time("half past four") is None


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize(("size", "scale"), [((1440, 900), 1.0), ((1024, 640), 1.0), ((1024, 640), 1.5)])
def test_it_has_no_fault(
    desk: Desk, page: SettingsScreen, theme: Theme, mode: Mode, size: tuple[int, int], scale: float
) -> None:
    desk.mine.location.say(is_given=True)
    page._show_said()
    theme.apply(mode, scale)
    desk.window.place.shell.resize(*size)
    desk.window.place.shell.grab()
    assert crawl(desk.window.place.shell) == []
