"""Every place that a window has beside its screens: cards, forms, questions, menus. Each is opened, named, closed.

for walk in WALKS:
    for name in walk(desk, folder):
        look at the window; the next turn closes what was opened
"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from PIL import Image
from PySide6.QtWidgets import QWidget

from client.account import UnsentWork
from client.views import Doubt, Fetching, FetchStage, Why
from support.desk import Desk
from sync.errors import Corrupt
from sync.kinds import Kind
from sync.terms import Status
from ui.attachments.row import AttachmentRow
from ui.known import Known
from ui.leaving import LeavingPage
from ui.page import show_part
from ui.pin_card import PinCard
from ui.quick_lead import QuickLead
from ui.recovery_page import RecoveryPage, Ways
from ui.secret_page import SecretPage, SecretValue
from ui.sheet_card import SheetCard
from ui.sign_in import SignInPage
from ui.sync_screen.aid import BundleCard
from ui.widgets.menu import MenuCard
from ui.widgets.timeline import Gap
from ui.widgets.toast import ToastValue
from ui.work_orders.detail import WorkOrderPage
from ui.work_orders.new_form import NewWorkOrderPage

Places = Iterator[str]
Walk = Callable[[Desk, Path], Places]


def prepare(desk: Desk) -> None:
    """What the places need: work, people, trouble, news, and time on the clock."""
    mine = desk.mine
    mine.leads.create({"name": "Orchard House", "phone": "020 7946 0018", "address": "22 Orchard Rd"})
    mine.leads.create({"name": "Orchard Hse", "phone": "+44 20 7946 0018", "need": "A boiler"})
    mine.customers.create({"name": "Brook & Sons", "phone": "020 7946 0911"})
    mine.time.clock_in(mine.work_orders.list()[0].id)
    desk.sync()
    order = desk.office.work_orders.list()[0].id
    desk.office.work_orders.change(order, {"address": "7 Quay"})
    desk.sync()
    mine.work_orders.change(order, {"address": "9 Quay"})
    desk.office.work_orders.change(order, {"address": "8 Quay"})
    desk.office.sync.once(10)
    lead = desk.slip_past_the_rules(Kind.LEAD, {"name": "Quay Lane 91", "phone": "0" * 220})
    mine.leads.add_note(lead, "Rings after six")
    desk.sync()


def _over_all(desk: Desk, _folder: Path) -> Places:
    frame, shell = desk.window.frame, desk.window.place.shell
    desk.show("today")
    for typed in ("", "qua", "nothing at all like that"):
        frame.finder.open_it()
        frame.finder.search.setText(typed)
        desk.settle()
        yield f"palette {typed}"
    frame.finder.close_it()
    (quick,) = shell.findChildren(QuickLead)
    quick.open_it()
    quick.save()
    quick._phone.setText("020 7946 0018")
    yield "quick lead"
    quick._phone.clear()
    quick.close_it()
    frame.news.open_it()
    desk.settle()
    yield "notifications"
    frame.news.close_it()
    shell.show_help()
    yield "help"
    shell.back()
    desk.settle()
    toast = shell.toast(ToastValue("It can't be reached.", "Retry", "Why, in many words. " * 12, "triangle-alert"))
    toast._unfold()
    yield "toast"
    toast.dismiss()
    yield from _menu(desk, _named(shell, "settings, sign out"))


def _today(desk: Desk, _folder: Path) -> Places:
    page = desk.show("today")
    page.choose_job()
    yield "job picker"
    page.clock._picker.close_it()
    yield from _menu(desk, page.clock._break)
    now = desk.mine.now()
    page._timeline.gap_chosen.emit(Gap(now - timedelta(hours=2), now - timedelta(hours=1)))
    page._missed.save()
    yield "missed time"
    page._missed.hide()
    page.still_there.show_doubt(Doubt(Why.AWAY, "p", "WO-1 · Boiler service", now - timedelta(hours=2), now))
    yield "question after a sleep"
    page.still_there.show_doubt(None)
    lead = desk.mine.leads.list()[0].id
    desk.mine.leads.change(lead, {"follow_up_on": page._place.now().date()})
    desk.settle()
    assert page.follow_ups.isVisible()
    yield "follow-ups"


def _week(desk: Desk, _folder: Path) -> Places:
    desk.mine.time.clock_out()
    page = desk.show("timesheet")
    entry = desk.mine.time.week().entries[0]
    page.correct(entry)
    yield "correction"
    page._close_forms()
    page.add_missed()
    yield "missed time of a week"
    page._close_forms()
    yield from _menu(desk, page.files)
    (card,) = page.findChildren(SheetCard)
    card._hand_in.click()
    desk.settle()
    yield "week handed in"


def _orders(desk: Desk, folder: Path) -> Places:
    screen = desk.show("work-orders")
    screen.new()
    (form,) = (one for one in desk.window.place.shell.findChildren(NewWorkOrderPage) if one.isVisible())
    form.save()
    form.checklist.add_button.click()
    yield "new work order"
    desk.window.place.shell.back()
    order = desk.mine.work_orders.list()[0].id
    photo = folder / "boiler.jpg"
    Image.new("RGB", (640, 480), "teal").save(photo)
    desk.mine.attachments.attach(Kind.WORK_ORDER, order, photo)
    screen.open(order)
    desk.settle()
    (page,) = (one for one in desk.window.place.shell.findChildren(WorkOrderPage) if one.isVisible())
    yield "work order"
    yield from _menu(desk, page.head.more)
    yield from _menu(desk, page.cards.attachments.findChild(AttachmentRow)._more)
    page.cards.parts.add_button.click()
    page.go(Status.ON_HOLD)
    page.question._take()
    page.cards.history.fetch()
    desk.settle()
    yield "a part, a question, the history"
    page.cards.attachments._sign.click()
    yield "signing"
    page.cards.signing.close_it()
    desk.window.place.shell.back()


def _leads(desk: Desk, _folder: Path) -> Places:
    screen = desk.show("leads")
    lines = {line.name: line.id for line in desk.mine.leads.list()}
    screen.open(lines["Orchard House"])
    desk.settle()
    yield "lead with its like"
    screen.merging.show_pair(lines["Orchard House"], lines["Orchard Hse"])
    show_part(screen._beside, screen.merging)
    yield "merging"
    screen._show_inspector()
    screen._ask_for_order()
    yield "becoming a work order"
    screen._show_inspector()
    screen.inspector.form._lines["phone"].setText("0" * 300)
    screen.new()
    screen.inspector.form._lines["value"].setText("plenty")
    screen.inspector.save()
    yield "new lead with what is wrong, and one unsaved"
    yield from _menu(desk, screen.filters.saved)
    screen.filters.search.setText("nobody")
    desk.settle()
    yield "no such lead"
    screen.filters.search.clear()
    for one in desk.window.place.drafts.unsaved:
        one.clear()


def _import(desk: Desk, folder: Path) -> Places:
    file = folder / "enquiries.csv"
    rows = "".join(f"Enquiry {n};0207 946 {n:04};{n % 90} Mill Lane;£{n * 10}\n" for n in range(40))
    file.write_text(f"Full name;Telephone;Address;Budget\n{rows}Nobody;;;plenty\n", encoding="utf-8")
    screen = desk.show("leads")
    show_part(screen._body, screen.import_panel)
    for step in (lambda: screen.import_panel.read(folder / "nothing.csv"), lambda: screen.import_panel.read(file)):
        step()
        desk.settle()
        yield "import"
    screen.import_panel._run()
    desk.settle()
    yield "imported"
    screen._body.setCurrentIndex(0)


def _customers(desk: Desk, _folder: Path) -> Places:
    screen = desk.show("customers")
    customer = desk.mine.customers.list()[0].id
    desk.mine.customers.sites.add(customer, {"name": "Boiler house", "address": "3 Mill Park", "access": "Ring twice"})
    screen.open(customer)
    desk.settle()
    page: Any = desk.window.place.shell._detail.widget()  # type: ignore[union-attr]  # it has just been opened
    page.cards.contacts.edit(None)
    page._ask_to_remove()
    desk.settle()
    yield "customer"
    desk.window.place.shell.back()


def _device(desk: Desk, _folder: Path) -> Places:
    sync = desk.show("sync")
    sync._check.click()
    sync._fetching.show_progress(Fetching(FetchStage.WORK, 120, 340))
    sync.findChild(BundleCard).collect.click()
    desk.settle()
    yield "diagnosis"
    attention = desk.show("attention")
    for item in attention.items:
        attention.show_item(getattr(item, "record_id", "") if not hasattr(item, "key") else item.key)
        attention.panel.start_fixing()
        attention.panel._ask_discard()
        desk.settle()
        yield f"trouble {type(item).__name__}"
    attention.panel.question._take()
    desk.settle()
    for tab in (attention._trash_tab, attention._deleted_tab, attention._missing_tab):
        tab.click()
        yield f"put away, {tab.text()}"
    attention._troubles_tab.click()
    settings = desk.show("settings")
    desk.mine.pin.choose("2468", "2468")
    card = settings.findChild(PinCard)
    card._show_state()
    card._save()
    desk.settle()
    yield "PIN"


def _doors(desk: Desk, _folder: Path) -> Places:
    """The pages before and instead of the work; here as pages of it."""
    place = desk.window.place
    lock = SecretValue("Locked", "Enter your PIN.", "PIN", "Unlock", ("Forgot the PIN?", "Somebody else…"))
    known, accounts = Known(place.session.profile.server_url), desk.mine.accounts.all()
    pages: tuple[QWidget, ...] = (
        SecretPage(lock, place.messenger, lambda _secret: None),
        LeavingPage(UnsentWork(3), place.messenger, lambda _file: 3),
        RecoveryPage(Corrupt("The file is damaged."), place.messenger, Ways(lambda: None, lambda: None)),
        SignInPage(place.messenger, lambda _form, _passphrase: None, known, accounts),
    )
    for page in pages:
        place.shell.open_detail(page)
        yield type(page).__name__
    place.shell.back()


def _menu(desk: Desk, button: Any) -> Places:
    button.click()
    (menu,) = (one for one in desk.window.place.shell.findChildren(MenuCard) if one.isVisible())
    yield f"menu {menu.accessibleName()}"
    menu.close_it()
    desk.settle()


def _named(root: QWidget, part: str) -> Any:
    return next(one for one in root.findChildren(QWidget) if part in one.accessibleName() and hasattr(one, "click"))


WALKS: tuple[Walk, ...] = (_over_all, _today, _week, _orders, _leads, _import, _customers, _device, _doors)
