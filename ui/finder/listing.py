"""The palette's list: headings that can't be chosen, and entries with the typed letters in bold."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import icon, look
from ui.finder.entries import Entry, Heading, Row
from ui.look import Kind
from ui.palette import Role
from ui.widgets import canvas

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_PAD, _ICON, _HEADING = 18, 19, 32
ROW_ROLE = Qt.ItemDataRole.UserRole + 1


class EntriesModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        found = self.rows[row] if 0 <= row < len(self.rows) else None
        return found if isinstance(found, Entry) else None

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or self.entry(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.plain() if isinstance(row, Entry) else row.title
        return None


class EntriesView(QListView):
    """The letters are typed beside it: the focus stays there, and the arrow keys come from there."""

    def __init__(self, model: EntriesModel) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("What was found"))
        self.setModel(model)
        self._entries = model
        self.setItemDelegate(_Delegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def current(self) -> Entry | None:
        return self._entries.entry(self.currentIndex().row())

    def choose(self, entry_id: str = "") -> None:
        """That entry if it is still there, else the first one."""
        entries = [(row, one) for row in range(self._entries.rowCount()) if (one := self._entries.entry(row))]
        chosen = next((row for row, one in entries if one.id == entry_id), entries[0][0] if entries else -1)
        self._show(chosen)

    def step(self, by: int) -> None:
        """To the next entry, over headings, and round at the ends."""
        entries = [row for row in range(self._entries.rowCount()) if self._entries.entry(row)]
        here = self.currentIndex().row()
        if entries:
            place = entries.index(here) if here in entries else -1 if by > 0 else 0
            self._show(entries[(place + by) % len(entries)])

    def _show(self, row: int) -> None:
        self.setCurrentIndex(self._entries.index(row))
        if row == 1:
            self.scrollToTop()


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        is_heading = isinstance(index.data(ROW_ROLE), Heading)
        return QSize(option.rect.width(), look.px(_HEADING) if is_heading else look.touch())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row, box = index.data(ROW_ROLE), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            ink = look.ink(Role.MUTED, Role.SURFACE)
            inner = box.adjusted(look.px(_PAD), look.px(6), -look.px(_PAD), 0)
            canvas.write(painter, inner, row.title, look.font(Kind.SECTION), ink)
        else:
            is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            _paint_entry(painter, box, row, Role.BRAND_SOFT if is_chosen else Role.SURFACE)
        painter.restore()


def _paint_entry(painter: QPainter, box: QRectF, entry: Entry, ground: Role) -> None:
    painter.fillRect(box, look.fill(ground))
    ink = look.ink(Role.TEXT, ground)
    side, left = look.px(_ICON), box.left() + look.px(_PAD)
    icon.paint(painter, QRectF(left, box.center().y() - side / 2, side, side), entry.icon, ink)
    text = box.adjusted(look.px(_PAD) + side + look.px(12), 0, -look.px(_PAD), 0)
    if entry.hint:
        text.setRight(_paint_hint(painter, text, entry.hint))
    text = _paint_marked(painter, text, entry, ground)
    if entry.detail:
        _paint_part(painter, text, f" · {entry.detail}", Kind.BODY, Role.MUTED, ground)


def _paint_hint(painter: QPainter, box: QRectF, hint: str) -> float:
    """The left end of the key, at the right end of the row."""
    high, wide = look.px(20), QFontMetrics(look.key_font()).horizontalAdvance(hint) + look.px(12)
    chip = QRectF(box.right() - wide, box.center().y() - high / 2, wide, high)
    canvas.rounded(painter, chip, 4, look.fill(Role.SURFACE), look.fill(Role.LINE))
    canvas.write(painter, chip, hint, look.key_font(), look.ink(Role.TEXT, Role.SURFACE), canvas.CENTER)
    return chip.left() - look.px(10)


def _paint_marked(painter: QPainter, box: QRectF, entry: Entry, ground: Role) -> QRectF:
    end = 0
    for start, stop in entry.spans:
        box = _paint_part(painter, box, entry.title[end:start], Kind.BODY, Role.TEXT, ground)
        box = _paint_part(painter, box, entry.title[start:stop], Kind.HEADING, Role.TEXT, ground)
        end = stop
    return _paint_part(painter, box, entry.title[end:], Kind.BODY, Role.TEXT, ground)


def _paint_part(painter: QPainter, box: QRectF, text: str, kind: Kind, ink: Role, ground: Role) -> QRectF:
    font = look.font(Kind.BODY)
    if kind is Kind.HEADING:
        font.setWeight(Kind.HEADING.value[1])
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, canvas.ELIDE, max(0, int(box.width()) + 1))
    canvas.write(painter, box, shown, font, look.ink(ink, ground))
    return box.adjusted(metrics.horizontalAdvance(shown), 0, 0, 0)
