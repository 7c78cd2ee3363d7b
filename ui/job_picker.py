"""Which job? Type a few letters, Enter takes the first; inline, so that nothing covers the clock."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QHeaderView, QLineEdit, QVBoxLayout

from client.session import Session
from client.views import WorkOrderLine
from client.work_orders import HANDED_OUT
from ui.look import Kind
from ui.palette import Role
from ui.rows import Row, RowsModel
from ui.widgets.button import Button, ButtonKind
from ui.widgets.search_line import LONGEST
from ui.widgets.table import Cell, TableView
from ui.widgets.text import Text

_SHOWN = 5


class JobPicker(QFrame):
    picked = Signal(object)
    """views.WorkOrderLine."""
    closed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._found: tuple[WorkOrderLine, ...] = ()
        self._model = RowsModel((self.tr("Work order"), self.tr("Where")))
        self._search = QLineEdit()
        self._search.setMaxLength(LONGEST)
        self._search.setPlaceholderText(self.tr("Number, title or customer…"))
        self._search.setAccessibleName(self.tr("Find a job"))
        self._search.textChanged.connect(self._find)
        self._search.returnPressed.connect(self._take_current)
        self._search.installEventFilter(self)
        self._none = Text(self.tr("No open work order like that on this device."), ink=Role.MUTED, wrap=True)
        self._list = self._make_list()
        # The rows know clicks and keys; whoever has neither needs something to press.
        self._choose = Button(self.tr("Work on this one"))
        self._choose.clicked.connect(self._take_current)
        cancel = Button(self.tr("Cancel"), ButtonKind.LINK)
        cancel.clicked.connect(self.close_it)
        top = QHBoxLayout()
        top.addWidget(self._search, 1)
        top.addWidget(self._choose)
        top.addWidget(cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addWidget(Text(self.tr("Which job?"), Kind.LABEL, Role.MUTED))
        column.addLayout(top)
        column.addWidget(self._list)
        column.addWidget(self._none)

    def open_it(self) -> None:
        self._search.clear()
        self._find("")
        self.show()
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_it(self) -> None:
        self.hide()
        self.closed.emit()

    def event(self, event: QEvent) -> bool:
        """Esc closes this first; the window's own Esc comes after."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self.close_it()
                return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in moves:
            row = self._list.currentIndex().row() + moves[Qt.Key(event.key())]
            self._list.selectRow(min(max(row, 0), self._model.rowCount() - 1))
            return True
        return super().eventFilter(watched, event)

    def _make_list(self) -> TableView:
        made = TableView(self.tr("Jobs"))
        made.setModel(self._model)
        made.horizontalHeader().hide()
        made.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.set_widths({1: 180})
        made.opened.connect(self._take)
        made.clicked.connect(self._take)
        return made

    def _find(self, text: str) -> None:
        self._found = self._jobs(text)[:_SHOWN]
        self._model.set_rows(
            tuple(Row(line.id, (Cell(line.title, strong=line.number), Cell(line.address))) for line in self._found)
        )
        self._list.setFixedHeight(self._model.rowCount() * self._list.verticalHeader().defaultSectionSize())
        self._list.setVisible(bool(self._found))
        self._none.setVisible(not self._found)
        self._choose.setEnabled(bool(self._found))
        if self._found:
            self._list.selectRow(0)

    def _jobs(self, text: str) -> tuple[WorkOrderLine, ...]:
        """Without a word: today's first, since most likely it is one of them."""
        orders = self._session.work_orders
        listed = orders.list(text, HANDED_OUT, limit=_SHOWN)
        if text.strip():
            return listed
        today = tuple(line for line in orders.today() if line.status in HANDED_OUT)
        return today + tuple(line for line in listed if line not in today)

    def _take_current(self) -> None:
        if self._list.currentIndex().isValid():
            self._take(self._list.currentIndex())

    def _take(self, index: QModelIndex) -> None:
        self.hide()
        self.picked.emit(self._found[index.row()])
        self.closed.emit()
