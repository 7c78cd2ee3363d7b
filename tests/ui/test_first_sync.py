"""While the first sync is under way, an empty list proves nothing: it says so, and changes by itself."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from support.fieldwork import Field, open_field
from support.today import page
from support.window import open_window, settle
from sync.terms import Status
from ui.composition import Workshop
from ui.leads import LeadsScreen
from ui.list_view import ListView
from ui.theme import Theme
from ui.widgets.states import EmptyState

LISTS = ("today", "work-orders", "timesheet", "customers", "leads")
COMING = "Not everything is here yet"


@pytest.fixture
def field(tmp_path: Path) -> Iterator[Field]:
    """The office has planned something for the worker, whose new device has fetched nothing yet."""
    with open_field(tmp_path) as field:
        worker, office = field.session("worker"), field.session("office")
        office.work_orders.create(
            {
                "title": "Boiler service",
                "assignee_id": worker.profile.user_id,
                "status": Status.ASSIGNED,
                "scheduled_start": datetime.now(UTC),
            }
        )
        office.sync.once(10)
        yield field


@pytest.fixture
def window(field: Field, theme: Theme, qtbot: QtBot) -> Iterator[Workshop]:
    with open_window(field.session("worker"), theme, qtbot) as window:
        settle(window, qtbot)
        yield window


def said(window: Workshop) -> str:
    """What the screen says in place of rows."""
    page = window.place.shell.page(window.place.shell.current)
    lists: list[QWidget] = [one for one in page.findChildren(ListView) if one.isVisible()]
    states = [one for part in lists or [page] for one in part.findChildren(EmptyState) if one.isVisible()]
    return states[0].value.title if states else ""


def said_by_all(window: Workshop, qtbot: QtBot) -> dict[str, str]:
    found = {}
    for key in LISTS:
        window.place.shell.show_screen(key)
        settle(window, qtbot)
        found[key] = said(window)
    return found


def test_what_is_still_coming_is_not_called_nothing(field: Field, window: Workshop, qtbot: QtBot) -> None:
    detail = page(window)._detail
    assert set(said_by_all(window, qtbot).values()) == {COMING}
    assert "work order" not in detail.text()
    field.session("worker").sync.once(10)
    assert said_by_all(window, qtbot) == {
        "today": "",
        "work-orders": "",
        "timesheet": "No time in this week",
        "customers": "No customers yet",
        "leads": "No leads yet",
    }
    assert "1 work order today" in detail.text()


@pytest.mark.parametrize("key", ["leads", "timesheet"])
def test_it_changes_before_the_eyes(field: Field, window: Workshop, qtbot: QtBot, key: str) -> None:
    window.place.shell.show_screen(key)
    settle(window, qtbot)
    assert said(window) == COMING
    field.session("worker").sync.once(10)
    qtbot.waitUntil(lambda: said(window).startswith("No "))


def test_a_search_that_finds_nothing_can_be_given_up_meanwhile(window: Workshop, qtbot: QtBot) -> None:
    window.place.shell.show_screen("leads")
    settle(window, qtbot)
    screen = window.place.shell.page("leads")
    assert isinstance(screen, LeadsScreen)
    screen.filters.search.setText("nobody")
    qtbot.waitUntil(lambda: said(window) == "No lead like that")
