"""Who comes to a screen by its key finds the keys in its first list, so that the arrows move there at once."""

from PySide6.QtCore import QItemSelectionModel, QMetaObject, QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from shiboken6 import isValid

from ui.later import Later
from ui.live import Page
from ui.tabbing import stops

_PATIENCE = 3_000
"""Whoever has waited longer for a list does something else by now."""


class Arrival(QObject):
    """What is in the list may come a little later than the page; until then the keys stay where they are, and who takes
    them elsewhere keeps them there."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._page: QWidget | None = None
        self._held: QWidget | None = None
        self._heard: list[QMetaObject.Connection] = []
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._rest)

    def come_to(self, page: QWidget) -> None:
        self._rest()
        self._page, self._held = page, QApplication.focusWidget()
        self._patience.start()
        if all(part.is_done for part in page.findChildren(Later)):
            self._enter()
        else:
            Later(page, self._enter)

    def _enter(self) -> None:
        page = self._page
        if page is None or not isValid(page):
            return
        if QApplication.focusWidget() is not self._held or not page.isVisible():
            self._rest()
        elif (found := first_list(page)) is None:
            self._listen(page)
        elif not isinstance(page, Page) or page.may_enter_list:
            self._rest()
            enter(found)

    def _listen(self, page: QWidget) -> None:
        if not self._heard:
            models = [view.model() for view in lists_of(page)]
            told = [told for model in models for told in (model.rowsInserted, model.modelReset)]
            self._heard = [one.connect(self._enter_soon) for one in told]

    def _enter_soon(self) -> None:
        """When whoever has put the rows there has shown them."""
        QTimer.singleShot(0, self, self._enter)

    def _rest(self) -> None:
        for one in self._heard:
            self.disconnect(one)  # type: ignore[call-overload]  # the stub lacks this one
        self._page, self._held, self._heard = None, None, []
        self._patience.stop()


def lists_of(page: QWidget) -> list[QAbstractItemView]:
    """Not those that open from a choice."""
    return [one for one in page.findChildren(QAbstractItemView) if one.window() is page.window()]


def first_list(page: QWidget) -> QAbstractItemView | None:
    """That has something in it, in the order of reading."""
    lists = [one for one in lists_of(page) if one.isVisible() and one.model().rowCount()]
    order = stops(page) if lists else []
    return min((one for one in lists if one in order), key=order.index, default=None)


def enter(view: QAbstractItemView) -> None:
    """With the keys, at the first row where none is current. Not by `selectRow`, which heeds the keys that are held."""
    if not view.currentIndex().isValid():
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        view.selectionModel().setCurrentIndex(view.model().index(0, 0), flags)
    view.setFocus(Qt.FocusReason.TabFocusReason)
