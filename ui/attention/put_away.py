"""What is put away and can be brought back: the trash, what was deleted, and what a restored server lacks."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from client.session import Session
from client.views import DeletedRecord, MissingRecord, SyncItem
from sync.errors import StreamFlowError
from ui import record_words, words
from ui.rows import Row, RowsModel
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.question import Question
from ui.widgets.states import EmptyState, StateValue
from ui.widgets.table import Cell, TableView
from ui.widgets.text import Text
from ui.widgets.toast import ToastValue
from ui.workplace import Workplace

_MOST = 500
_WHOLE_ROW = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


@dataclass(frozen=True)
class PutAway:
    trash: tuple[SyncItem, ...]
    deleted: tuple[DeletedRecord, ...]
    missing: tuple[MissingRecord, ...]


def read_put_away(session: Session) -> PutAway:
    """On the reader's thread."""
    return PutAway(session.sync.trash(limit=_MOST), session.deleted.list(limit=_MOST), session.set_aside.list())


class Bin(QStackedWidget):
    """A list of which one or several can be chosen, with what can be done about them below."""

    done = Signal()

    def __init__(self, place: Workplace, name: str, titles: tuple[str, ...], about: str, nothing: StateValue) -> None:
        super().__init__()
        self._place = place
        self.model = RowsModel(titles)
        self.table = _table(name, self.model)
        self.bring_back = Button(self.tr("Bring back"), ButtonKind.PRIMARY, icon_name="undo-2")
        self.question = Question()
        self._buttons = QHBoxLayout()
        self._offered: list[Button] = []
        self._about = Text(about, wrap=True)
        self.add_button(self.bring_back, self._bring_back)
        self._lay_out(nothing)
        self.table.selectionModel().selectionChanged.connect(self._allow)
        self._allow()

    @property
    def chosen(self) -> tuple[str, ...]:
        return tuple(self.model.rows[index.row()].id for index in self.table.selectionModel().selectedRows())

    def add_button(self, button: Button, do: Callable[[tuple[str, ...]], object]) -> None:
        button.clicked.connect(lambda: do(self.chosen))
        self._buttons.addWidget(button)
        self._offered.append(button)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        chosen = self.chosen
        if self.model.set_rows(rows):
            for row_id in chosen:
                if (position := self.model.position(row_id)) is not None:
                    self.table.selectionModel().select(self.model.index(position, 0), _WHOLE_ROW)
        self.setCurrentIndex(0 if rows else 1)
        self._allow()

    def act(self, job: Callable[[], object], said: Callable[[object], str]) -> None:
        self._place.writer.do(job, partial(self._did, said), self._tell)

    def show_put_away(self, put_away: PutAway) -> None:
        """Its part of it."""
        raise NotImplementedError

    def restore(self, ids: tuple[str, ...]) -> None:
        """Bring these back, and say so."""
        raise NotImplementedError

    def _bring_back(self, ids: tuple[str, ...]) -> None:
        if ids:
            self.restore(ids)

    def _did(self, said: Callable[[object], str], outcome: object) -> None:
        self._place.shell.toast(ToastValue(said(outcome)))
        self.done.emit()

    def _tell(self, trouble: StreamFlowError) -> None:
        self._place.shell.tell_trouble(trouble)
        self.done.emit()

    def _allow(self) -> None:
        is_any = bool(self.chosen)
        for button in self._offered:
            button.setEnabled(is_any)

    def _lay_out(self, nothing: StateValue) -> None:
        card = Card(margin=14)
        card.add(self._about)
        card.add(self.table, 1)
        card.add(self.question)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addLayout(self._buttons)
        line.addStretch(1)
        card.add(line)
        self.addWidget(card)
        self.addWidget(_empty(nothing))


class TrashBin(Bin):
    """What this person has discarded or undone."""

    def __init__(self, place: Workplace) -> None:
        about = self.tr("What you discard or undo stays here for 30 days and can be brought back.")
        nothing = StateValue(self.tr("The trash is empty"), about, sign="trash-2")
        titles = (self.tr("What"), self.tr("Record"), self.tr("Why"))
        super().__init__(place, self.tr("Trash"), titles, about, nothing)

    def show_put_away(self, put_away: PutAway) -> None:
        self.show_rows(
            tuple(
                Row(item.key, (Cell(strong=item.what), Cell(item.subject), Cell(self._why(item), is_muted=True)))
                for item in put_away.trash
            )
        )

    def restore(self, ids: tuple[str, ...]) -> None:
        session = self._place.session

        def bring_back() -> None:
            for key in ids:
                session.sync.restore(key)

        self.act(bring_back, lambda _: self.tr("Brought back, saved on this device and sent again."))

    def _why(self, item: SyncItem) -> str:
        if item.settled_at is None:
            return item.reason
        local = item.settled_at.astimezone(self._place.zone)
        return f"{item.reason} {words.weekday_text(local.date())} {words.time_text(local)}"


class DeletedBin(Bin):
    """What anybody has deleted lately, of the kinds that this person may bring back."""

    def __init__(self, place: Workplace) -> None:
        about = self.tr("What you or somebody else deletes stays here for 30 days and comes back as it was.")
        nothing = StateValue(self.tr("Nothing was deleted in the last 30 days"), about, sign="undo-2")
        titles = (self.tr("Record"), self.tr("Name"), self.tr("Deleted"))
        super().__init__(place, self.tr("Deleted in the last 30 days"), titles, about, nothing)

    def show_put_away(self, put_away: PutAway) -> None:
        zone, today = self._place.zone, self._place.now().astimezone(self._place.zone).date()
        self.show_rows(
            tuple(
                Row(
                    one.id,
                    (
                        Cell(strong=one.what),
                        Cell(one.name),
                        Cell(record_words.when_text(one.deleted_at, zone, today), is_muted=True),
                    ),
                )
                for one in put_away.deleted
            )
        )

    def restore(self, ids: tuple[str, ...]) -> None:
        job = partial(self._place.session.deleted.bring_back, *ids)
        self.act(job, lambda _: self.tr("Brought back – saved on this device."))


class MissingBin(Bin):
    """What a restored server lacks and no device has brought back; for owner and office to decide."""

    def __init__(self, place: Workplace) -> None:
        about = self.tr(
            "The server was restored from a backup that lacks these, and no device has sent them again. "
            "Enter them again as they were, or let them go."
        )
        nothing = StateValue(self.tr("Nothing is set aside"), self.tr("The server has all that this device has."))
        titles = (self.tr("Record"), self.tr("Name"), self.tr("What can be done"))
        super().__init__(place, self.tr("Set aside"), titles, about, nothing)
        self.let_go = Button(self.tr("Let go…"))
        self.add_button(self.let_go, self._ask_to_let_go)
        self._allow()

    def show_put_away(self, put_away: PutAway) -> None:
        again, elsewhere = self.tr("can be entered again"), self.tr("your administrator enters it again")
        self.show_rows(
            tuple(
                Row(
                    one.id,
                    (
                        Cell(strong=one.what),
                        Cell(one.name),
                        Cell(again if one.can_be_brought_back else elsewhere, is_muted=True),
                    ),
                )
                for one in put_away.missing
            )
        )

    def restore(self, ids: tuple[str, ...]) -> None:
        job = partial(self._place.session.set_aside.bring_back, *ids)
        self.act(job, lambda _: self.tr("Entered again – saved on this device."))

    def _ask_to_let_go(self, ids: tuple[str, ...]) -> None:
        job = partial(self._place.session.set_aside.let_go, *ids)
        gone = self.tr("Let go. It stays only in the server's own backups.")
        self.question.ask(
            self.tr("Let it go? It is removed from this device and can't be brought back here."),
            self.tr("Let it go"),
            lambda _: self.act(job, lambda _: gone),
        )


def _table(name: str, model: RowsModel) -> TableView:
    made = TableView(name)
    made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    made.setModel(model)
    for column in range(2):
        made.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
    made.set_widths({2: 190})
    return made


def _empty(value: StateValue) -> QWidget:
    card = Card()
    column = QVBoxLayout()
    column.addWidget(EmptyState(value))
    card.add(column)
    return card
