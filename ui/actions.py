"""What can be done from anywhere in the window: by a key, and by name in the palette."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject

from client.views import Activity
from sync.kinds import Kind
from sync.terms import BreakKind
from ui import keys, look
from ui.appearance import Appearance
from ui.keys import Action
from ui.news import NewsPanel
from ui.quick_lead import QuickLead
from ui.theme import Mode
from ui.undoing import undo_last
from ui.workplace import Workplace

Do = Callable[[], object]


@runtime_checkable
class Prints(Protocol):
    """A screen that can be put on paper."""

    def print_it(self) -> None: ...


@runtime_checkable
class MakesNew(Protocol):
    """A screen on which a record is entered."""

    def new(self) -> None: ...


@dataclass(frozen=True)
class Command:
    """`hint` is its key as it is written on buttons."""

    id: str
    title: str
    icon: str
    do: Do
    hint: str = ""


class Actions(QObject):
    def __init__(self, place: Workplace, appearance: Appearance) -> None:
        super().__init__(place.shell)
        self._place, self._appearance = place, appearance
        self._quick_lead = QuickLead(place)
        self.news = NewsPanel(place)
        place.shell.quick_lead_asked.connect(self._quick_lead.open_it)

    def by_key(self) -> dict[Action, Do]:
        """What the key map's actions do in this window."""
        place = self._place
        bound: dict[Action, Do] = {
            Action.CLOCK: place.puncher.toggle_clock,
            Action.BREAK: place.puncher.toggle_break,
            Action.SWITCH_JOB: self._switch_job,
            Action.SYNC_NOW: place.session.sync.sync_now,
            Action.UNDO: partial(undo_last, place),
            Action.SETTINGS: partial(self.go, "settings"),
        }
        bound[Action.PRINT] = self._print
        if place.shell.has_screen("leads"):
            bound[Action.NEW] = self._make_new
        if place.session.may_create(Kind.LEAD):
            bound[Action.QUICK_LEAD] = self._quick_lead.open_it
        if place.shell.has_screen("attention"):
            bound[Action.NEXT_ATTENTION] = partial(self._on, "attention", "next_item")
        return bound

    def screens(self) -> tuple[Command, ...]:
        shell = self._place.shell
        named = ((key, shell.named(key)) for key in shell.keys)
        return tuple(
            Command(f"screen/{key}", screen.title, screen.icon, partial(self.go, key), shell.hint_of(key))
            for key, screen in named
        )

    def commands(self) -> tuple[Command, ...]:
        """What makes sense now and may be done by this person; each is looked at anew."""
        return (*self._of_the_clock(), *self._of_the_week(), *self._of_records(), *self._of_the_device())

    def go(self, key: str) -> None:
        if self._place.shell.has_screen(key):
            self._place.shell.show_screen(key)

    def _of_the_clock(self) -> tuple[Command, ...]:
        puncher = self._place.puncher
        state, hint = puncher.state, keys.hint
        if not state.is_on_clock:
            return (
                Command("clock", self.tr("Clock in"), "log-in", puncher.clock_in, hint(Action.CLOCK)),
                Command("job", self.tr("Clock in on a job…"), "clock", self._switch_job, hint(Action.SWITCH_JOB)),
            )
        found = [
            Command("clock", self.tr("Clock out"), "log-out", puncher.clock_out, hint(Action.CLOCK)),
            Command("job", self.tr("Switch job…"), "clock", self._switch_job, hint(Action.SWITCH_JOB)),
        ]
        if state.activity is Activity.BREAK:
            found.append(Command("break", self.tr("Back to work"), "play", puncher.resume, hint(Action.BREAK)))
        else:
            meal, rest = (partial(puncher.take_break, kind) for kind in (BreakKind.UNPAID_MEAL, BreakKind.PAID_REST))
            found.append(Command("break", self.tr("Take an unpaid meal break"), "coffee", meal, hint(Action.BREAK)))
            found.append(Command("rest", self.tr("Take a paid rest"), "coffee", rest))
        if state.activity is not Activity.TRAVEL:
            found.append(Command("travel", self.tr("Travel"), "car", puncher.travel))
        return tuple(found)

    def _of_the_week(self) -> tuple[Command, ...]:
        on = self._on
        if not self._place.shell.has_screen("timesheet"):
            return ()
        return (
            Command("missed", self.tr("Add missed time…"), "plus", partial(on, "timesheet", "add_missed")),
            Command("print", self.tr("Print…"), "download", self._print, keys.hint(Action.PRINT)),
        )

    def _of_records(self) -> tuple[Command, ...]:
        new = {
            Kind.LEAD: ("leads", self.tr("New lead"), "user-plus"),
            Kind.WORK_ORDER: ("work-orders", self.tr("New work order"), "clipboard-list"),
            Kind.CUSTOMER: ("customers", self.tr("New customer"), "building-2"),
        }
        may_create, has_screen = self._place.session.may_create, self._place.shell.has_screen
        found = []
        if may_create(Kind.LEAD):
            catch, hint = self._quick_lead.open_it, keys.hint(Action.QUICK_LEAD)
            found.append(Command("quick-lead", self.tr("Quick lead"), "user-plus", catch, hint))
        found += [
            Command(f"new/{key}", title, icon, partial(self._on, key, "new"))
            for kind, (key, title, icon) in new.items()
            if may_create(kind) and has_screen(key)
        ]
        if may_create(Kind.LEAD) and has_screen("leads"):
            bring = partial(self._on, "leads", "import_file")
            found.append(Command("import", self.tr("Import leads from a file…"), "download", bring))
        return tuple(found)

    def _of_the_device(self) -> tuple[Command, ...]:
        place = self._place
        sync_now, hint = place.session.sync.sync_now, keys.hint(Action.SYNC_NOW)
        found = [Command("sync", self.tr("Sync now"), "refresh-cw", sync_now, hint)]
        latest = place.session.sync.latest()
        if latest is not None and latest.can_undo:
            title, hint = self.tr("Undo: {change}").format(change=latest.what), keys.hint(Action.UNDO)
            found.append(Command("undo", title, "undo-2", partial(undo_last, place), hint))
        if place.bridge.status.attention and place.shell.has_screen("attention"):
            show, hint = partial(self._on, "attention", "next_item"), keys.hint(Action.NEXT_ATTENTION)
            found.append(Command("attention", self.tr("Next item that needs attention"), "triangle-alert", show, hint))
        found.append(Command("news", self.tr("Notifications"), "bell", self.news.open_it))
        if not self._appearance.is_locked("theme"):
            title = self.tr("Switch to light theme") if look.current().dark else self.tr("Switch to dark theme")
            found.append(Command("theme", title, "settings", self._switch_theme))
        show_help, hint = place.shell.show_help, keys.hint(Action.HELP)
        found.append(Command("help", self.tr("Help and keys"), "keyboard", show_help, hint))
        another = partial(place.shell.switch_asked.emit, None)
        found.append(Command("switch", self.tr("Switch account…"), "log-in", another))
        if place.session.pin.is_set:
            found.append(Command("lock", self.tr("Lock"), "lock", place.shell.lock_asked.emit))
        found.append(Command("sign-out", self.tr("Sign out…"), "log-out", place.shell.sign_out_asked.emit))
        return tuple(found)

    def _switch_theme(self) -> None:
        self._appearance.choose("theme", (Mode.LIGHT if look.current().dark else Mode.DARK).value)

    def _switch_job(self) -> None:
        self.go("today")
        self._place.shell.page("today").choose_job()  # type: ignore[attr-defined]  # Today is what the key names

    def _print(self) -> None:
        """What is shown, or the week, which is what mostly goes on paper."""
        current = self._place.shell.current
        prints = isinstance(self._place.shell.page(current), Prints)
        self._on(current if prints else "timesheet", "print_it")

    def _make_new(self) -> None:
        """On a screen that makes nothing a lead is made, since those turn up anywhere."""
        current = self._place.shell.current
        makes = isinstance(self._place.shell.page(current), MakesNew)
        self._on(current if makes else "leads", "new")

    def _on(self, key: str, what: str) -> None:
        self.go(key)
        act: Callable[[], None] = getattr(self._place.shell.page(key), what)
        act()
