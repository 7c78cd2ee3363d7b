"""What our painted buttons share: size kept, a focus ring for those who came by keyboard."""

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCursor, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_UNCHANGED = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class Pressable(QPushButton):
    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._came_by_keyboard = False
        self.is_pressing = False
        """By mouse, finger or key: what changes now is told by `clicked`, too."""
        self.pressed.connect(partial(setattr, self, "is_pressing", True))
        self.released.connect(partial(setattr, self, "is_pressing", False))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def shows_focus(self) -> bool:
        return self.hasFocus() and self._came_by_keyboard

    @property
    def is_under_pointer(self) -> bool:
        """In truth: until the pointer moves, Qt says `underMouse` of what has gone from under it or is newly made."""
        window = self.window()
        return self.underMouse() and window.childAt(window.mapFromGlobal(QCursor.pos())) is self

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as Space does; with Ctrl it is a key to save, not to press whatever has the focus."""
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if is_plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _UNCHANGED:
            self._came_by_keyboard = event.reason() in _BY_KEYBOARD
        super().focusInEvent(event)
