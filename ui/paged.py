"""Long lists for table views: only the pages in sight are read, on the reader's thread, and few of them are kept."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from sync.errors import StreamFlowError
from sync.language import translate
from ui.widgets.table import CELL_ROLE, Cell
from ui.writer import Writer

PAGE = 100
_KEPT, _AT_ONCE = 12, 3
_UNREAD, _NOTHING = Cell("…", is_muted=True), Cell()
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Column:
    """`least` is its own, at the usual size of letters, and `share` weighs what is left beyond that; the column is left
    out where the list is narrower than `needs`, and while nothing is in it where it is narrower than `empty_needs`."""

    title: str
    cell: Callable[[Any], Cell]
    share: int = 1
    needs: int = 0
    least: int = 0
    empty_needs: int = 0


@dataclass(frozen=True)
class Listing:
    """What a list shows: how many rows there are, and `page(offset, limit)`. Items have an `id`."""

    count: Callable[[], int]
    page: Callable[[int, int], tuple[Any, ...]]


@dataclass(frozen=True)
class _Answer:
    generation: int
    count: int | None
    pages: dict[int, tuple[Any, ...]]


class PagedModel(QAbstractTableModel):
    counted = Signal(int)
    """The number of rows is known anew; told after each read, also when it is the same."""
    filled = Signal()
    """There is something in other columns than before."""
    failed = Signal(object)
    """A StreamFlowError; the rows shown before stay."""

    def __init__(self, reader: Writer, columns: tuple[Column, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = columns
        self._reader = reader
        self._listing: Listing | None = None
        self._generation = 0
        self._count = 0
        self._pages: dict[int, tuple[Any, ...]] = {}
        self._wanted: list[int] = []
        self._seen = [0]
        self._filled: frozenset[Column] = frozenset()
        self._is_reading = False
        self._is_outdated = False

    @property
    def is_settled(self) -> bool:
        return not self._is_reading

    def show(self, listing: Listing) -> None:
        """Another list; what is shown stays until its first page is there."""
        self._listing = listing
        self._wanted = self._seen = [0]
        self._outdate()

    def refetch(self) -> None:
        """The same list again, since something in it may have changed."""
        self._wanted = list(self._seen)
        self._outdate()

    def item(self, row: int) -> Any | None:
        """What stands in a row; None while it has not been read."""
        page = self._pages.get(row // PAGE, ())
        return page[row % PAGE] if row % PAGE < len(page) else None

    def row_of(self, record_id: str) -> int | None:
        """Where a record stands, as far as it has been read."""
        for number, page in self._pages.items():
            for position, item in enumerate(page):
                if item.id == record_id:
                    return number * PAGE + position
        return None

    def is_filled(self, column: Column) -> bool:
        """As far as it has been read."""
        return column in self._filled

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (CELL_ROLE, Qt.ItemDataRole.DisplayRole):
            return None
        item, page = self.item(index.row()), index.row() // PAGE
        if self._seen[-1] != page:
            self._seen = [*(other for other in self._seen if other != page), page][-_AT_ONCE:]
        if item is None:
            self._want(page)
        cell = _UNREAD if item is None else self.columns[index.column()].cell(item)
        return cell if role == CELL_ROLE else cell.plain()

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        is_title = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        if not is_title or not 0 <= section < len(self.columns):
            return None
        return translate("columns", self.columns[section].title)

    def _outdate(self) -> None:
        self._generation += 1
        self._is_outdated = True
        if not self._is_reading:
            self._read()

    def _want(self, page: int) -> None:
        if page in self._wanted:
            return
        self._wanted = [*self._wanted, page][-_AT_ONCE:]
        if not self._is_reading:
            self._read()

    def _read(self) -> None:
        """Whatever is wanted by now; pages that were scrolled past meanwhile are not read at all."""
        if self._listing is None:
            return
        self._is_reading = True
        job = partial(_answer, self._listing, self._generation, tuple(self._wanted), self._is_outdated)
        self._is_outdated = False
        self._reader.do(job, self._take, self._fail)

    def _take(self, answer: _Answer) -> None:
        self._is_reading = False
        if answer.generation == self._generation:
            self._wanted = [page for page in self._wanted if page not in answer.pages]
            before = self._pages
            if answer.count is not None:
                self._pages = {}
                self._set_count(answer.count)
            self._keep(answer.pages, before)
            self._look_what_is_filled(answer)
        if self._wanted or self._is_outdated:
            self._read()
        elif answer.count is not None:
            self.counted.emit(self._count)

    def _fail(self, trouble: StreamFlowError) -> None:
        self._is_reading = False
        self._wanted = []
        self.failed.emit(trouble)

    def _keep(self, pages: dict[int, tuple[Any, ...]], before: dict[int, tuple[Any, ...]]) -> None:
        """Rows that are as they were are not painted anew."""
        kept = {number: page for number, page in self._pages.items() if number not in pages}
        self._pages = dict([*kept.items(), *pages.items()][-_KEPT:])
        if self._count and any(before.get(number) != page for number, page in pages.items()):
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, len(self.columns) - 1))

    def _look_what_is_filled(self, answer: _Answer) -> None:
        """What was found once stays until the list is read anew: columns don't come and go while one scrolls."""
        before = self._filled
        items = [item for page in answer.pages.values() for item in page]
        asked = [column for column in self.columns if column.empty_needs]
        found = frozenset(column for column in asked if any(column.cell(item) != _NOTHING for item in items))
        self._filled = found if answer.count is not None else before | found
        if self._filled != before:
            self.filled.emit()

    def _set_count(self, count: int) -> None:
        """Rows come and go at the end, so that scrolling and selection stay where they are."""
        before = self._count
        if count > before:
            self.beginInsertRows(_NOWHERE, before, count - 1)
            self._count = count
            self.endInsertRows()
        elif count < before:
            self.beginRemoveRows(_NOWHERE, count, before - 1)
            self._count = count
            self.endRemoveRows()


def _answer(listing: Listing, generation: int, pages: tuple[int, ...], counts: bool) -> _Answer:
    """On the reader's thread."""
    read = {number: listing.page(number * PAGE, PAGE) for number in pages}
    return _Answer(generation, listing.count() if counts else None, read)
