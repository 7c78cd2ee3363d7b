"""The lists that open below a field: rows to be pressed with gloves, and a name for whoever hears them."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui import look
from ui.stylesheet import stylesheet


class _OfferDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), look.touch())


class _Completions(QListView):
    """Qt lets it belong to no window, so it dresses itself."""

    def __init__(self) -> None:
        super().__init__()
        self._worn: look.Look | None = None
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def showEvent(self, event: QShowEvent) -> None:
        if self._worn is not look.current():
            self._worn = look.current()
            self.setStyleSheet(stylesheet())
        super().showEvent(event)


def dress_offers(view: QAbstractItemView | None, name: str) -> None:
    assert view is not None  # Qt makes one where there is none
    view.setItemDelegate(_OfferDelegate(view))
    view.setAccessibleName(name)


def dress_completions(completer: QCompleter, line: QLineEdit) -> None:
    offers = _Completions()
    completer.setPopup(offers)
    dress_offers(offers, line.accessibleName())
