"""A device that several people use: their queues never mix, and a PIN hides each from the other."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from client.account import SignInForm, sign_in
from client.profile import Profiles
from client.views import Activity
from support.crawler import crawl
from support.inprocess import PASSWORD
from support.window import PASSPHRASE, Place, found_copy, open_copy
from ui.account_menu import AccountButton, account_text
from ui.opening import Opening
from ui.program import Program
from ui.quick_lead import QuickLead
from ui.secret_page import SecretPage
from ui.sign_in import SignInPage
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.menu import MenuCard
from ui.widgets.text import Text

pytestmark = pytest.mark.usefixtures("no_keyring")

ADDRESS = "https://field.example"
_LATER = timedelta(minutes=6)


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return found_copy(tmp_path_factory.mktemp("company"), titles=("Boiler service",))


@pytest.fixture
def device(company: Path, tmp_path: Path) -> Iterator[Place]:
    """The worker's tablet, on which the crew lead has signed in as well."""
    with open_copy(company, tmp_path) as made:
        made.session.stop()
        home, worker = made.session.home, made.session.profile
        form = SignInForm(ADDRESS, "acme", "lead@acme.test", PASSWORD)
        sign_in(home, form, PASSPHRASE, transport=made.line)
        Profiles(home).turn_to(worker)
        yield made


@pytest.fixture
def program(device: Place, theme: Theme, qtbot: QtBot) -> Program:
    made = Program(Opening(device.session.home, passphrase=PASSPHRASE, transport=device.line), theme)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    made.begin()
    qtbot.waitUntil(lambda: made.workshop is not None and made.isActiveWindow())
    return made


def press(qtbot: QtBot, program: Program, text: str) -> None:
    button = next(one for one in program.findChildren(Button) if one.text() == text and one.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def who(program: Program) -> str:
    assert program.workshop
    return program.workshop.place.session.profile.email


def menu_of(program: Program) -> list[str]:
    (account,) = program.findChildren(AccountButton)
    account.list_accounts()
    return [action.text() for action in account._switches.actions()]


def choose(program: Program, entry: str) -> None:
    (account,) = program.findChildren(AccountButton)
    next(one for one in account._switches.actions() if one.text().startswith(entry)).trigger()


def test_each_has_a_queue_of_their_own(program: Program, device: Place, qtbot: QtBot) -> None:
    device.line.is_cut = True
    assert program.workshop
    place = program.workshop.place
    place.puncher.clock_in()
    qtbot.waitUntil(lambda: place.writer.is_idle)
    assert menu_of(program) == ["Lead · Acme", "Another account…"]
    choose(program, "Lead")
    qtbot.waitUntil(lambda: program.workshop is not None and who(program) == "lead@acme.test", timeout=15_000)
    assert menu_of(program) == ["Worker · Acme (1 not sent)", "Another account…"]
    session = program.workshop.place.session
    assert (session.sync.unsent(), session.time.state().activity) == (0, Activity.OFF)
    device.line.is_cut = False
    session.sync.once(10)
    assert [punch for punch in session.time.today().entries if punch.user_id == session.profile.user_id] == []
    choose(program, "Worker")
    qtbot.waitUntil(lambda: program.workshop is not None and who(program) == "worker@acme.test", timeout=15_000)
    session = program.workshop.place.session
    assert session.time.state().activity is Activity.WORK
    qtbot.waitUntil(lambda: session.sync.unsent() == 0, timeout=15_000)


def test_signing_in_offers_who_was_here_and_asks_whoever_signed_out(
    program: Program, device: Place, qtbot: QtBot
) -> None:
    assert program.workshop
    program.workshop.place.shell.sign_out_asked.emit()
    qtbot.waitUntil(lambda: any(page.isVisible() for page in program.findChildren(SignInPage)), timeout=15_000)
    assert crawl(program) == []
    press(qtbot, program, "Worker · Acme")  # their token is gone: the password is asked for
    qtbot.waitUntil(lambda: [page._text("email") for page in sign_ins(program)] == ["worker@acme.test"])
    press(qtbot, program, "Lead · Acme")
    qtbot.waitUntil(lambda: program.workshop is not None and who(program) == "lead@acme.test", timeout=15_000)


def sign_ins(program: Program) -> list[SignInPage]:
    return [page for page in program.findChildren(SignInPage) if page.isVisible()]


def lock_page(program: Program) -> SecretPage:
    return next(one for one in program.findChildren(SecretPage) if one.isVisible())


def enter(qtbot: QtBot, program: Program, secret: str, button: str) -> None:
    editor = lock_page(program).findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.setText(secret)
    press(qtbot, program, button)
    qtbot.waitUntil(lambda: program.worker.is_idle, timeout=15_000)


def test_the_lock_keeps_what_was_typed_and_lets_in_by_pin_or_password(
    program: Program, device: Place, qtbot: QtBot
) -> None:
    assert program.workshop
    assert program.locking
    place, locking = program.workshop.place, program.locking
    locking.lock()
    assert not locking.is_locked  # without a PIN there is no lock
    place.session.pin.choose("2468", "2468")
    place.puncher.clock_in()
    quick = place.shell.findChild(QuickLead)
    assert isinstance(quick, QuickLead)
    quick.open_it()
    qtbot.keyClicks(quick._name, "Orchard House")
    locking.look()
    assert not locking.is_locked
    now = locking._now
    locking._now = lambda: now() + _LATER / 2
    qtbot.keyClicks(quick._name, "x")
    locking._now = lambda: now() + _LATER
    locking.look()
    assert not locking.is_locked  # half of the time ago somebody typed
    locking._now = lambda: now() + 2 * _LATER
    locking.look()
    assert locking.is_locked
    assert not place.shell.isVisible()
    assert crawl(program) == []
    enter(qtbot, program, "1111", "Unlock")
    assert locking.is_locked
    assert "not the PIN" in lock_page(program)._field.error
    enter(qtbot, program, "2468", "Unlock")
    assert not locking.is_locked
    assert place.shell.isVisible()
    assert quick._name.text() == "Orchard Housex"
    assert place.session.time.state().activity is Activity.WORK
    locking.lock()
    press(qtbot, program, "Forgot the PIN?")
    enter(qtbot, program, "guess", "Sign in")
    assert locking.is_locked
    enter(qtbot, program, PASSWORD, "Sign in")
    assert (locking.is_locked, place.session.pin.is_set) == (False, False)


def _typed(page: SignInPage, name: str) -> str:
    (line,) = page._fields[name].findChildren(QLineEdit)
    return line.text()


def test_who_asked_for_another_account_can_go_back(program: Program, device: Place, qtbot: QtBot) -> None:
    device.line.is_cut = True
    assert program.workshop
    (account,) = program.findChildren(AccountButton)
    account.open_menu()
    (card,) = program.findChildren(MenuCard)
    assert "Lock" not in [one.text() for one in card.findChildren(Text)] + [one.text() for one in card.items]
    card.close_it()
    choose(program, "Another account")
    qtbot.waitUntil(lambda: any(page.isVisible() for page in program.findChildren(SignInPage)))
    (page,) = (one for one in program.findChildren(SignInPage) if one.isVisible())
    assert [_typed(page, name) for name in ("organisation", "email")] == ["acme", ""]
    press(qtbot, program, "Worker · Acme")
    qtbot.waitUntil(lambda: program.workshop is not None and program.workshop.place.shell.isVisible(), timeout=15_000)


def test_a_locked_device_starts_locked_and_lets_somebody_else_work(
    program: Program, device: Place, theme: Theme, qtbot: QtBot
) -> None:
    assert program.workshop
    program.workshop.place.session.pin.choose("2468", "2468")
    program.close_session()
    program.begin()
    qtbot.waitUntil(lambda: program.locking is not None and program.locking.is_locked, timeout=15_000)
    assert not program.workshop.place.shell.isVisible()
    press(qtbot, program, "Somebody else…")
    qtbot.waitUntil(lambda: any(page.isVisible() for page in program.findChildren(SignInPage)))
    labels = [account_text(one) for one in program._opening.accounts()]
    assert labels == ["Lead · Acme", "Worker · Acme"]
    press(qtbot, program, "Worker · Acme")
    qtbot.waitUntil(lambda: program.locking is not None and program.locking.is_locked, timeout=15_000)
