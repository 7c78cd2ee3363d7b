"""Walks any shown widget and reports what a person would stumble over."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

TOUCH = 44
TEXT_CONTRAST = 4.5
_TARGETS = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit)
_DENSITY = 4
_SETTLING = 4
"""A layout that changes another needs another round of events."""


class Kind(StrEnum):
    CLIPPED = "clipped"
    OVERLAP = "overlap"
    CONTRAST = "contrast"
    NAME = "no accessible name"
    TOUCH = "too small to press"
    TAB = "not reachable by Tab"


@dataclass(frozen=True)
class Fault:
    kind: Kind
    where: str
    detail: str


def crawl(root: QWidget) -> list[Fault]:
    """`root` must be shown; a property `floats` marks what lies over others on purpose."""
    for _ in range(_SETTLING):
        QApplication.processEvents()
    checks = (_find_clipped, _find_overlaps, _find_pale_text, _find_nameless, _find_small_targets, _find_unreachable)
    return [fault for check in checks for fault in check(root)]


def contrast(first: QColor, second: QColor) -> float:
    """As WCAG 2 computes it."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: QColor) -> float:
    channels = (color.redF(), color.greenF(), color.blueF())
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _seen(root: QWidget) -> Iterator[QWidget]:
    """Visible widgets; the inside of Qt's own compound controls is theirs to answer for."""
    for widget in (root, *root.findChildren(QWidget)):
        inner = widget.objectName().startswith("qt_") or isinstance(widget.parent(), (QAbstractSpinBox, QComboBox))
        if widget.isVisible() and not inner:
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
        is_scrolled = parent is not None and isinstance(parent.parentWidget(), QAbstractScrollArea)
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
        document.setPlainText(label.text())
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


def _find_pale_text(root: QWidget) -> Iterator[Fault]:
    picture = _picture(root.window())
    for widget in _seen(root):
        text = widget.text() if isinstance(widget, (QLabel, QAbstractButton)) else ""
        if len(text.strip()) < 2 or not widget.isEnabled() or _is_scrolled_away(widget):
            continue
        ratio = _drawn_contrast(widget, picture)
        if ratio < TEXT_CONTRAST:
            yield Fault(Kind.CONTRAST, _where(widget), f"{ratio:.1f} : 1")


def _is_scrolled_away(widget: QWidget) -> bool:
    """Too little of it is in sight for a line of its text to be whole."""
    return widget.visibleRegion().boundingRect().height() < min(widget.height(), 2 * widget.fontMetrics().height())


def _drawn_contrast(widget: QWidget, picture: QImage) -> float:
    """Of the colour most seen (the ground) and that furthest from it (the text), drawn large enough to be solid."""
    counts = _colors(picture, _place(widget))
    ground = QColor.fromRgb(max(counts, key=lambda color: counts[color]))
    return max(contrast(ground, QColor.fromRgb(color)) for color in counts)


def _picture(window: QWidget) -> QImage:
    """The window is drawn, not each widget by itself, since the ground is often a parent's."""
    image = QImage(window.size() * _DENSITY, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_DENSITY)
    image.fill(window.palette().window().color())
    window.render(image)
    return image


def _place(widget: QWidget) -> QRect:
    """Where what is in sight of it lies in the picture."""
    seen = widget.visibleRegion().boundingRect().translated(widget.mapTo(widget.window(), QPoint(0, 0)))
    return QRect(seen.topLeft() * _DENSITY, seen.size() * _DENSITY)


def _colors(picture: QImage, place: QRect) -> Counter[int]:
    """Of every few pixels: at this density no stroke falls between them."""
    cut = picture.copy(place)
    return Counter(memoryview(cut.constBits()).cast("I")[:: _DENSITY + 1])


def _focusable(root: QWidget) -> Iterator[QWidget]:
    for widget in _seen(root):
        is_frame = isinstance(widget, QScrollArea)
        if widget.isEnabled() and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and not is_frame:
            yield widget


def _find_nameless(root: QWidget) -> Iterator[Fault]:
    for widget in _focusable(root):
        interface = QAccessible.queryAccessibleInterface(widget)
        is_named = interface is not None and interface.text(QAccessible.Text.Name).strip()  # type: ignore[redundant-expr]  # Qt's stub promises more than Qt
        if not is_named:
            yield Fault(Kind.NAME, type(widget).__name__, widget.objectName())


def _find_small_targets(root: QWidget) -> Iterator[Fault]:
    for widget in _seen(root):
        if isinstance(widget, _TARGETS) and min(widget.width(), widget.height()) < TOUCH:
            yield Fault(Kind.TOUCH, _where(widget), f"{widget.width()} x {widget.height()}")


def _find_unreachable(root: QWidget) -> Iterator[Fault]:
    chain = set(_tab_chain(root))
    for widget in _seen(root):
        takes_input = isinstance(widget, _TARGETS) and widget.isEnabled()
        if takes_input and widget not in chain and not _shares_tab_stop(widget, chain):
            yield Fault(Kind.TAB, _where(widget), str(widget.focusPolicy()))


def _tab_chain(root: QWidget) -> Iterator[QWidget]:
    widget: QWidget | None = root
    while widget is not None:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus.value:
            yield widget
        widget = widget.nextInFocusChain()
        if widget is root:
            return


def _shares_tab_stop(widget: QWidget, chain: set[QWidget]) -> bool:
    """Of exclusive buttons only the chosen one is a stop; the arrow keys reach the others."""
    if not isinstance(widget, QAbstractButton) or not (widget.autoExclusive() or widget.group() is not None):
        return False
    return any(other in chain for other in widget.parent().findChildren(QAbstractButton))
