"""The same window in German and Spanish: long words fit, nothing is left in English, and Today reads as it should."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from datetime import date
from functools import cache, partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from client.amounts import parse_money
from support.crawler import crawl
from support.desk import Desk
from support.window import found_copy
from sync.kinds import Kind
from sync.language import in_english, translate, words
from ui import look, record_words
from ui.demo_strip import DemoStrip
from ui.language import FILES, Language, speak
from ui.look import Kind as LookKind
from ui.shell import Shell
from ui.theme import Mode, Theme
from ui.timesheet import TimesheetScreen
from ui.widgets.choice import Choice
from ui.widgets.switch import Switch
from ui.widgets.table import PAD
from ui.writer import Writer


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return found_copy(tmp_path_factory.mktemp("company"), ("Kesselwartung", "Heizkörper undicht"))


@pytest.fixture
def language(theme: Theme, request: pytest.FixtureRequest) -> Language:
    wanted = Language(request.param)
    speak(wanted)
    return wanted


@pytest.fixture
def desk(language: Language, desk: Desk) -> Desk:
    desk.mine.leads.create({"name": "Obsthof", "phone": "020 7946 0018", "address": "Obstgasse 22"})
    desk.mine.customers.create({"name": "Bach & Söhne", "phone": "020 7946 0911"})
    desk.mine.time.clock_in(desk.mine.work_orders.list()[0].id)
    desk.settle()
    return desk


@cache
def translations(language: Language) -> dict[str, set[str]]:
    """What each English text may become."""
    found: dict[str, set[str]] = {}
    for message in ElementTree.parse(FILES / f"streamflow_{language}.ts").getroot().iter("message"):
        found.setdefault(message.findtext("source") or "", set()).add(message.findtext("translation") or "")
    return found


def shown(root: QWidget) -> Iterator[str]:
    for widget in root.findChildren(QWidget):
        if widget.isVisible():
            yield widget.accessibleName()
            yield widget.toolTip()
        if isinstance(widget, (QLabel, QAbstractButton)) and widget.isVisible():
            yield widget.text()
        if isinstance(widget, QLineEdit) and widget.isVisible():
            yield widget.placeholderText()
        if isinstance(widget, QComboBox) and widget.isVisible():
            yield from (widget.itemText(place) for place in range(widget.count()))


def english(root: QWidget, language: Language) -> set[str]:
    """What is shown in English although there is another word for it."""
    known = translations(language)
    return {text for text in shown(root) if text in known and text not in known[text]}


def is_wide_enough(shell: Shell) -> bool:
    """Nobody has to move the page sideways to read it."""
    area = shell._stack.currentWidget()
    return isinstance(area, QScrollArea) and area.horizontalScrollBar().maximum() == 0


def views(desk: Desk) -> Iterator[str]:
    """Every screen in each of its views, and what opens above them."""
    shell = desk.window.place.shell
    for key in shell.keys:
        page = desk.show(key)
        yield key
        for switch in page.findChildren(Switch):
            for button in switch.buttons[1:]:
                button.click()
                desk.settle()
                yield f"{key}, {button.text()}"
    order, lead, customer = (one.list()[0].id for one in (desk.mine.work_orders, desk.mine.leads, desk.mine.customers))
    for key, record in (("work-orders", order), ("leads", lead), ("customers", customer)):
        page = desk.show(key)
        for name, begin in (("one", partial(page.open, record)), ("new", page.new)):
            begin()
            desk.settle()
            yield f"{key}, {name}"
            shell.back()


@pytest.mark.parametrize("language", ["de"], indirect=True)
def test_every_screen_fits_its_words_and_none_is_left_in_english(desk: Desk, language: Language) -> None:
    desk.slip_past_the_rules(Kind.LEAD, {"name": ""})
    desk.sync()
    shell = desk.window.place.shell
    shell.resize(1024, 640)
    for view in views(desk):
        shell.grab()
        assert is_wide_enough(shell), view
        assert crawl(shell) == [], view
        assert english(shell, language) == set(), view


@pytest.mark.parametrize("language", ["de", "es"], indirect=True)
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_choice_loses_a_letter_of_what_it_offers(desk: Desk, theme: Theme, scale: float) -> None:
    theme.apply(Mode.LIGHT, scale)
    desk.window.place.shell.resize(1024, 640)
    cut = [
        choice.itemText(place)
        for key in desk.window.place.shell.keys
        for choice in desk.show(key).findChildren(Choice)
        for place in range(choice.count())
        if choice.isVisible() and room_of(choice) < choice.fontMetrics().horizontalAdvance(choice.itemText(place))
    ]
    assert cut == []


def room_of(choice: Choice) -> int:
    """For its text, which Qt writes one pixel within this place on each side."""
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    return choice.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, choice).width() - 2


class Line:
    """A network that can be neither cut nor restored."""

    def cut(self) -> None: ...

    restore = cut


def test_the_demos_line_follows_the_window_into_another_language(theme: Theme, qtbot: QtBot) -> None:
    strip = DemoStrip(Line(), Writer("demo"))
    qtbot.addWidget(strip)
    strip.show()
    assert english(strip, Language.GERMAN)
    speak(Language.GERMAN)
    qtbot.waitUntil(lambda: english(strip, Language.GERMAN) == set())


@pytest.mark.long
@pytest.mark.parametrize("language", ["de", "es"], indirect=True)
def test_large_letters_find_room_in_a_small_window(desk: Desk, theme: Theme) -> None:
    theme.apply(Mode.LIGHT, 1.5)
    shell = desk.window.place.shell
    shell.resize(1024, 640)
    found = {view: crawl(shell) for view in views(desk) if not shell.grab().isNull()}
    assert {view: faults for view, faults in found.items() if faults} == {}


TODAY = [("de", ", 2", "Ausstempeln", "Eingestempelt seit"), ("es", " de ", "Fichar salida", "En jornada desde")]


@pytest.mark.parametrize(("language", "day", "clock", "state"), TODAY, indirect=["language"])
def test_today_reads_as_it_should(desk: Desk, theme: Theme, day: str, clock: str, state: str) -> None:
    theme.apply(Mode.LIGHT, 1.5)
    desk.window.place.shell.resize(1024, 640)
    desk.show("today")
    assert crawl(desk.window.place.shell) == []
    today = " | ".join(text for text in shown(desk.show("today")) if text)
    assert all(part in today for part in (day, clock, state))
    assert record_words.money_text(parse_money("€1800.50", "EUR")) == "€1.800,50"
    desk.window.place.shell.resize(1440, 900)
    sheet = desk.show("timesheet")
    assert isinstance(sheet, TimesheetScreen)
    letters = QFontMetrics(look.font(LookKind.BODY, tabular=True))
    meal = letters.horizontalAdvance(translate("timesheet", "Unpaid meal"))
    assert sheet._table.columnWidth(3) >= meal + 2 * look.px(PAD)
    assert translate("nowhere", "A text that nobody has translated") == "A text that nobody has translated"


def test_a_command_is_answered_in_english_whatever_the_window_speaks(theme: Theme) -> None:
    speak(Language.GERMAN)
    with in_english():
        assert (words("in_progress"), translate("sync", "You are offline.")) == ("in progress", "You are offline.")
    assert words("in_progress") == "in Arbeit"


def test_the_computers_language_is_spoken_where_it_is_known(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    for system, wanted, locale, word in (
        ("de_AT", Language.SYSTEM, "de_AT", "in Arbeit"),
        ("fr_FR", Language.SYSTEM, "fr_FR", "in progress"),
        ("de_AT", Language.ENGLISH, "en_AT", "in progress"),
        ("es_MX", Language.GERMAN, "de_DE", "in Arbeit"),
        ("es_MX", Language.SYSTEM, "es_MX", "en curso"),
    ):
        monkeypatch.setattr("ui.language._system", QLocale(system))
        speak(wanted)
        assert (QLocale().name(), words("in_progress")) == (locale, word)
        assert (QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel") == (word == "in progress")


def test_a_date_is_read_as_the_form_writes_it_wherever_our_languages_are_spoken(theme: Theme) -> None:
    spoken = (QLocale.Language.C, *(QLocale(one.value).language() for one in Language if one is not Language.SYSTEM))
    everywhere = (
        QLocale.matchingLocales(language, QLocale.Script.AnyScript, QLocale.Country.AnyCountry) for language in spoken
    )
    for here in (one for found in everywhere for one in found):
        QLocale.setDefault(here)
        for day in (date(2026, 11, 22), date(2026, 3, 2)):
            assert record_words.read_date(record_words.date_text(day)) == day, here.name()


@pytest.mark.parametrize(("spoken", "example"), [("en_GB", "24/11/2026"), ("de_DE", "24.11.26"), ("en_US", "11/24/26")])
def test_what_is_no_date_is_answered_with_one(theme: Theme, spoken: str, example: str) -> None:
    QLocale.setDefault(QLocale(spoken))
    with pytest.raises(ValueError, match=example):
        record_words.read_date("23/11")
