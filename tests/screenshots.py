"""Draws every screen, light and dark, into a folder: `python tests/screenshots.py docs/images`.

A real client and the real server live through a morning on a clock that is wound on; the line is cut from 11:52 on.

Over 300 lines: a morning from first to last; each picture is of what came before it.
"""

import os
import random
import sys
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QStackedWidget

from client.account import SignInForm, UnsentWork, WrongPassword
from client.session import Session
from client.views import Doubt, Review, SyncItem, Why
from server_stub import demo, trade
from storage.outbox import Draft
from support.fieldwork import Field
from support.inprocess import InProcessServer
from support.studio import Stage, Studio, WoundClock, open_stage, until
from sync.errors import StorageTrouble
from sync.kinds import Kind
from sync.protocol import Op
from sync.terms import BreakKind, Status
from ui.known import Known
from ui.leaving import LeavingPage
from ui.locking import Locking
from ui.opening import Opening
from ui.page import show_part
from ui.paged import Listing
from ui.pin_card import PinCard
from ui.quick_lead import QuickLead
from ui.sign_in import SignInPage
from ui.sync_screen.aid import BundleCard
from ui.theme import Mode, Theme
from ui.work_orders.detail import WorkOrderPage
from ui.work_orders.history_card import HistoryCard
from ui.work_orders.parts_card import PartsCard
from ui.writer import Writer

DOMAIN = "northwell.example"


def found(folder: Path, clock: WoundClock) -> Field:
    server = InProcessServer(f"sqlite:///{folder / 'server.db'}", clock, random.Random(1))
    demo.furnish(server.service.database, clock)
    return Field(folder, server, "", demo.CODE, clock)


def live_through_the_morning(field: Field, clock: WoundClock) -> tuple[Session, Session]:
    mara, office = (field.session(name, demo.PASSWORD, DOMAIN) for name in ("mara", "imogen"))
    for session in (mara, office):
        session.sync.once()
    first, second = mara.work_orders.today()[:2]
    steps: list[tuple[int, int, Callable[[], object]]] = [
        (8, 2, lambda: mara.time.clock_in(first.id)),
        (8, 2, lambda: mara.work_orders.set_status(first.id, Status.IN_PROGRESS)),
        (8, 40, lambda: tick(mara, first.id, 2)),
        (9, 40, lambda: mara.work_orders.add_note(first.id, "Key at reception. Valve seized, order 22 mm.")),
        (10, 5, lambda: mara.time.take_break(BreakKind.PAID_REST)),
        (10, 20, mara.time.resume),
        (10, 45, lambda: mara.leads.create({"name": "Quay Lane 91", "phone": "020 7946 0744", "source": "On site"})),
        (11, 10, lambda: mara.time.travel(second.id)),
        (11, 10, lambda: mara.work_orders.set_status(second.id, Status.EN_ROUTE)),
        (11, 32, lambda: mara.time.switch(second.id)),
    ]
    for hour, minute, do in steps:
        clock.wind_to(hour, minute)
        do()
        for number in range(minute % 7):
            lead = office.leads.list(limit=40)[number + hour].id
            office.leads.change(lead, {"need": f"Asked again at {hour}:{minute:02}."})
        office.sync.once()
        mara.sync.once()
    return mara, office


def tick(session: Session, order_id: str, count: int) -> None:
    for line in session.work_orders.get(order_id).checklist[:count]:  # type: ignore[union-attr]  # the demo has this work order
        session.work_orders.answer(order_id, line.id, trade.answer(line.text))


def go_offline(field: Field, clock: WoundClock, mara: Session) -> None:
    clock.wind_to(11, 52)
    field.line("mara").is_cut = True
    mara.sync.once(0.5)
    clock.wind_to(11, 58)
    fields = {"name": "Orchard House", "phone": "020 7946 0018", "email": "office@orchard-house.example"}
    mara.leads.create({**fields, "address": "22 Orchard Rd", "source": "On site, WO-1042", "value": pounds(1800)})
    mara.work_orders.add_note(mara.work_orders.today()[0].id, "Ask at the desk for the plant room.")
    clock.wind_to(12, 9)


def quarrel(mara: Session, office: Session) -> None:
    """While the line is cut both change the same; and one entry is more than the server takes."""
    lead = mara.leads.list(sort="name", limit=5)[3]
    office.leads.change(lead.id, {"phone": "020 7946 0911", "follow_up_on": "2026-12-01", "stage": "quoted"})
    office.sync.once()
    mara.leads.change(lead.id, {"phone": "020 7946 0337", "follow_up_on": "2026-11-30", "address": "7 Hill Street"})
    desk = mara._desk
    bad = {"name": "Harbour Café", "phone": "020 7946 0299 " * 16}
    lead_id = desk.new_id()
    desk.file.outbox.record(Draft(Op.CREATE, Kind.LEAD, lead_id, bad))
    mara.leads.add_note(lead_id, "Rings after six.")


def pounds(amount: int) -> dict[str, Any]:
    return {"minor": amount * 100, "currency": "GBP"}


def draw_signing_in(studio: Studio) -> None:
    def refuse(_form: SignInForm, _passphrase: str | None) -> object:
        raise WrongPassword("The organisation, the e-mail address or the password is not right.", "password")

    worker = Writer("opening")
    try:
        page = SignInPage(worker, refuse, Known("https://field.northwell.example", demo.CODE, f"mara@{DOMAIN}"))
        studio.take(page, "sign-in", small=True)
        page._fields["password"].editor.setText("guess")  # type: ignore[attr-defined]  # the editor is a line edit
        page._ask()
        until(lambda: worker.is_idle)
        studio.take(page, "sign-in-error")
        page.close()
    finally:
        worker.close()


def draw_signing_out(studio: Studio) -> None:
    worker = Writer("leaving")
    try:
        page = LeavingPage(UnsentWork(3), worker, lambda _file: 3)
        studio.take(page, "sign-out-unsent")
        page.close()
    finally:
        worker.close()


def draw_nothing_yet(studio: Studio, field: Field, clock: WoundClock) -> None:
    """A new device before its first contact."""
    session = field.session("tom", demo.PASSWORD, DOMAIN)
    with open_stage(studio, session, clock.now) as stage:
        for key in ("today", "work-orders", "leads", "customers", "timesheet", "sync"):
            stage.go(key)
            stage.take(f"{key}-empty")


def draw_offline(stage: Stage) -> None:
    stage.go("today")
    stage.take("today-offline", small=True)
    stage.go("sync")
    stage.take("sync-offline", small=True)
    leads = stage.go("leads")
    saved = stage.workshop.place.session.leads.list("Orchard House")[0]
    leads.open(saved.id)
    stage.take("leads", small=True)
    others = (one for one in stage.workshop.place.session.leads.list(sort="name") if one.id != saved.id)
    known = next(one for one in others if one.phone)
    leads.inspector.form._lines["phone"].setText(known.phone)
    stage.take("leads-duplicate")
    leads.inspector.forget_typed()
    draw_panels(stage, leads, saved.id, known.id)
    leads.new()
    leads.inspector.form._lines["value"].setText("plenty")
    leads.inspector.save()
    stage.take("leads-new")
    leads.filters.search.setText("nobody at all")
    stage.take("leads-none-found")
    leads.filters.search.clear()
    draw_import(stage, leads)


def draw_panels(stage: Stage, leads: Any, kept_id: str, other_id: str) -> None:
    leads.merging.show_pair(kept_id, other_id)
    show_part(leads._beside, leads.merging)
    stage.take("leads-merge", small=True)
    leads._show_inspector()
    leads._ask_for_order()
    stage.take("leads-work-order", small=True)
    leads._show_inspector()
    leads.show_due()
    stage.take("leads-due")
    leads.filters.show_all()


def draw_import(stage: Stage, leads: Any) -> None:
    file = Path(tempfile.mkdtemp()) / "enquiries.csv"
    rows = "".join(f"Enquiry {n};0207 946 {n:04};{n % 90} Mill Lane;Web;£{n * 10}\n" for n in range(240))
    file.write_text(f"Full name;Telephone;Address;Lead source;Budget\n{rows}Nobody;;;;plenty\n", encoding="utf-8")
    show_part(leads._body, leads.import_panel)
    leads.import_panel.read(file)
    stage.take("leads-import", small=True)
    leads._body.setCurrentIndex(0)


def draw_online(stage: Stage) -> None:
    place = stage.workshop.place
    today = stage.go("today")
    stage.take("today-online")
    today._timeline._choose_last()
    stage.take("today-missed")
    today._missed.hide()
    draw_question(stage, today)
    stage.go("timesheet")
    stage.take("timesheet", small=True)
    draw_week(stage)
    sync = stage.go("sync")
    stage.take("sync")
    stage.scroll_to(sync.findChild(BundleCard))
    stage.take("sync-help")
    orders = stage.go("work-orders")
    stage.take("work-orders", small=True)
    for position, name in ((1, "board"), (2, "week")):
        orders.show_view(position)
        stage.take(f"work-orders-{name}", small=True)
    orders.show_view(0)
    orders.open(place.session.work_orders.today()[0].id)
    stage.take("work-order", small=True)
    (page,) = (one for one in place.shell.findChildren(WorkOrderPage) if one.isVisible())
    page.go(Status.COMPLETED)
    stage.take("work-order-complete")
    draw_parts(stage, page)
    place.shell.back()
    orders.new()
    stage.take("work-order-new")
    place.shell.back()
    leads = stage.go("leads")
    leads.show_view(1)
    stage.take("leads-board", small=True)
    leads.show_view(0)
    customers = stage.go("customers")
    stage.take("customers")
    customers.open(place.session.customers.list()[0].id)
    stage.take("customer")
    place.shell.back()
    place.shell.show_help()
    stage.take("help")
    place.shell.back()
    draw_palette(stage)
    news = stage.workshop.frame.news
    news.open_it()
    stage.take("notifications", small=True)
    news.close_it()
    settings = stage.go("settings")
    stage.take("settings", small=True)
    stage.scroll_to(settings.findChild(PinCard))
    stage.take("settings-pin")


def draw_question(stage: Stage, today: Any) -> None:
    """As after the lid was shut for half an hour."""
    place = stage.workshop.place
    woke = place.now() - timedelta(minutes=2)
    job = "WO-1017 Annual inspection"
    today.still_there.show_doubt(Doubt(Why.AWAY, "", job, woke - timedelta(minutes=25), woke))
    stage.scroll_to(today)
    stage.studio.take(place.shell, "today-question")
    today.still_there.show_doubt(None)


def draw_parts(stage: Stage, page: WorkOrderPage) -> None:
    parts = page.findChild(PartsCard)
    stage.scroll_to(parts)
    parts.add_button.click()
    stage.take("work-order-parts")
    parts.form.closed.emit()
    stage.scroll_to(page.findChild(HistoryCard))
    stage.take("work-order-history")


def draw_handed_in(studio: Studio, field: Field, clock: WoundClock, mara: Session) -> None:
    """A week from the worker's hands into the crew lead's."""
    mara.weeks.hand_in(mara.weeks.sheet())
    mara.sync.once()
    lead = field.session("ben", demo.PASSWORD, DOMAIN)
    lead.sync.once()
    with open_stage(studio, lead, clock.now) as stage:
        stage.go("timesheet").open(lead.weeks.waiting()[0].id)
        stage.take("timesheet-approve", small=True)


def draw_locked(stage: Stage, clock: WoundClock) -> None:
    """The last of all: the window stays behind the lock."""
    place = stage.workshop.place
    place.session.pin.choose("2468", "2468")
    pages = QStackedWidget()
    pages.addWidget(place.shell)
    locking = Locking(pages, place.session, Opening(place.session.home), place.writer, clock.now)
    locking.lock()
    stage.studio.take(pages, "locked", small=True)
    locking.end()


def draw_week(stage: Stage) -> None:
    screen, session = stage.workshop.place.shell.page("timesheet"), stage.workshop.place.session
    screen.show_view(1)
    stage.take("timesheet-grid")
    screen.show_view(0)
    screen.correct(next(entry for entry in session.timesheet.week().entries if entry.end))
    stage.take("timesheet-correct")
    screen._close_forms()


def draw_palette(stage: Stage) -> None:
    stage.go("today")
    finder = stage.workshop.frame.finder
    finder.open_it()
    stage.take("palette-empty", small=True)
    for typed in ("swit", "quay"):
        finder.search.setText(typed)
        stage.take(f"palette-{typed}")
    finder.close_it()
    (quick,) = stage.workshop.place.shell.findChildren(QuickLead)
    quick.open_it()
    quick._name.setText("Orchard House")
    quick._phone.setText("020 7946 0744")
    stage.take("quick-lead", small=True)
    quick._name.clear()
    quick._phone.clear()
    quick.close_it()


def draw_trouble(stage: Stage) -> None:
    screen = stage.go("attention")
    contested = next(item for item in screen.items if isinstance(item, Review))
    screen.show_item(contested.record_id)
    stage.take("attention-conflict", small=True)
    mend = next(item for item in screen.items if isinstance(item, SyncItem) and item.field_problems)
    screen.show_item(mend.key)
    screen.panel.start_fixing()
    stage.take("attention-fix", small=True)
    screen.panel._close_form()
    screen.panel._ask_discard()
    stage.take("attention-discard")
    screen.panel.question._take()
    stage.settle()
    screen._trash_tab.click()
    screen.trash.table.selectRow(0)
    stage.take("trash")
    screen._troubles_tab.click()
    screen.review.decide()
    stage.settle()
    stage.workshop.place.session.sync.once()
    stage.take("attention-empty")

    def fail(_offset: int = 0, _limit: int = 0) -> Any:
        raise StorageTrouble("The data file can't be read just now.")

    leads = stage.go("leads")
    leads.list.show_listing(Listing(fail, fail))
    stage.take("leads-error")


def main(folder: Path) -> None:
    QLocale.setDefault(QLocale("en_GB"))
    application = QApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    studio = Studio(folder, Theme(application))
    studio.theme.apply(Mode.LIGHT)
    draw_signing_in(studio)
    draw_signing_out(studio)
    clock = WoundClock()
    with tempfile.TemporaryDirectory() as place:
        field = found(Path(place), clock)
        try:
            draw_nothing_yet(studio, field, clock)
            mara, office = live_through_the_morning(field, clock)
            go_offline(field, clock, mara)
            with open_stage(studio, mara, clock.now) as stage:
                draw_offline(stage)
                quarrel(mara, office)
                clock.wind_to(12, 26)
                field.line("mara").is_cut = False
                mara.sync.once()
                draw_online(stage)
                draw_trouble(stage)
                draw_handed_in(studio, field, clock, mara)
                draw_locked(stage, clock)
        finally:
            field.close()
    print(f"{studio.taken} pictures in {folder}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/images"))
