"""Everything that a signed-in person can do, without a display: the lower half of the program's composition root.

with Session.open(home, profile, clock=SystemClock(), randomness=Random()) as session:
    session.start()
    session.time.clock_in()
"""

import contextlib
import random
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from client.accounts import Accounts
from client.attachments import AttachmentDesk
from client.bundle import Bundle
from client.conflicts import ConflictDesk
from client.consent import LocationConsent
from client.customers import CustomerDesk
from client.deleted import DeletedDesk
from client.desk import Desk
from client.doubts import Doubts
from client.drafts import DraftBook
from client.history import HistoryDesk
from client.home import Home
from client.items import Items
from client.leads import LeadDesk
from client.news import NewsDesk
from client.notes import NoteBook
from client.parts import PartBook
from client.people import People
from client.pin import PinLock
from client.profile import Profile
from client.recent import Recent
from client.report import ReportDesk
from client.rescue import Rescue
from client.saved_filters import SavedFilters
from client.searching import Search
from client.secrets import open_secrets
from client.server_clock import ServerClockFile
from client.server_line import ServerLine
from client.set_aside import SetAsideDesk
from client.settings import Settings
from client.surroundings import Surroundings, known_zone
from client.sync_desk import SyncDesk
from client.time_clock import TimeClock
from client.timesheet import TimesheetDesk
from client.views import Change, Person
from client.weeks import WeekDesk
from client.whereabouts import Whereabouts
from client.work_orders import WorkOrderDesk
from storage.profile import Profile as OpenFile
from storage.subjects import OUTBOX, TIME_ENTRY, Subject
from sync.clock import Clock
from sync.ids import id_maker
from sync.kinds import Kind
from sync.protocol import Op
from sync.records import Organisation
from sync.rules import may
from sync.status import Signal, Status

if TYPE_CHECKING:
    from sync.http import Transport

Listener = Callable[[Change], None]


class TokenBox:
    """The token as the connections ask for it, anew for each request."""

    def __init__(self, token: str) -> None:
        self._token = token

    def get(self) -> str:
        return self._token

    def put(self, token: str) -> None:
        self._token = token


# Time entries are computed from punches, and shown where those are.
_KINDS: dict[str, Kind] = {kind.value: kind for kind in Kind} | {TIME_ENTRY: Kind.PUNCH}


class Session:
    """Use `open`. All answers come from the local file; only `sync.once` and `sync.diagnose` wait for a server."""

    def __init__(self, home: Home, desk: Desk, line: ServerLine, token: TokenBox, pin: PinLock) -> None:
        self.home = home
        self.settings = Settings(home)
        self.pin = pin
        self.accounts = Accounts(home)
        self._desk = desk
        self._line = line
        self._token = token
        self._listeners: list[Listener] = []
        queries = desk.file.queries
        self.people = People(desk, queries.directory)
        items = Items(desk, self.people, queries.work_orders, queries.sync)
        notes = NoteBook(desk, self.people, queries.work_orders)
        self.leads = LeadDesk(desk, queries.leads, queries.lookalikes, self.people, notes, items)
        self.work_orders = WorkOrderDesk(
            desk, queries.work_orders, queries.attachments, self.people, notes, items
        )
        self.customers = CustomerDesk(desk, queries.customers, self.work_orders, self.leads, notes)
        self.time = TimeClock(desk, self.people, queries.timesheet, self.work_orders)
        self.weeks = WeekDesk(desk, self.people, queries.sheets, queries.timesheet)
        self.doubts = Doubts(desk, self.people, self.time, self.settings)
        self.timesheet = TimesheetDesk(desk, self.people, self.time, self.weeks)
        self.attachments = AttachmentDesk(desk, queries.attachments, self.people, self.settings, line.carriage)
        self.parts = PartBook(desk, self.people, queries.parts)
        self.reports = ReportDesk(desk, self.people, self.work_orders, self.parts, self.attachments)
        self.history = HistoryDesk(desk, self.people, queries.sync, line.history)
        self.conflicts = ConflictDesk(desk, self.people, queries.conflicts)
        self.sync = SyncDesk(desk, line, items, queries.sync, self.people, self.conflicts.kinds)
        self.rescue = Rescue(desk)
        self.bundle = Bundle(home, desk, self.people, self.sync)
        self.set_aside = SetAsideDesk(desk, self.people, queries.set_aside)
        self.deleted = DeletedDesk(desk, queries.deleted)
        self.search = Search(self.leads, self.customers, self.work_orders)
        self.news = NewsDesk(desk, self.people, queries.notifications, self.search)
        self.recent = Recent(desk.file.folder, self.search)
        self.lead_filters = SavedFilters(desk.file.folder)
        self.drafts = DraftBook(desk.file.folder)
        self.location = LocationConsent(desk.file.folder, desk.clock)
        self.whereabouts = Whereabouts(desk, queries.locations, self.location)
        self._leave = desk.file.database.changed.add(self._on_change)
        line.tell(self._on_status)
        line.carriage.tell(lambda _progress: self._tell(Change(frozenset({Kind.ATTACHMENT}))))

    @classmethod
    def open(
        cls,
        home: Home,
        profile: Profile,
        *,
        clock: Clock,
        randomness: random.Random,
        passphrase: str | None = None,
        surroundings: Surroundings | None = None,
        transport: "Transport | None" = None,
    ) -> "Session":
        """Raises `StorageTrouble` where the file can't be used, `SecretsUnavailable` without a passphrase that is
        needed. A token that is gone only means that somebody has to sign in again."""
        secrets = open_secrets(home, passphrase)
        token = TokenBox(secrets.read(profile.name_of_secret) or "")
        known_pin = secrets.read(profile.name_of_pin)
        here = surroundings or Surroundings.of_this_computer()
        new_id = id_maker(clock, randomness)
        with contextlib.ExitStack() as undo:
            file = undo.enter_context(OpenFile(profile.folder(home), clock, new_id))
            server_clock = ServerClockFile(file.folder / "server-clock.json", clock, here)
            desk = Desk(profile, file, clock, new_id, here, server_clock)
            line = ServerLine(
                profile.server_url,
                token.get,
                file.store,
                file.cargo,
                clock,
                randomness,
                transport=transport,
                boot_id=here.boot_id,
            )
            pin = PinLock(
                file.folder, profile.name_of_pin, known_pin, partial(open_secrets, home, passphrase), clock
            )
            session = cls(home, desk, line, token, pin)
            undo.pop_all()
        return session

    @property
    def profile(self) -> Profile:
        return self._desk.profile

    @property
    def folder(self) -> Path:
        """Where this person's work is kept on this computer."""
        return self._desk.file.folder

    @property
    def me(self) -> Person:
        return self.people.me()

    @property
    def organisation(self) -> Organisation:
        """The organisation's settings, or the usual ones until they have been pulled."""
        return self.people.organisation()

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which this person reads times."""
        return known_zone(self._desk.surroundings.zone) or ZoneInfo("UTC")

    def may_create(self, kind: Kind) -> bool:
        return may(self.profile.role, Op.CREATE, kind)

    def now(self) -> datetime:
        return self._desk.clock.now()

    def local(self, at: datetime) -> datetime:
        return self._desk.local(at)

    def start(self) -> None:
        """Begin to keep in step with the server, on threads of its own."""
        self._line.start()

    def stop(self) -> None:
        """End the threads and close the file; everything saved is saved."""
        self._leave()
        self.whereabouts.stop()
        self._line.stop()
        self._desk.file.close()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after each change, on the thread that made it; the answer ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def network_came_up(self) -> None:
        """The operating system says so: a hint to look at once."""
        self._line.wake(Signal.NETWORK)

    def network_went_down(self) -> None:
        """The same: a hint to see whether the server still answers."""
        self._line.wake(Signal.LOST)

    def renew(self, token: str) -> None:
        """Go on with a new token after signing in again."""
        self._token.put(token)
        self._line.wake(Signal.SIGNED_IN)

    def give_up_token(self) -> None:
        """Tell the server to forget this device. Raises `NetworkTrouble` where it can't be told."""
        self._line.sign_out()

    def __enter__(self) -> "Session":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _on_change(self, touched: frozenset[Subject]) -> None:
        if any(subject.kind == OUTBOX for subject in touched):
            self._line.wake(Signal.WORK)
        elif any(subject.kind == Kind.ATTACHMENT for subject in touched):
            self._line.carriage.wake(Signal.WORK)
        kinds = frozenset(_KINDS[one.kind] for one in touched if one.kind in _KINDS)
        subjects = frozenset((_KINDS[one.kind], one.id) for one in touched if one.kind in _KINDS and one.id)
        is_status = any(one.kind not in _KINDS for one in touched)
        self._tell(Change(kinds, subjects, is_status))

    def _on_status(self, status: Status) -> None:
        self.sync.hear(status)
        self._tell(Change(is_status=True))

    def _tell(self, change: Change) -> None:
        for listener in tuple(self._listeners):
            listener(change)
