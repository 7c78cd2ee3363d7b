"""The sync screen's use cases: how things stand, what to do with an item, a copy of what is unsent, a diagnosis."""

import shutil
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from client.connection import link_of, pill, sentence
from client.desk import Desk, plain_fields
from client.diagnosis import Diagnosis, told
from client.fetching import fetching_of
from client.items import Items
from client.people import People
from client.picture import picture
from client.punching import Punching
from client.sentences import records
from client.server_line import ServerLine
from client.set_aside import SetAsideDesk
from client.unsent_copy import save_copy
from client.views import ActivityPicture, Check, Link, SyncStatus, Undone
from storage.queries.sync_lists import SyncLists
from sync.errors import InvalidInput, Problem
from sync.kinds import Kind
from sync.language import marked, translate
from sync.rules import field_problems
from sync.status import Checked, Signal, Status
from sync.timekeeping import day_of, day_starts

TOO_LATE = marked(
    "sync_desk", "This is with the server already, or on its way. Nothing was changed; change it there instead."
)


class SyncDesk:
    def __init__(
        self, desk: Desk, line: ServerLine, items: Items, lists: SyncLists, people: People, decidable: frozenset[Kind]
    ) -> None:
        self._desk = desk
        self._line = line
        self._items = items
        self._lists = lists
        self._people = people
        self._decidable = decidable
        self._punching = Punching(desk, people)
        self._set_aside = SetAsideDesk(desk, people, desk.file.queries.set_aside)
        self._link = Link.CONNECTING
        self._since: datetime | None = None
        self.waiting = items.waiting
        self.attention = items.attention
        self.sent = items.sent
        self.trash = items.trash
        self.latest = items.latest

    def hear(self, status: Status) -> None:
        """The engine has a new status; called on its thread."""
        link = link_of(status.phase, self._link)
        if link is not self._link:
            self._link, self._since = link, self._desk.clock.now()
        if status.server_clock is not None:
            self._desk.server_clock.hear(status.server_clock)

    def status(self) -> SyncStatus:
        now = self._desk.clock.now()
        settings = self._people.organisation()
        today = day_starts(day_of(now, settings), settings)
        counts = self._lists.counts(today, self._decidable)
        waiting = counts.saved_here + counts.sending
        status, link = self._line.status, self._link
        since = self._offline_since() if link is Link.OFFLINE else self._since
        known = self._desk.server_clock.known
        return SyncStatus(
            link=link,
            pill=pill(link, waiting, counts.sending),
            sentence=sentence(
                status,
                link,
                waiting,
                self._desk.local(since) if since else None,
                is_looking=self._line.is_started,
            ),
            waiting=waiting,
            sending=counts.sending,
            attention=counts.needs_attention,
            parked=counts.parked,
            sent_today=counts.sent_today,
            received_today=sum(minute.received for minute in self._lists.activity(today)),
            since=since,
            last_contact=status.last_contact or self._lists.last_contact(),
            next_attempt=status.until,
            server_offset=timedelta(milliseconds=known.offset_ms) if known else None,
            device=self._desk.profile.device_id[-4:].upper(),
            fetching=fetching_of(self._desk.file.store.position(), status.progress),
        )

    def activity(self, hours: float = 12, columns: int = 48) -> ActivityPicture:
        end = self._desk.clock.now()
        start = end - timedelta(hours=hours)
        return picture(self._lists.activity(start), self._lists.contacts(start), start, end, columns)

    def sync_now(self) -> None:
        self._line.wake(Signal.USER)

    def once(self, patience: float = 10.0) -> SyncStatus:
        """Send and fetch, and wait for it; not for a window's own thread."""
        self.hear(self._line.once(patience))
        return self.status()

    def check(self, patience: float = 10.0) -> Checked | None:
        """Hold what is kept here against the server; what differs is fetched again. None where it could not be done.

        Asks the server, so not for a window's own thread.
        """
        return self._line.check(patience)

    def compare(self, patience: float = 10.0) -> Check:
        """The same in words."""
        checked = self.check(patience)
        if checked is None:
            sentence = translate("sync_desk", "This could not be compared with the server just now. {sentence}").format(
                sentence=self.status().sentence
            )
            return Check("records", None, sentence)
        return Check("records", not checked.wrong, told(checked))

    def pause(self) -> None:
        self._line.wake(Signal.PAUSE)

    def resume(self) -> None:
        self._line.wake(Signal.RESUME)

    def fix(self, key: str, fields: Mapping[str, Any]) -> None:
        """Send a refused change again with these fields in place of what it had for them."""
        parked = self._items.parked(key)
        mended = {**parked.fields, **plain_fields(fields)}
        problems = field_problems(Kind(parked.kind), parked.op, mended)
        if problems:
            raise InvalidInput(*problems)
        self._desk.file.attention.fix(key, mended)

    def retry(self, key: str) -> None:
        self._desk.file.attention.retry(key)

    def discard(self, key: str) -> None:
        """To the trash, where it stays for 30 days."""
        self._desk.file.attention.discard(key)

    def restore(self, key: str) -> None:
        self._desk.file.attention.restore(key)

    def undo(self, key: str) -> Undone:
        """Take back a change that has not been sent. Raises `InvalidInput` where it is too late.

        A punch is never taken off the record: it stays there, and a further one says that it does not count.
        """
        item = self._items.queued(key)
        if item is None:
            raise InvalidInput(Problem("", "gone", translate("sync_desk", TOO_LATE)))
        if item.kind is Kind.PUNCH:
            return Undone(item.what, self._punching.undo(item.record_id).sentence)
        alone = translate("sync_desk", "{what}: undone, and kept in the trash for 30 days.")
        along = translate(
            "sync_desk", "{what}: undone with all that belongs to it, and kept in the trash for 30 days."
        )
        form = alone if self._desk.file.attention.undo(key) == 1 else along
        return Undone(item.what, form.format(what=item.what), key)

    def undo_last(self) -> Undone:
        """Take back what was recorded last, while it has not been sent. Raises `InvalidInput` where it has."""
        item = self._items.latest()
        if item is None or not item.can_undo:
            raise InvalidInput(Problem("", "gone", translate("sync_desk", TOO_LATE)))
        return self.undo(item.key)

    def unsent(self) -> int:
        """How many records are not, or not wholly, with the server."""
        status = self.status()
        return status.waiting + status.parked

    def export_unsent(self, path: Path) -> int:
        """A copy of every change that the server has not accepted: a table (`….csv`), or a line of JSON each."""
        return save_copy(self._desk, path)

    def diagnose(self) -> tuple[Check, ...]:
        """Look at everything that sending needs; asks the server, so not for a window's own thread."""
        free = shutil.disk_usage(self._desk.file.folder).free
        diagnosis = Diagnosis(self._line.look, self._desk.clock, free, self._line.status.checked)
        return (*diagnosis.run(self.status()), *self._missing())

    def _missing(self) -> tuple[Check, ...]:
        """What a restored server lacks, where there is anything and it is this person's to decide."""
        count = len(self._set_aside.list())
        if not count:
            return ()
        form = translate(
            "sync_desk", "{records} on this device, but not on the restored server: see Set aside in Needs attention."
        )
        sentence = form.format(records=records(count))
        return (Check("missing", False, sentence),)

    def _offline_since(self) -> datetime | None:
        """When the server was last seen to go away, which may have been before this program was started."""
        contacts = self._lists.contacts(self._desk.clock.now())
        return contacts[-1].at if contacts and not contacts[-1].is_online else self._since
