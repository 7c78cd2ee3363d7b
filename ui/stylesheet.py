"""One style sheet for Qt's stock controls, written from the palette's roles; our own widgets paint themselves."""

from PySide6.QtGui import QColor

from ui import look
from ui.look import Kind, fill, ink, px, shape, touch
from ui.palette import Role

_FIELDS = "QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox"


def stylesheet() -> str:
    return "\n".join((_fields(), _lists(), _scroll_bars(), _floating(), _buttons()))


def _fields() -> str:
    on = Role.SURFACE
    return f"""
{_FIELDS} {{ background: {_css(fill(on))}; color: {_css(ink(Role.TEXT, on))}; padding: 0 {px(11)}px;
  border: 1px solid {_css(shape(Role.OUTLINE, on))}; border-radius: 8px; min-height: {touch() - 2}px;
  placeholder-text-color: {_css(ink(Role.MUTED, on))}; selection-background-color: {_css(fill(Role.BRAND))};
  selection-color: {_css(ink(Role.ON_BRAND, Role.BRAND))}; }}
QPlainTextEdit, QTextEdit {{ padding: {px(8)}px {px(7)}px; }}
{_each(":focus")} {{ border: 2px solid {_css(shape(Role.BRAND, on))}; padding: 0 {px(10)}px; }}
QPlainTextEdit:focus, QTextEdit:focus {{ padding: {px(7)}px {px(6)}px; }}
{_each('[invalid="true"]')} {{ border: 2px solid {_css(shape(Role.BAD, on))}; }}
{_each(":disabled")} {{ background: {_css(fill(Role.RAISED))}; color: {_css(ink(Role.MUTED, Role.RAISED))}; }}
QLineEdit:read-only, QPlainTextEdit:read-only {{ background: {_css(fill(Role.RAISED))}; }}
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus {{ border: none; padding: 0 {px(18)}px; min-height: {px(54)}px;
  background: transparent; border-bottom: 1px solid {_css(fill(Role.LINE))}; border-radius: 0; font-size: {px(16)}px; }}
QComboBox::drop-down {{ border: none; width: {px(28)}px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{ background: {_css(fill(on))}; border: 1px solid {_css(fill(Role.LINE))};
  outline: none; }}
QComboBox QAbstractItemView::item {{ padding: 0 {px(10)}px; }}
"""


def _each(state: str) -> str:
    return ", ".join(name.strip() + state for name in _FIELDS.split(","))


def _lists() -> str:
    on = Role.SURFACE
    size, weight = Kind.LABEL.value
    return f"""
QTableView, QListView, QTreeView {{ background: {_css(fill(on))}; border: none; outline: none;
  gridline-color: transparent; }}
QListView[clear="true"] {{ background: transparent; }}
QHeaderView {{ background: {_css(fill(on))}; border: none; }}
QHeaderView::section {{ background: {_css(fill(on))}; color: {_css(ink(Role.MUTED, on))}; border: none;
  border-bottom: 1px solid {_css(fill(Role.LINE))}; padding: {px(8)}px {px(12)}px;
  font-size: {px(size)}px; font-weight: {int(weight)}; }}
QScrollArea {{ border: none; background: transparent; }}
"""


def _scroll_bars() -> str:
    handle = _css(shape(Role.OUTLINE, Role.SURFACE))
    return f"""
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {handle}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:disabled {{ background: transparent; }}
QScrollBar::handle:vertical {{ min-height: 36px; }}
QScrollBar::handle:horizontal {{ min-width: 36px; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
  background: none; border: none; width: 0; height: 0; }}
"""


def _floating() -> str:
    raised = Role.RAISED
    return f"""
QToolTip {{ background: {_css(fill(raised))}; color: {_css(ink(Role.TEXT, raised))};
  border: 1px solid {_css(fill(Role.LINE))}; padding: 6px 8px; }}
QMenu {{ background: {_css(fill(Role.SURFACE))}; border: 1px solid {_css(fill(Role.LINE))}; padding: 6px; }}
QMenu::item {{ min-height: {touch()}px; padding: 0 {px(16)}px; border-radius: 6px; }}
QMenu::item:selected {{ background: {_css(fill(Role.BRAND_SOFT))};
  color: {_css(ink(Role.BRAND, Role.BRAND_SOFT))}; }}
QProgressBar {{ background: {_css(fill(raised))}; border: none; border-radius: 4px; max-height: 8px; }}
QProgressBar::chunk {{ background: {_css(shape(Role.WORK, raised))}; border-radius: 4px; }}
"""


def _buttons() -> str:
    return f"QDialogButtonBox QPushButton {{ min-height: {look.touch() - 2}px; padding: 0 {px(14)}px; }}"


def _css(color: QColor) -> str:
    return color.name()
