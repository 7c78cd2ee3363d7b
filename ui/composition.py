"""The upper half of the composition root: a session becomes a window with its screens."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import cast

from PySide6.QtWidgets import QWidget

from client.doubts import elapsed_clock
from client.session import Session
from sync.language import translate
from ui import lettering
from ui.account_menu import AccountButton
from ui.actions import Actions
from ui.appearance import Appearance
from ui.bridge import Bridge
from ui.drafts import Drafts
from ui.frame import Frame
from ui.later import Later, stop_building
from ui.live import Page
from ui.network import NetworkWatch
from ui.puncher import Puncher
from ui.shell import Screen, Shell
from ui.theme import Theme
from ui.today import TodayScreen
from ui.tray import Tray
from ui.watching import Watching
from ui.widgets.ticker import Now
from ui.workplace import Workplace
from ui.writer import Writer

_LATER = {
    "work-orders": ("ui.work_orders", "WorkOrdersScreen"),
    "leads": ("ui.leads", "LeadsScreen"),
    "timesheet": ("ui.timesheet", "TimesheetScreen"),
    "customers": ("ui.customers", "CustomersScreen"),
    "sync": ("ui.sync_screen", "SyncScreen"),
    "attention": ("ui.attention", "AttentionScreen"),
    "settings": ("ui.settings_screen", "SettingsScreen"),
}
"""Module and class, loaded behind the first screen."""


@dataclass(frozen=True)
class Workshop:
    """Everything that lives as long as one session is shown."""

    place: Workplace
    frame: Frame
    tray: Tray
    watching: Watching
    network: NetworkWatch
    appearance: Appearance

    @property
    def has_unsaved(self) -> bool:
        """Somebody is in the middle of something that is kept nowhere."""
        return any(isinstance(page, Page) and page.has_unsaved for page in self.place.shell.built)

    def load_screens(self, loaded: Callable[[None], None]) -> None:
        """Behind the first screen, which waits for none of them."""
        self.place.messenger.do(_load_screens, loaded)

    def build_screens(self, built: Callable[[], None]) -> None:
        """So that one is there already when it is asked for."""
        Later(self.place.shell, *lettering.steps(), *self.place.shell.steps_ahead(), built)

    def close(self) -> None:
        """What was asked for is finished and saved."""
        self.leave()
        self.place.session.stop()

    def leave(self) -> None:
        """Only the window ends; the work behind it goes on."""
        stop_building(self.place.shell)
        self.tray.close()
        self.watching.close()
        self.network.close()
        self.place.bridge.close()
        self.place.drafts.flush()
        for worker in (self.place.writer, self.place.messenger, self.place.reader):
            worker.close()


def furnish(session: Session, now: Now, theme: Theme, elapsed: Callable[[], float] = elapsed_clock) -> Workshop:
    bridge = Bridge(session.subscribe, session.sync.status)
    writer, messenger, reader = Writer("writer"), Writer("messenger"), Writer("reader")
    puncher = Puncher(session, bridge, writer, reader, now, elapsed)
    account = AccountButton(
        session.me,
        session.profile.organisation,
        partial(session.accounts.others, session.profile),
        lambda: session.pin.is_set,
    )
    appearance = Appearance(theme, session.settings)
    shell = Shell(_screens(session, bridge, appearance, lambda: place), now)
    drafts = Drafts(session.drafts, writer)
    place = Workplace(session, bridge, writer, messenger, reader, drafts, puncher, shell, session.zone, now)
    frame = Frame(place, account, Actions(place, appearance), appearance)
    return Workshop(place, frame, Tray(place), Watching(place, elapsed), NetworkWatch(session), appearance)


def _load_screens() -> None:
    for module, _name in _LATER.values():
        import_module(module)


def _screens(
    session: Session, bridge: Bridge, appearance: Appearance, place: Callable[[], Workplace]
) -> tuple[Screen, ...]:
    device = translate("screens", "This device")

    def later(key: str, *more: object) -> Callable[[], QWidget]:
        module, name = _LATER[key]
        return lambda: cast(Callable[..., QWidget], getattr(import_module(module), name))(place(), *more)

    def unsent() -> int:
        return bridge.status.waiting

    orders, weeks = session.work_orders.count_mine, session.weeks.waiting_count
    mine, to_approve = translate("screens", "Handed to you: {count}"), translate("screens", "To approve: {count}")
    to_send, to_decide = translate("screens", "Not sent yet: {count}"), translate("screens", "To decide: {count}")
    return (
        Screen("today", translate("screens", "Today"), "clock", lambda: TodayScreen(place()), shows_clock=False),
        Screen(
            "work-orders",
            translate("screens", "Work orders"),
            "clipboard-list",
            later("work-orders"),
            orders,
            counts=mine,
        ),
        Screen("leads", translate("screens", "Leads"), "user-plus", later("leads")),
        Screen(
            "timesheet",
            translate("screens", "Timesheet"),
            "calendar-days",
            later("timesheet"),
            weeks,
            counts=to_approve,
        ),
        Screen("customers", translate("screens", "Customers"), "building-2", later("customers")),
        Screen("sync", translate("screens", "Sync"), "refresh-cw", later("sync"), unsent, device, counts=to_send),
        Screen(
            "attention",
            translate("screens", "Needs attention"),
            "triangle-alert",
            later("attention"),
            lambda: bridge.status.attention,
            device,
            is_attention=True,
            counts=to_decide,
        ),
        Screen("settings", translate("screens", "Settings"), "settings", later("settings", appearance), section=device),
    )
