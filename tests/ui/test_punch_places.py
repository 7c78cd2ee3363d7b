"""Location on punches in the window: said beforehand, shown beside the entry, opened on a map, taken back."""

from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from client.location_source import Fix
from support.crawler import crawl
from support.desk import Desk
from support.locating import ToldSource
from ui.punch_places import PunchPlaces
from ui.theme import Mode, Theme
from ui.widgets.button import Button
from ui.widgets.text import Text

SAID = "Where you are goes with each punch. Settings switch it off."
NOWHERE = "This computer has no service that says where it is: no place is recorded."


@pytest.fixture
def source(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> ToldSource:
    made = ToldSource(Fix(desk.mine.now(), 51.501419, -0.141889, 20.0))
    monkeypatch.setattr(desk.mine.whereabouts, "_source", made)
    return made


def clock_in(desk: Desk) -> str:
    desk.show("today").clock._main.click()
    desk.settle()
    (entry,) = desk.mine.time.today().entries
    return entry.start_punch


def corrected(desk: Desk) -> PunchPlaces:
    page: Any = desk.show("timesheet")
    page.open_entry(desk.mine.time.today().entries[0])
    desk.settle()
    places: PunchPlaces = page._correction._places
    return places


def shown(part: Any, kind: type) -> list[str]:
    return [one.accessibleName() or one.text() for one in part.findChildren(kind) if one.isVisible()]


def test_who_did_not_agree_sees_nothing_of_it(desk: Desk, source: ToldSource) -> None:
    punch = clock_in(desk)
    assert SAID not in shown(desk.page("today"), Text)
    assert not corrected(desk).isVisible()
    assert desk.mine.whereabouts.of([punch]) == ()
    assert source.asked == []


def test_who_agreed_is_told_and_sees_it_beside_the_entry(
    desk: Desk, source: ToldSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    desk.mine.location.say(is_given=True)
    punch = clock_in(desk)
    assert SAID in shown(desk.page("today"), Text)
    desk.qtbot.waitUntil(lambda: desk.mine.whereabouts.of([punch]) != ())
    places = corrected(desk)
    (line,) = shown(places, Text)
    assert line.startswith("Location at ")
    assert line.endswith(": 51.50142, -0.14189, within 20 m")
    on_map, back = (one for one in places.findChildren(Button) if one.isVisible())
    on_map.click()
    assert [url.toString() for url in opened] == [
        "https://www.openstreetmap.org/?mlat=51.50142&mlon=-0.14189#map=17/51.50142/-0.14189"
    ]
    back.click()
    desk.settle()
    assert not places.isVisible()
    assert desk.mine.whereabouts.of([punch]) == ()


def test_the_settings_say_where_no_place_can_be_recorded(desk: Desk, source: ToldSource) -> None:
    assert NOWHERE not in shown(desk.show("settings"), Text)


def test_without_a_source_the_settings_say_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk.mine.whereabouts, "_source", None)
    assert NOWHERE in shown(desk.show("settings"), Text)


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize(("size", "scale"), [((1440, 900), 1.0), ((1024, 640), 1.5)])
def test_it_has_no_fault(
    desk: Desk, source: ToldSource, theme: Theme, mode: Mode, size: tuple[int, int], scale: float
) -> None:
    desk.mine.location.say(is_given=True)
    theme.apply(mode, scale)
    desk.window.place.shell.resize(*size)
    punch = clock_in(desk)
    desk.qtbot.waitUntil(lambda: desk.mine.whereabouts.of([punch]) != ())
    desk.settle()
    assert crawl(desk.window.place.shell) == []
    assert corrected(desk).isVisible()
    assert crawl(desk.window.place.shell) == []
