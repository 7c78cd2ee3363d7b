"""Walks any shown widget and reports what a person would stumble over."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QAccessible, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QScrollArea,
    QTableView,
    QWidget,
)

from support.paint import Made, Picture, paint, place_of
from ui import tabbing
from ui.boards.board import Board

TOUCH = 44
TEXT_CONTRAST, SHAPE_CONTRAST = 4.5, 3.0
_FIELDS = (QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit)
_TARGETS = (QAbstractButton, *_FIELDS)
_INSET = 6
_ROWS, _GRID = 3, 1
"""A grid line belongs to its row."""
_SETTLING = 4
"""A layout that changes another needs another round of events."""


class Kind(StrEnum):
    CLIPPED = "clipped"
    OVERLAP = "overlap"
    CONTRAST = "pale text"
    SHAPE = "pale shape"
    NAME = "no accessible name"
    TOUCH = "too small to press"
    SIDEWAYS = "scrolls sideways"
    TAB = "not reachable by Tab"


@dataclass(frozen=True)
class Fault:
    kind: Kind
    where: str
    detail: str


_MARKS = {Made.TEXT: (Kind.CONTRAST, TEXT_CONTRAST), Made.SHAPE: (Kind.SHAPE, SHAPE_CONTRAST)}


def crawl(root: QWidget) -> list[Fault]:
    """`root` must be shown; a property `floats` marks what lies over others on purpose, `scrolls` what shows a part.

    With the list that is open above it, such as the one of a combo box.
    """
    for _ in range(_SETTLING):
        QApplication.processEvents()
    for _ in range(_SETTLING):  # what the last of them changed is laid out, and what that changed
        QApplication.sendPostedEvents()
    popup = QApplication.activePopupWidget()
    return [*_faults(root), *(_faults(popup) if popup is not None and popup is not root else ())]


def _faults(root: QWidget) -> list[Fault]:
    checks = (
        _find_clipped,
        _find_overlaps,
        _find_pale,
        find_nameless,
        _find_small_targets,
        _find_sideways,
        _find_unreachable,
    )
    return [fault for check in checks for fault in check(root)]


def _seen(root: QWidget) -> Iterator[QWidget]:
    """Visible widgets; the inside of Qt's own compound controls is theirs to answer for."""
    for widget in (root, *root.findChildren(QWidget)):
        inner = widget.objectName().startswith("qt_") or isinstance(widget.parent(), (QAbstractSpinBox, QComboBox))
        if widget.isVisible() and not inner and widget.window() is root.window():
            yield widget


def _where(widget: QWidget) -> str:
    name = widget.accessibleName() or getattr(widget, "text", lambda: "")()
    return f"{type(widget).__name__}({name!r})"


def _find_clipped(root: QWidget) -> Iterator[Fault]:
    for widget in _seen(root):
        if (isinstance(widget, QLabel) and widget.text() and _needs_more(widget)) or (
            isinstance(widget, QAbstractButton) and not _holds(widget)
        ):
            yield Fault(Kind.CLIPPED, _where(widget), f"has {widget.size().toTuple()}")
        parent = widget.parentWidget()
        is_scrolled = parent is not None and (
            isinstance(parent.parentWidget(), QAbstractScrollArea) or parent.property("scrolls")
        )
        is_child = widget is not root and not is_scrolled
        if parent is not None and is_child and not parent.rect().contains(widget.geometry()):
            yield Fault(Kind.CLIPPED, _where(widget), f"sticks out of {_where(parent)}")


def _needs_more(label: QLabel) -> bool:
    if not label.wordWrap():
        return label.sizeHint().width() > label.width() or label.sizeHint().height() > label.height() + 1
    document = QTextDocument()
    document.setDefaultFont(label.font())
    document.setDocumentMargin(0)
    if label.textFormat() is Qt.TextFormat.RichText:
        document.setHtml(label.text())
    else:
        document.setPlainText(QLabel.text(label))
    document.setTextWidth(label.contentsRect().width())
    return document.size().height() > label.height() + 1 or document.idealWidth() > label.contentsRect().width() + 1


def _holds(button: QAbstractButton) -> bool:
    needed = button.minimumSizeHint()
    return needed.width() <= button.width() and needed.height() <= button.height()


def _find_overlaps(root: QWidget) -> Iterator[Fault]:
    siblings: dict[QObject, list[QWidget]] = {}
    for widget in _seen(root):
        parent = widget.parent()
        if parent is not None and not widget.property("floats") and not widget.isWindow():
            siblings.setdefault(parent, []).append(widget)
    for group in siblings.values():
        for first, second in combinations(group, 2):
            common = first.geometry().intersected(second.geometry())
            if common.width() > 1 and common.height() > 1:
                yield Fault(Kind.OVERLAP, _where(first), f"lies over {_where(second)}")


def _find_pale(root: QWidget) -> Iterator[Fault]:
    """Our own widgets tell what they paint; of Qt's the picture is looked at."""
    picture = paint(root.window())
    for mark in picture.marks:
        kind, least = _MARKS[mark.made]
        if mark.contrast < least:
            yield Fault(kind, mark.name, f"{mark.contrast:.1f} : 1")
    for widget in _seen(root):
        if not widget.isEnabled() or _is_scrolled_away(widget) or _is_covered(widget):
            continue
        if _shows_text(widget) and (ratio := picture.contrast_in(_within(widget))) < TEXT_CONTRAST:
            yield Fault(Kind.CONTRAST, _where(widget), f"{ratio:.1f} : 1")
        if isinstance(widget, QListView) and widget.window().windowType() is Qt.WindowType.Popup:
            yield from _find_pale_rows(widget, picture)
        has_edge = isinstance(widget, _FIELDS) and not widget.property("bare")
        if has_edge and (ratio := _edge(widget, picture)) < SHAPE_CONTRAST:
            yield Fault(Kind.SHAPE, _where(widget), f"its edge, {ratio:.1f} : 1")


def _find_pale_rows(offers: QListView, picture: Picture) -> Iterator[Fault]:
    """Of a list that Qt paints."""
    model, viewport = offers.model(), offers.viewport()
    for row in range(model.rowCount()):
        place = offers.visualRect(model.index(row, 0)).intersected(viewport.rect())
        text = str(model.index(row, 0).data())
        place = QRect(viewport.mapTo(offers.window(), place.topLeft()), place.size())
        inside = place.adjusted(_INSET, _INSET, -_INSET, -_INSET)
        if text.strip() and not inside.isEmpty() and (ratio := picture.contrast_in(inside)) < TEXT_CONTRAST:
            yield Fault(Kind.CONTRAST, text, f"{ratio:.1f} : 1")


def _shows_text(widget: QWidget) -> bool:
    """By Qt's own hand."""
    if isinstance(widget, QLabel):
        return bool(widget.text().strip())
    if isinstance(widget, QLineEdit):
        return bool(widget.text().strip() or widget.placeholderText())
    if isinstance(widget, QPlainTextEdit):
        return bool(widget.toPlainText().strip() or widget.placeholderText())
    return isinstance(widget, (QComboBox, QAbstractSpinBox))


def _within(widget: QWidget) -> QRect:
    """Without a field's own edge."""
    inset = _INSET if isinstance(widget, _FIELDS) else 0
    return place_of(widget).adjusted(inset, inset, -inset, -inset)


def _edge(field: QWidget, picture: Picture) -> float:
    """From a little outside the left edge to a little inside, at half its height."""
    place = place_of(field)
    return picture.strongest(QRect(place.left() - 2, place.center().y(), 5, 1))


def _is_covered(widget: QWidget) -> bool:
    """At any of its corners, edges or in the middle, as by a toast."""
    window, place = widget.window(), place_of(widget)
    across = place.left(), place.center().x(), place.right()
    down = place.top(), place.center().y(), place.bottom()
    tops = (window.childAt(x, y) for x in across for y in down)
    return any(top is not None and top is not widget and not widget.isAncestorOf(top) for top in tops)


def _is_scrolled_away(widget: QWidget) -> bool:
    """Too little of it is in sight for a line of its text to be whole."""
    return widget.visibleRegion().boundingRect().height() < min(widget.height(), 2 * widget.fontMetrics().height())


def _focusable(root: QWidget) -> Iterator[QWidget]:
    for widget in _seen(root):
        is_frame = isinstance(widget, QScrollArea)
        if widget.isEnabled() and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and not is_frame:
            yield widget


def find_nameless(root: QWidget) -> Iterator[Fault]:
    for widget in _focusable(root):
        interface = QAccessible.queryAccessibleInterface(widget)
        is_named = interface is not None and interface.text(QAccessible.Text.Name).strip()  # type: ignore[redundant-expr]  # Qt's stub promises more than Qt
        if not is_named:
            yield Fault(Kind.NAME, type(widget).__name__, widget.objectName())


def _find_small_targets(root: QWidget) -> Iterator[Fault]:
    for widget in _seen(root):
        if isinstance(widget, _TARGETS) and min(widget.width(), widget.height()) < TOUCH:
            yield Fault(Kind.TOUCH, _where(widget), f"{widget.width()} x {widget.height()}")
        if isinstance(widget, QAbstractItemView) and (lowest := _lowest_row(widget)) < TOUCH:
            yield Fault(Kind.TOUCH, _where(widget), f"a row of {lowest}")


def _lowest_row(view: QAbstractItemView) -> int:
    """Of the first rows that can be chosen."""
    model = view.model()
    if model is None or isinstance(view, QHeaderView):
        return TOUCH
    first = [model.index(row, _first_shown(view)) for row in range(min(model.rowCount(), _ROWS))]
    chosen = (index for index in first if model.flags(index) & Qt.ItemFlag.ItemIsSelectable)
    return min((view.visualRect(index).height() + _GRID for index in chosen), default=TOUCH)


def _first_shown(view: QAbstractItemView) -> int:
    if not isinstance(view, QTableView):
        return 0
    return next((one for one in range(view.model().columnCount()) if not view.isColumnHidden(one)), 0)


def _find_sideways(root: QWidget) -> Iterator[Fault]:
    """A page that is wider than its place; only a board may be."""
    for area in root.findChildren(QScrollArea):
        inner = area.widget()
        is_seen = area.isVisible() and area.horizontalScrollBarPolicy() is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if inner is not None and is_seen and not isinstance(inner, Board) and area.horizontalScrollBar().maximum():
            yield Fault(Kind.SIDEWAYS, _where(inner), f"by {area.horizontalScrollBar().maximum()}")


def _find_unreachable(root: QWidget) -> Iterator[Fault]:
    chain = set(tabbing.stops(root))
    for widget in _seen(root):
        takes_input = isinstance(widget, _TARGETS) and widget.isEnabled()
        if takes_input and widget not in chain and not _shares_tab_stop(widget, chain):
            yield Fault(Kind.TAB, _where(widget), str(widget.focusPolicy()))


def _shares_tab_stop(widget: QWidget, chain: set[QWidget]) -> bool:
    """Of exclusive buttons only the chosen one is a stop; the arrow keys reach the others."""
    if not isinstance(widget, QAbstractButton) or not (widget.autoExclusive() or widget.group() is not None):
        return False
    return any(other in chain for other in widget.parent().findChildren(QAbstractButton))
