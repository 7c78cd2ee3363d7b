"""What is being typed, on its way to the disk: no form loses it to Esc, another language, sign-out or a kill."""

from collections import UserDict
from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QLocale, QObject, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from client.drafts import DraftBook, Kept
from sync.errors import StreamFlowError
from ui import record_words
from ui.writer import Writer, is_gone

_PAUSE = 300
"""Milliseconds of typing that are written together; a kill can cost no more."""
_DATES = ("follow_up_on", "day")

T = TypeVar("T")
Editor = QLineEdit | QPlainTextEdit


class Typed(UserDict[str, str]):
    """The texts of one form by name, `rows` where it has many of something. It outlives the form."""

    def __init__(self, form: str, record: str, touched: Callable[["Typed"], None]) -> None:
        self.form, self.record = form, record
        self.rows: list[dict[str, str]] = []
        self.is_in_hand: Callable[[], bool] = lambda: False
        """Whether its form lies over the window, so that nobody need be told of it."""
        self.before: dict[str, str] = {}
        self._filled: tuple[dict[str, str], list[dict[str, str]]] = ({}, [])
        self._touched = touched
        super().__init__()

    @property
    def is_unsaved(self) -> bool:
        """Whether anything stands here that nobody but its writer has put there."""
        has_rows = any(text for row in self.rows for name, text in row.items() if name != "kind")
        is_something = bool(self.before) or any(self.data.values()) or has_rows
        return is_something and (self.data, self.rows) != self._filled

    def fill(self, texts: Mapping[str, str], rows: tuple[Mapping[str, str], ...] = ()) -> None:
        """What a form begins with, before anybody types."""
        self.data, self.before = dict(texts), {}
        self.rows[:] = [dict(row) for row in rows]
        self._filled = (dict(self.data), [dict(row) for row in self.rows])
        self.touch()

    def begin(self, texts: Mapping[str, str]) -> None:
        """As `fill`, of a record that is there: what it says now is kept as what was there before."""
        self.fill(texts)
        self.before = dict(texts)

    @property
    def changed(self) -> dict[str, str]:
        """Of a record that is there: what differs from what was there before."""
        return {name: self[name] for name, before in self.before.items() if self.get(name, before) != before}

    def change(self, name: str, text: str, before: str) -> None:
        """Of a record that is there: only what differs from what it was is being typed."""
        if text == before:
            self.drop(name)
        else:
            self.before[name] = before
            self[name] = text

    def drop(self, name: str) -> None:
        self.before.pop(name, None)
        self.pop(name, None)

    def follow(self, editors: Mapping[str, Editor]) -> None:
        """What is typed into these from now on; what was typed before stands in them again."""
        for name, editor in editors.items():
            if name in self:
                _put(editor, self[name])
            editor.textChanged.connect(partial(self._take, name, editor))

    def touch(self) -> None:
        """`rows` were changed."""
        self._touched(self)

    def clear(self) -> None:
        """Saved, or thrown away by whoever typed it."""
        self.fill({})

    def kept(self) -> Kept:
        rows = tuple(dict(row) for row in self.rows)
        return Kept(self.form, self.record, dict(self.data), rows, dict(self.before), QLocale().name())

    def take(self, kept: Kept) -> None:
        self.data, self.before = (_in_this_locale(texts, kept.locale) for texts in (kept.texts, kept.before))
        self.rows[:] = kept.rows

    def __setitem__(self, name: str, text: str) -> None:
        super().__setitem__(name, text)
        self._touched(self)

    def __delitem__(self, name: str) -> None:
        super().__delitem__(name)
        self._touched(self)

    def _take(self, name: str, editor: Editor, *_: object) -> None:
        self[name] = editor.toPlainText() if isinstance(editor, QPlainTextEdit) else editor.text()


def then_clear(typed: Typed, done: Callable[[T], None]) -> Callable[[T], None]:
    """To be called when it is saved, also where the form has ended by then. What was typed on meanwhile stays."""
    saved = typed.kept()

    def after(outcome: T) -> None:
        if typed.kept() == saved:
            typed.clear()
        if not is_gone(done):
            done(outcome)

    return after


class Drafts(QObject):
    changed = Signal()
    failed = Signal(object)
    """A StreamFlowError, once until it works again: what is typed is only in this window for now."""

    def __init__(self, book: DraftBook, writer: Writer) -> None:
        super().__init__()
        self._book, self._writer = book, writer
        self._all: dict[tuple[str, str], Typed] = {}
        self._asked = book.all()
        self._has_failed = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.flush)
        for kept in book.all():
            self.of(kept.form, kept.record).take(kept)

    def of(self, form: str, record: str = "") -> Typed:
        """The same one for as long as the window is there; `form` may name a part, as in "lead/note"."""
        if (form, record) not in self._all:
            self._all[form, record] = Typed(form, record, self._touch)
        return self._all[form, record]

    @property
    def unsaved(self) -> tuple[Typed, ...]:
        """What was typed into last comes first."""
        return tuple(one for one in reversed(self._all.values()) if one.is_unsaved)

    def flush(self) -> None:
        """Hand to the writer what stands here now."""
        self._pause.stop()
        drafts = tuple(one.kept() for one in reversed(self.unsaved))
        if drafts != self._asked or self._has_failed:
            self._asked = drafts
            self._writer.do(partial(self._book.keep, drafts), self._wrote, self._tell)
        self.changed.emit()

    def _touch(self, typed: Typed) -> None:
        key = typed.form, typed.record
        if key in self._all:
            self._all[key] = self._all.pop(key)
            if not typed.is_unsaved:
                self._pause.start(0)  # killed before it is gone, what was saved would be offered once more
            elif not self._pause.isActive():
                self._pause.start(_PAUSE)

    def _wrote(self, _nothing: None) -> None:
        self._has_failed = False

    def _tell(self, trouble: StreamFlowError) -> None:
        if not self._has_failed:
            self._has_failed = True
            self.failed.emit(trouble)


def _put(editor: Editor, text: str) -> None:
    if isinstance(editor, QPlainTextEdit):
        editor.setPlainText(text)
    else:
        editor.setText(text)


def _in_this_locale(kept: Mapping[str, str], locale: str) -> dict[str, str]:
    """A date that was typed in one language is the same day in another, where the month may come first."""
    texts = dict(kept)
    for name in _DATES:
        if locale != QLocale().name() and texts.get(name, "").strip():
            try:
                texts[name] = record_words.date_text(record_words.read_date(texts[name], QLocale(locale)))
            except ValueError:
                continue
    return texts
