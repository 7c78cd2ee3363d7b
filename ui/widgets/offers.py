"""The lists that open below a field: rows to be pressed with gloves, and a name for whoever hears them."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from ui import look


class _OfferDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), look.touch())


def dress_offers(view: QAbstractItemView | None, name: str) -> None:
    assert view is not None  # Qt makes one where there is none
    view.setItemDelegate(_OfferDelegate(view))
    view.setAccessibleName(name)
