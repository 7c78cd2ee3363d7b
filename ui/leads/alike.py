"""Somebody who is here already, pointed out while a lead is typed or looked at."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from client.views import Duplicate
from sync.errors import StreamFlowError
from sync.kinds import Kind
from ui.draft import Texts
from ui.going import may_open
from ui.leads.draft import NEW
from ui.widgets.banner import Banner, BannerValue
from ui.widgets.button import Button, ButtonKind
from ui.workplace import Workplace

_FIELDS = ("phone", "email", "name", "address")
_Question = tuple[str, ...]


class AlikeNote(QWidget):
    """Looks on the reader's thread, once at a time: what was typed meanwhile is the next question."""

    open_asked = Signal(object)
    """client.views.Duplicate."""
    merge_asked = Signal(object)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._wanted: _Question = ()
        self._asked: _Question = ()
        self._is_looking = False
        self.found: Duplicate | None = None
        self.banner = Banner()
        self._open = Button(self.tr("Open"), ButtonKind.LINK)
        self.merge = Button(self.tr("Merge"), ButtonKind.LINK)
        self._open.clicked.connect(lambda: self.open_asked.emit(self.found))
        self.merge.clicked.connect(lambda: self.merge_asked.emit(self.found))
        ways = QHBoxLayout()
        ways.setSpacing(8)
        ways.addWidget(self._open)
        ways.addWidget(self.merge)
        ways.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.banner)
        column.addLayout(ways)
        self.hide()

    def look(self, texts: Texts, lead_id: str) -> None:
        self._wanted = (lead_id, *(texts[name].strip() for name in _FIELDS))
        if lead_id != (self._asked[0] if self._asked else NEW):
            self._show(None)
        if not self._is_looking and self._wanted != self._asked:
            self._ask()

    def look_again(self) -> None:
        """Others may have come or gone."""
        self._asked = ()
        if self._wanted and not self._is_looking:
            self._ask()

    def _ask(self) -> None:
        self._is_looking, self._asked = True, self._wanted
        lead_id, *texts = self._wanted
        find = partial(self._place.session.leads.duplicates, *texts, besides=lead_id or None)
        self._place.reader.do(find, partial(self._take, self._asked), self._give_up)

    def _take(self, asked: _Question, found: tuple[Duplicate, ...]) -> None:
        self._is_looking = False
        if asked != self._wanted:
            self._ask()
        else:
            self._show(found[0] if found else None)

    def _give_up(self, _trouble: StreamFlowError) -> None:
        """A hint that can't be given is no reason to disturb anybody."""
        self._is_looking = False
        self._show(None)

    def _show(self, found: Duplicate | None) -> None:
        self.found = found
        self.setVisible(found is not None)
        if found is None:
            return
        self.banner.set_value(BannerValue(found.because, tail=self.tr("Checked on this device only."), sign="info"))
        self._open.setVisible(may_open(self._place.shell, found.kind))
        self._open.setAccessibleName(self.tr("Open {name}").format(name=found.name))
        self.merge.setVisible(found.kind is Kind.LEAD and self._wanted[0] != NEW)
        self.merge.setAccessibleName(self.tr("Merge with {name}").format(name=found.name))
