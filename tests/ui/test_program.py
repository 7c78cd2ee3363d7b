"""From an empty folder to Today and back again: signing in, unlocking, signing in again, signing out, trouble."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import httpx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from client.home import Home
from client.views import Activity, Link
from support.crawler import crawl
from support.inprocess import PASSWORD
from support.window import PASSPHRASE, Place, open_copy
from ui.leads import LeadsScreen
from ui.leaving import LeavingPage
from ui.opening import Opening
from ui.program import Program
from ui.recovery_page import RecoveryPage
from ui.secret_page import SecretPage
from ui.settings_screen import SettingsScreen
from ui.sign_in import SignInPage
from ui.theme import Mode, Theme
from ui.unfinished import Unfinished
from ui.widgets.button import Button
from ui.widgets.field import FormField
from ui.widgets.text import Text

pytestmark = pytest.mark.usefixtures("no_keyring")

ADDRESS = "https://field.example"
T = TypeVar("T", bound=QWidget)


@pytest.fixture
def device(company: Path, tmp_path: Path) -> Iterator[Place]:
    """The server with a device, whose own file is closed so that the program may open it."""
    with open_copy(company, tmp_path) as made:
        made.session.stop()
        yield made


def start(qtbot: QtBot, theme: Theme, opening: Opening) -> Program:
    program = Program(opening, theme)
    qtbot.addWidget(program)
    program.resize(1280, 800)
    program.show()
    program.activateWindow()
    program.begin()
    qtbot.waitUntil(program.isActiveWindow)
    return program


def find(program: QWidget, kind: type[T]) -> T:
    return next(one for one in program.findChildren(kind) if one.isVisible())


def fields(page: QWidget) -> dict[str, FormField]:
    return {one.editor.accessibleName(): one for one in page.findChildren(FormField)}


def fill(qtbot: QtBot, page: QWidget, **texts: str) -> None:
    for label, text in texts.items():
        editor = fields(page)[label.replace("_", " ").replace("Email", "E-mail")].editor
        assert isinstance(editor, QLineEdit)
        editor.setText(text)


def press(qtbot: QtBot, page: QWidget, text: str) -> None:
    button = next(one for one in page.findChildren(Button) if one.text() == text and one.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def show_sign_in(qtbot: QtBot, theme: Theme, folder: Path, transport: httpx.BaseTransport) -> Program:
    program = start(qtbot, theme, Opening(Home.at(folder), transport=transport))
    qtbot.waitUntil(lambda: any(page.isVisible() for page in program.findChildren(SignInPage)))
    return program


def test_first_run_signs_in_and_is_usable(qtbot: QtBot, theme: Theme, device: Place, tmp_path: Path) -> None:
    program = show_sign_in(qtbot, theme, tmp_path / "new", device.line)
    page = find(program, SignInPage)
    form = fields(page)
    fill(qtbot, page, Server_address=ADDRESS, Organisation="acme", Email="worker@acme.test", Password=PASSWORD)
    press(qtbot, page, "Sign in")
    passphrase = form["Passphrase for this computer"]
    qtbot.waitUntil(passphrase.isVisible)
    assert "no safe place" in passphrase.error
    assert crawl(program) == []
    fill(qtbot, page, Passphrase_for_this_computer="a long enough one")
    with qtbot.waitSignal(program.opened, timeout=20_000):
        press(qtbot, page, "Sign in")
    assert program.workshop
    place = program.workshop.place
    assert place.shell.current == "today"
    place.puncher.clock_in()
    qtbot.waitUntil(lambda: place.writer.is_idle)
    assert place.session.time.state().activity is Activity.WORK
    qtbot.waitUntil(lambda: place.bridge.status.pill == "Online · all sent", timeout=10_000)
    qtbot.waitUntil(lambda: len(place.session.work_orders.today()) == 2)


class Portal(httpx.BaseTransport):
    """A network that wants a login page read first, or a web server that has other work."""

    def __init__(self, status: int = 200) -> None:
        self._status = status

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        headers = {"content-type": "text/html"}
        return httpx.Response(self._status, headers=headers, content=b"<h1>Welcome</h1>", request=request)


def ask(qtbot: QtBot, page: SignInPage, **changes: str) -> dict[str, str]:
    texts = {"Server_address": ADDRESS, "Organisation": "acme", "Email": "worker@acme.test", "Password": PASSWORD}
    fill(qtbot, page, **{**texts, **changes})
    press(qtbot, page, "Sign in")
    if fields(page)["Passphrase for this computer"].isHidden():
        qtbot.waitUntil(fields(page)["Passphrase for this computer"].isVisible)
        fill(qtbot, page, Passphrase_for_this_computer="a long enough one")
        press(qtbot, page, "Sign in")
    qtbot.waitUntil(lambda: any(field.has_error for field in fields(page).values()), timeout=20_000)
    return {label: field.error for label, field in fields(page).items() if field.has_error}


def test_wrong_password_wrong_address_and_no_network_are_told_apart(
    qtbot: QtBot, theme: Theme, device: Place, tmp_path: Path
) -> None:
    program = show_sign_in(qtbot, theme, tmp_path / "new", device.line)
    page = find(program, SignInPage)
    assert "password is not right" in ask(qtbot, page, Password="wrong")["Password"]
    assert "not encrypted" in ask(qtbot, page, Server_address="http://field.example")["Server address"]
    for typo in ("our office", "field..example"):
        assert "is not the address of a server" in ask(qtbot, page, Server_address=typo)["Server address"]
    device.line.is_cut = True
    told = ask(qtbot, page)
    assert "Check the address, and whether this computer is online." in told["Server address"]


@pytest.mark.parametrize("status", [200, 404, 501])
def test_another_web_server_is_not_taken_for_ours(qtbot: QtBot, theme: Theme, tmp_path: Path, status: int) -> None:
    program = show_sign_in(qtbot, theme, tmp_path, Portal(status))
    page = find(program, SignInPage)
    assert "not a StreamFlow server" in ask(qtbot, page)["Server address"]


def test_an_empty_field_is_pointed_at_without_asking_anybody(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    program = show_sign_in(qtbot, theme, tmp_path, Portal())
    page = find(program, SignInPage)
    fill(qtbot, page, Server_address=ADDRESS)
    press(qtbot, page, "Sign in")
    assert [label for label, field in fields(page).items() if field.has_error] == ["Organisation", "E-mail", "Password"]


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize("size", [(1024, 640), (1440, 900)])
def test_signing_in_has_no_fault(qtbot: QtBot, theme: Theme, tmp_path: Path, mode: Mode, size: tuple[int, int]) -> None:
    theme.apply(mode)
    program = show_sign_in(qtbot, theme, tmp_path, Portal())
    program.resize(*size)
    ask(qtbot, find(program, SignInPage))
    assert crawl(program) == []


def test_a_passphrase_unlocks(qtbot: QtBot, theme: Theme, device: Place) -> None:
    program = start(qtbot, theme, Opening(device.session.home, transport=device.line))
    qtbot.waitUntil(lambda: any(page.isVisible() for page in program.findChildren(SecretPage)))
    page = find(program, SecretPage)
    fill(qtbot, page, Passphrase="wrong")
    press(qtbot, page, "Open")
    qtbot.waitUntil(lambda: fields(page)["Passphrase"].has_error)
    fill(qtbot, page, Passphrase=PASSPHRASE)
    with qtbot.waitSignal(program.opened):
        press(qtbot, page, "Open")


def test_why_a_sign_in_failed_is_in_sight_however_small_the_window(
    qtbot: QtBot, theme: Theme, device: Place, tmp_path: Path
) -> None:
    program = show_sign_in(qtbot, theme, tmp_path / "new", device.line)
    program.resize(700, 440)
    page = find(program, SignInPage)
    fill(qtbot, page, Server_address=ADDRESS, Organisation="acme", Email="worker@acme.test", Password=PASSWORD)
    wrong, sight = fields(page)["Passphrase for this computer"], page.parentWidget()
    assert sight is not None
    qtbot.keyClick(fields(page)["Password"].editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wrong.has_error)
    qtbot.waitUntil(lambda: sight.rect().contains(wrong.mapTo(sight, wrong.rect().bottomLeft())))


def open_program(qtbot: QtBot, theme: Theme, device: Place) -> Program:
    program = start(qtbot, theme, Opening(device.session.home, passphrase=PASSPHRASE, transport=device.line))
    qtbot.waitUntil(lambda: program.workshop is not None)
    return program


def test_when_the_sign_in_has_ended_work_goes_on_and_signing_in_again_sends_it(
    qtbot: QtBot, theme: Theme, device: Place
) -> None:
    elsewhere = Opening(device.session.home, passphrase=PASSPHRASE, transport=device.line).look()
    assert elsewhere
    elsewhere.give_up_token()
    elsewhere.stop()
    program = open_program(qtbot, theme, device)
    assert program.workshop
    place = program.workshop.place
    qtbot.waitUntil(lambda: place.bridge.status.link is Link.SIGN_IN_NEEDED, timeout=10_000)
    place.puncher.clock_in()
    qtbot.waitUntil(lambda: place.shell.pill.text() == "Sign in to send · 1 saved here")
    press(qtbot, place.shell, "Sign in")
    page = find(program, SecretPage)
    fill(qtbot, page, Password=PASSWORD)
    press(qtbot, page, "Sign in")
    qtbot.waitUntil(lambda: place.shell.pill.text() == "Online · all sent", timeout=10_000)
    qtbot.waitUntil(lambda: not any(one.isVisible() for one in program.findChildren(SecretPage)))


def test_signing_out_keeps_what_is_not_sent_and_says_so(qtbot: QtBot, theme: Theme, device: Place) -> None:
    device.line.is_cut = True
    program = open_program(qtbot, theme, device)
    assert program.workshop
    place = program.workshop.place
    place.puncher.clock_in()
    qtbot.waitUntil(lambda: place.writer.is_idle)
    place.shell.sign_out_asked.emit()
    qtbot.waitUntil(lambda: any(page.isVisible() for page in program.findChildren(LeavingPage)))
    page = find(program, LeavingPage)
    assert any(text.text().startswith("1 record is only on this device") for text in page.findChildren(Text))
    assert crawl(program) == []
    press(qtbot, page, "Stay signed in")
    assert place.shell.current == "today"
    assert program.workshop is not None


def test_signing_out_can_take_a_copy_along(qtbot: QtBot, theme: Theme, device: Place, tmp_path: Path) -> None:
    device.line.is_cut = True
    program = open_program(qtbot, theme, device)
    assert program.workshop
    place = program.workshop.place
    place.puncher.clock_in()
    qtbot.waitUntil(lambda: place.writer.is_idle)
    place.shell.sign_out_asked.emit()
    qtbot.waitUntil(lambda: any(page.isVisible() for page in program.findChildren(LeavingPage)))
    page = find(program, LeavingPage)
    page.save_to(tmp_path / "copy.jsonl")
    qtbot.waitUntil(lambda: place.messenger.is_idle)
    assert page._told.text().startswith("A copy of one change is in copy.jsonl.")
    assert len((tmp_path / "copy.jsonl").read_text().splitlines()) == 1
    press(qtbot, page, "Sign out and keep it here")
    qtbot.waitUntil(lambda: any(page.isVisible() for page in program.findChildren(SignInPage)), timeout=15_000)
    assert program.workshop is None
    (email,) = find(program, SignInPage)._fields["email"].findChildren(QLineEdit)
    assert email.text() == device.session.profile.email


def start_refused(qtbot: QtBot, theme: Theme, device: Place) -> tuple[Program, RecoveryPage]:
    program = start(qtbot, theme, Opening(device.session.home, passphrase=PASSPHRASE, transport=device.line))
    qtbot.waitUntil(lambda: any(page.isVisible() for page in program.findChildren(RecoveryPage)))
    return program, find(program, RecoveryPage)


def test_a_damaged_file_is_set_aside_only_when_a_person_says_so(qtbot: QtBot, theme: Theme, device: Place) -> None:
    folder = device.session.profile.folder(device.session.home)
    (folder / "profile.db").write_bytes(b"")
    program, page = start_refused(qtbot, theme, device)
    assert crawl(program) == []
    press(qtbot, page, "Try again")
    qtbot.waitUntil(lambda: any(one.isVisible() for one in program.findChildren(RecoveryPage) if one is not page))
    assert "Go on with the older file" not in [one.text() for one in program.findChildren(Button)]
    press(qtbot, find(program, RecoveryPage), "Start afresh")
    qtbot.waitUntil(lambda: program.workshop is not None, timeout=20_000)
    assert program.workshop
    place = program.workshop.place
    qtbot.waitUntil(lambda: len(place.session.work_orders.today()) == 2, timeout=20_000)
    (aside,) = folder.parent.glob(f"{folder.name}.*")
    assert (aside / "profile.db").read_bytes() == b""


def test_an_older_file_goes_on_when_a_person_says_so(qtbot: QtBot, theme: Theme, device: Place) -> None:
    folder = device.session.profile.folder(device.session.home)
    mark = json.loads((folder / "mark.json").read_text())
    (folder / "mark.json").write_text(json.dumps({**mark, "place": mark["place"] + 5}))
    program, page = start_refused(qtbot, theme, device)
    assert crawl(program) == []
    press(qtbot, page, "Go on with the older file")
    qtbot.waitUntil(lambda: program.workshop is not None, timeout=20_000)
    assert not list(folder.parent.glob(f"{folder.name}.*"))


def test_closing_the_window_saves_what_was_asked_for(qtbot: QtBot, theme: Theme, device: Place) -> None:
    device.line.is_cut = True
    program = open_program(qtbot, theme, device)
    assert program.workshop
    program.workshop.place.puncher.clock_in()
    with qtbot.waitSignal(program.ending):
        program.close()
    program.raise_asked.emit()
    assert not program.isVisible(), "a window without its work came back"
    session = Opening(device.session.home, passphrase=PASSPHRASE, transport=device.line).look()
    assert session
    assert session.time.state().activity is Activity.WORK
    session.stop()


def test_unforeseen_trouble_is_told_and_work_goes_on(qtbot: QtBot, theme: Theme, device: Place) -> None:
    program = open_program(qtbot, theme, device)
    program.trouble_found.emit()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in program.findChildren(QWidget) if one.property("floats")))
    assert program.workshop is not None


def test_another_language_is_spoken_at_once_and_the_work_goes_on(qtbot: QtBot, theme: Theme, device: Place) -> None:
    program = open_program(qtbot, theme, device)
    for language, title in (("de", "Heute"), ("es", "Hoy"), ("en", "Today")):
        assert program.workshop
        before = program.workshop
        before.place.shell.show_screen("settings")
        before.appearance.choose("language", language)
        qtbot.waitUntil(lambda was=before: program.workshop not in (None, was))  # type: ignore[misc]  # bound to the turn
        place = program.workshop.place
        assert place.session is before.place.session
        assert place.shell.current == "settings"
        place.shell.show_screen("today")
        assert place.shell.named("today").title == title
    place.puncher.clock_in()
    qtbot.waitUntil(lambda: place.session.time.state().activity is Activity.WORK)


def test_another_language_at_the_first_moment_keeps_no_work_back(qtbot: QtBot, theme: Theme, device: Place) -> None:
    """What goes on only when the day has been read is begun again with the new window."""
    program = Program(Opening(device.session.home, passphrase=PASSPHRASE, transport=device.line), theme)
    qtbot.addWidget(program)
    program.opened.connect(lambda _workshop: program._say_anew())
    program.show()
    program.begin()
    qtbot.waitUntil(lambda: program.workshop is not None and program.workshop.place.session._line.is_started)


def test_the_system_is_not_asked_back(qtbot: QtBot, theme: Theme, device: Place) -> None:
    program = open_program(qtbot, theme, device)
    assert program.workshop
    settings = program.workshop.place.shell.page("settings")
    assert isinstance(settings, SettingsScreen)
    settings.pin._editors["pin"].setText("12")
    program.end()
    assert not program.isVisible()


def test_what_is_typed_outlives_another_language(qtbot: QtBot, theme: Theme, device: Place) -> None:
    program = open_program(qtbot, theme, device)
    assert program.workshop
    before, shell = program.workshop, program.workshop.place.shell
    leads = shell.page("leads")
    assert isinstance(leads, LeadsScreen)
    shell.show_screen("leads")
    leads.new()
    focus = program.focusWidget()
    assert isinstance(focus, QLineEdit)
    qtbot.keyClicks(focus, "Quay Lane")
    before.appearance.choose("language", "de")
    qtbot.waitUntil(lambda: program.workshop not in (None, before))
    leads = program.workshop.place.shell.page("leads")
    assert isinstance(leads, LeadsScreen)
    assert leads.inspector.form.text("name") == "Quay Lane"
    assert leads.inspector.isVisible()
    assert program.workshop.place.shell.named("leads").title == "Leads"


def test_what_cannot_be_kept_is_asked_about(qtbot: QtBot, theme: Theme, device: Place) -> None:
    program = open_program(qtbot, theme, device)
    assert program.workshop
    before = program.workshop
    settings = before.place.shell.page("settings")
    assert isinstance(settings, SettingsScreen)
    settings.pin._editors["pin"].setText("12")
    before.appearance.choose("language", "de")
    qtbot.waitUntil(lambda: bool(program.findChildren(Unfinished)))
    (asked,) = program.findChildren(Unfinished)
    qtbot.waitUntil(lambda: crawl(program) == [])  # the engine may say something new at this very moment
    asked.stay.click()
    assert program.workshop is before
    program.close()
    assert program.isVisible()
    asked = next(one for one in program.findChildren(Unfinished) if one.isVisible())
    asked.leave.click()
    assert not program.isVisible()
