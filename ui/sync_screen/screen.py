"""The sync screen: the state in a sentence, four numbers, the last hours, the changes, and what can be done."""

from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from client.views import ActivityPicture, Change, Link, Mark, SyncItem, SyncStatus
from sync.errors import StreamFlowError
from sync.kinds import Kind
from ui import words
from ui.going import may_open, open_record
from ui.keys import Action
from ui.later import Later
from ui.live import LivePage
from ui.on_demand import OnDemand
from ui.page import PageTop, page_layout
from ui.palette import Role
from ui.reading import Reading
from ui.sync_screen.aid import BundleCard, RescueCard
from ui.sync_screen.changes import Changes, ChangesCard, Which, read_changes
from ui.sync_screen.checks import ChecksCard
from ui.sync_screen.fetching import FetchCard
from ui.sync_words import copied_text
from ui.undoing import undo
from ui.widgets.activity import Activity, ActivityChart, Slot, Span
from ui.widgets.badge import BadgeValue, SyncMark, Tone, sync_badge
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.columns import Columns, Strip, line_of
from ui.widgets.legend import Legend
from ui.widgets.pile import Pile
from ui.widgets.stat import StatTile, StatValue
from ui.widgets.text import Text
from ui.widgets.toast import ToastValue
from ui.workplace import Workplace

_LOOK_AGAIN = 30_000


class SyncScreen(LivePage):
    attention_asked = Signal(str)

    def __init__(self, place: Workplace) -> None:
        super().__init__(place.bridge, frozenset(Kind))
        self._place = place
        self._pause = Button("", icon_name="pause")
        self._copy = Button(self.tr("Save a copy of unsent data…"))
        self._now = Button(self.tr("Sync now"), ButtonKind.PRIMARY, key=Action.SYNC_NOW)
        often = line_of((self._pause, self._copy))
        self._top = PageTop(self.tr("Sync"), (Strip((often, self._now)),))
        self._sentence = Text("", ink=Role.TEXT, on=Role.BACKGROUND, wrap=True)
        self._facts = Text("", ink=Role.MUTED, on=Role.BACKGROUND, wrap=True)
        self._check = Button(self.tr("Check the connection"))
        self._compare = Button(self.tr("Compare with the server"))
        self._fetching = FetchCard()
        self.tiles = {mark: StatTile(StatValue(sync_badge(mark), 0)) for mark in SyncMark}
        now = place.now()
        self._chart = ActivityChart(Activity(now - timedelta(hours=12), now, place.zone, timedelta(minutes=15)))
        self._checks = ChecksCard()
        self._below = Pile(1)
        self._reading = Reading(place.reader, self._take, self._fail)
        self._lay_out()
        self._connect()
        self._show_status(place.bridge.status)

    @OnDemand
    def changes(self) -> ChangesCard:
        """A turn after what stands above it."""
        card = ChangesCard(self._place.zone)
        card.undo_asked.connect(self._undo)
        card.retry_asked.connect(self._retry)
        card.open_asked.connect(self._open)
        card.wanted.connect(lambda _which: self.refresh())
        return self._below.put(0, card)

    def refetch(self) -> None:
        self._show_status(self._place.bridge.status)
        session, which = self._place.session, Which(self.changes.which.currentIndex())

        def read() -> tuple[Changes, ActivityPicture]:
            return read_changes(session, which), session.sync.activity()

        self._reading.ask(read)

    def is_touched(self, _change: Change) -> bool:
        return True

    def _take(self, answer: tuple[Changes, ActivityPicture]) -> None:
        changes, picture = answer
        self.changes.show_changes(changes)
        self._chart.set_activity(activity_of(picture, self._place))

    def _fail(self, trouble: StreamFlowError) -> None:
        self._sentence.setText(self.tr("{trouble} Nothing was changed.").format(trouble=trouble))

    def _show_status(self, status: SyncStatus) -> None:
        self._sentence.setText(self._sentence_of(status))
        self._facts.setText(self._facts_of(status))
        self._fetching.show_progress(status.fetching)
        is_paused = status.link is Link.PAUSED
        self._pause.setText(self.tr("Resume") if is_paused else self.tr("Pause"))
        held = self.tr("nothing else is held up") if status.attention else self.tr("nothing needs you")
        saved = status.waiting - status.sending
        moving = self.tr("on the way") if status.sending else self.tr("nothing on the way")
        for mark, number, detail in (
            (SyncMark.SAVED, saved, self.tr("kept here, sent in order") if saved else self.tr("nothing waits")),
            (SyncMark.SENDING, status.sending, moving),
            (SyncMark.ATTENTION, status.attention, held),
            (SyncMark.SENT, status.sent_today, self.tr("today, confirmed by the server")),
        ):
            badge = sync_badge(mark)
            if mark is SyncMark.ATTENTION and not number:
                badge = BadgeValue(badge.word, Tone.NEUTRAL, "check", badge.outline)
            self.tiles[mark].set_value(StatValue(badge, number, detail))

    def _sentence_of(self, status: SyncStatus) -> str:
        if not status.attention:
            return status.sentence
        is_all = status.link is Link.ONLINE and not status.waiting
        said = self.tr("You are online.") if is_all else status.sentence
        if status.attention == 1:
            needs = self.tr("1 record needs you; it is kept on this device.")
            return f"{said} {needs}"
        needs = self.tr("{count} records need you; they are kept on this device.")
        return f"{said} {needs.format(count=words.number_text(status.attention))}"

    def _facts_of(self, status: SyncStatus) -> str:
        parts = []
        if status.last_contact is not None:
            time = self._moment(status.last_contact)
            parts.append(self.tr("last contact {time}").format(time=time))
        else:
            parts.append(self.tr("no contact with the server yet"))
        if status.server_offset is not None:
            apart = round(status.server_offset.total_seconds(), 1) + 0.0  # no minus before a zero
            seconds = f"{apart:+.1f}".replace("-", "−")
            parts.append(self.tr("server clock {seconds} s").format(seconds=seconds))
        is_to_come = status.next_attempt is not None and status.next_attempt > self._place.now()
        if status.next_attempt is not None and is_to_come and status.link in (Link.OFFLINE, Link.WAITING):
            parts.append(self.tr("next try {time}").format(time=self._moment(status.next_attempt)))
        parts.append(self.tr("device {name}").format(name=status.device))
        return " · ".join(parts)

    def _moment(self, instant: datetime) -> str:
        local = instant.astimezone(self._place.zone)
        is_today = local.date() == self._place.now().astimezone(self._place.zone).date()
        return f"{local:%H:%M:%S}" if is_today else f"{words.day_text(local.date())} {words.time_text(local)}"

    def _toggle_pause(self) -> None:
        sync = self._place.session.sync
        if self._place.bridge.status.link is Link.PAUSED:
            sync.resume()
        else:
            sync.pause()
        self._place.bridge.look_at_status()

    def _save_copy(self) -> None:
        title = self.tr("Save a copy of unsent data")
        name, _ = QFileDialog.getSaveFileName(self, title, str(Path.home() / "streamflow-unsent.csv"), self._forms())
        if name:
            self.export(Path(name))

    def _forms(self) -> str:
        return ";;".join((self.tr("Table (*.csv)"), self.tr("JSON lines (*.jsonl)")))

    def export(self, path: Path) -> None:
        job = partial(self._place.session.sync.export_unsent, path)
        self._place.messenger.do(job, partial(self._exported, path), self._place.shell.tell_trouble)

    def _exported(self, path: Path, count: int) -> None:
        self._place.shell.toast(ToastValue(copied_text(count, path.name)))

    def _diagnose(self) -> None:
        self._checks.wait()
        self._place.messenger.do(self._place.session.sync.diagnose, self._checks.show_checks, self._checks.say)

    def _look_whether_all_is_as_there(self) -> None:
        self._checks.wait()
        job = self._place.session.sync.compare
        self._place.messenger.do(job, lambda check: self._checks.show_checks((check,)), self._checks.say)

    def _undo(self, item: SyncItem) -> None:
        undo(self._place, item.key)

    def _retry(self, item: SyncItem) -> None:
        self._place.writer.do(partial(self._place.session.sync.retry, item.key), failed=self._place.shell.tell_trouble)

    def _open(self, item: SyncItem) -> None:
        shell = self._place.shell
        if item.mark is Mark.NEEDS_ATTENTION and shell.has_screen("attention"):
            shell.show_screen("attention")
        elif may_open(shell, item.kind):
            open_record(shell, item.kind, item.record_id)
        elif item.kind is Kind.PUNCH and shell.has_screen("timesheet"):
            shell.show_screen("timesheet")

    def _connect(self) -> None:
        self._now.clicked.connect(self._place.session.sync.sync_now)
        self._pause.clicked.connect(self._toggle_pause)
        self._copy.clicked.connect(self._save_copy)
        self._check.clicked.connect(self._diagnose)
        self._compare.clicked.connect(self._look_whether_all_is_as_there)
        self._place.bridge.status_changed.connect(self.refresh)
        again = QTimer(self)
        again.timeout.connect(self.refresh)
        again.start(_LOOK_AGAIN)

    def _lay_out(self) -> None:
        says = QVBoxLayout()
        says.setSpacing(2)
        says.addWidget(self._sentence)
        says.addWidget(self._facts)
        order = (SyncMark.SAVED, SyncMark.SENDING, SyncMark.ATTENTION, SyncMark.SENT)
        legend = Legend(
            (
                (Role.WORK, self.tr("sent")),
                (Role.TRAVEL, self.tr("received")),
                (Role.BREAK, self.tr("offline")),
            )
        )
        hours = Card(self.tr("Last 12 hours"), legend)
        hours.add(self._chart)
        checks = QHBoxLayout()
        checks.setSpacing(10)
        checks.addWidget(self._check)
        checks.addWidget(self._compare)
        checks.addStretch(1)
        page = page_layout(self)
        page.addWidget(self._top)
        page.addLayout(says)
        page.addWidget(self._fetching)
        page.addWidget(Columns(tuple(self.tiles[mark] for mark in order)))
        page.addWidget(hours)
        page.addWidget(self._below, 1)
        page.addLayout(checks)
        page.addWidget(self._checks)
        aids = Columns(())
        page.addWidget(aids)
        Later(self, lambda: self.changes, is_awaited=True)
        Later(self, lambda: aids.add(BundleCard(self._place)), lambda: aids.add(RescueCard(self._place)))


def activity_of(picture: ActivityPicture, place: Workplace) -> Activity:
    length = (picture.end - picture.start) / max(1, len(picture.beats))
    return Activity(
        picture.start,
        picture.end,
        place.zone,
        length,
        tuple(Slot(beat.start, beat.sent, beat.received) for beat in picture.beats),
        tuple(Span(start, end) for start, end in picture.offline),
    )
