"""Long lists read only what is looked at, whatever their length."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QStackedWidget
from pytestqt.qtbot import QtBot

from support.desk import Desk
from sync.errors import StorageTrouble
from ui import paged
from ui.list_view import ListView
from ui.paged import PAGE, Column, Listing, PagedModel
from ui.widgets.states import EmptyState, ErrorState, LoadingState, StateValue
from ui.widgets.table import Cell
from ui.writer import Writer


@dataclass(frozen=True)
class Item:
    id: str


@dataclass
class Rows:
    """A list of any length that remembers what was asked of it."""

    length: int
    name: str = "row"
    pages: list[int] = field(default_factory=list)
    fetched: int = 0
    counts: int = 0
    trouble: StorageTrouble | None = None

    def listing(self) -> Listing:
        return Listing(self.count, self.page)

    def count(self) -> int:
        self.counts += 1
        return self.length

    def page(self, offset: int, limit: int) -> tuple[Item, ...]:
        if self.trouble is not None:
            raise self.trouble
        self.pages.append(offset)
        rows = tuple(Item(f"{self.name} {number}") for number in range(offset, min(offset + limit, self.length)))
        self.fetched += len(rows)
        return rows


COLUMNS = (
    Column("Name", lambda item: Cell(strong=item.id), 3),
    Column("More", lambda _item: Cell("more"), 2, needs=400),
)
EMPTY = StateValue("Nothing here", "It comes by itself.", "Make one")


@pytest.fixture
def reader() -> Iterator[Writer]:
    made = Writer("reader")
    yield made
    made.close()


@pytest.fixture
def model(reader: Writer) -> PagedModel:
    return PagedModel(reader, COLUMNS)


@pytest.fixture
def view(reader: Writer, qtbot: QtBot) -> ListView:
    made = ListView("Rows", COLUMNS, reader, lambda: EMPTY)
    qtbot.addWidget(made)
    made.resize(640, 480)
    made.show()
    return made


def settle(qtbot: QtBot, model: PagedModel, reader: Writer) -> None:
    qtbot.waitUntil(lambda: model.is_settled and reader.is_idle)


def name(model: PagedModel, row: int) -> str:
    return str(model.index(row, 0).data())


def shown(view: ListView) -> object:
    found = view.findChild(QStackedWidget)
    assert found is not None
    return found.currentWidget()


def test_it_is_a_proper_model(model: PagedModel, reader: Writer, qtbot: QtBot) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for length in (250, 0, 3, 1_000, 999):
        model.show(Rows(length).listing())
        settle(qtbot, model, reader)
        assert tester.model() is model
        assert model.rowCount() == length
        for row in range(0, length, 90):
            name(model, row)
        settle(qtbot, model, reader)
    assert [name(model, row) for row in (0, 990)] == ["row 0", "row 990"]
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Name"


@pytest.mark.parametrize("length", [1_000, 100_000])
def test_looking_costs_the_same_whatever_the_length(
    length: int, model: PagedModel, reader: Writer, qtbot: QtBot
) -> None:
    rows = Rows(length)
    model.show(rows.listing())
    settle(qtbot, model, reader)
    for position in (0.0, 0.5, 0.99):
        first = int(length * position)
        for row in range(first, min(first + 15, length)):
            name(model, row)
        settle(qtbot, model, reader)
        assert name(model, first) == f"row {first}"
    assert rows.counts == 1
    assert rows.fetched <= 6 * PAGE


def test_pages_scrolled_past_are_not_read(model: PagedModel, reader: Writer, qtbot: QtBot) -> None:
    rows = Rows(100_000)
    model.show(rows.listing())
    settle(qtbot, model, reader)
    before = len(rows.pages)
    for row in range(0, 100_000, PAGE):
        name(model, row)
    settle(qtbot, model, reader)
    assert len(rows.pages) - before <= 8
    assert model.item(99_999) is not None


def test_a_refetch_reads_what_is_seen_and_keeps_the_rest_for_later(
    model: PagedModel, reader: Writer, qtbot: QtBot
) -> None:
    rows = Rows(100_000)
    model.show(rows.listing())
    settle(qtbot, model, reader)
    name(model, 70_000)
    settle(qtbot, model, reader)
    rows.pages.clear()
    rows.length += 1
    model.refetch()
    settle(qtbot, model, reader)
    assert model.rowCount() == 100_001
    assert 70_000 in rows.pages
    assert len(rows.pages) <= 3


def test_the_last_search_wins_however_fast_it_was_typed(model: PagedModel, reader: Writer, qtbot: QtBot) -> None:
    for number, text in enumerate(("b", "bo", "boi", "boil")):
        model.show(Rows(number + 1, name=text).listing())
    settle(qtbot, model, reader)
    assert model.rowCount() == 4
    assert name(model, 0) == "boil 0"


def test_empty_error_and_back(view: ListView, reader: Writer, qtbot: QtBot) -> None:
    rows = Rows(0)
    view.show_listing(rows.listing())
    settle(qtbot, view.model, reader)
    empty = shown(view)
    assert isinstance(empty, EmptyState)
    with qtbot.waitSignal(view.empty_action_asked):
        empty.action_asked.emit()
    rows.length, rows.trouble = 5, StorageTrouble("The file can't be read just now.")
    view.model.refetch()
    settle(qtbot, view.model, reader)
    error = shown(view)
    assert isinstance(error, ErrorState)
    rows.trouble = None
    error.action_asked.emit()
    settle(qtbot, view.model, reader)
    assert shown(view) is view.table
    assert not isinstance(shown(view), LoadingState)


def test_a_selection_follows_its_record_and_is_told_once(view: ListView, reader: Writer, qtbot: QtBot) -> None:
    chosen: list[str] = []
    view.chosen.connect(lambda item: chosen.append(item.id))
    view.show_listing(Rows(300).listing())
    settle(qtbot, view.model, reader)
    view.table.selectRow(3)
    view.model.refetch()
    settle(qtbot, view.model, reader)
    assert chosen == ["row 3"]
    assert view.table.currentIndex().row() == 3
    view.select("row 5")
    assert view.table.currentIndex().row() == 5
    assert chosen == ["row 3"]


def test_columns_give_way_where_it_is_narrow(view: ListView, reader: Writer, qtbot: QtBot) -> None:
    view.show_listing(Rows(3).listing())
    settle(qtbot, view.model, reader)
    assert not view.table.isColumnHidden(1)
    view.resize(320, 480)
    qtbot.waitUntil(lambda: view.table.isColumnHidden(1))


@pytest.mark.parametrize(("wide", "without"), [(360, True), (640, False)])
def test_a_column_with_nothing_in_it_gives_its_room_away_where_it_is_narrow(
    wide: int, without: bool, reader: Writer, qtbot: QtBot
) -> None:
    marked = {"row 150"}
    name_only = Column("Name", lambda item: Cell(strong=item.id))
    marks = Column("", lambda item: Cell("sent" if item.id in marked else ""), empty_needs=500)
    view = ListView("Rows", (name_only, marks), reader, lambda: EMPTY)
    qtbot.addWidget(view)
    view.resize(wide, 480)
    view.show()
    view.show_listing(Rows(300).listing())
    settle(qtbot, view.model, reader)
    assert view.table.isColumnHidden(1) is without
    for row in (150, 0):
        name(view.model, row)
        settle(qtbot, view.model, reader)
        assert not view.table.isColumnHidden(1), "what was found once stays while one scrolls"
    marked.clear()
    view.model.refetch()
    settle(qtbot, view.model, reader)
    assert view.table.isColumnHidden(1) is without


@pytest.mark.parametrize("is_built_ahead", [True, False])
def test_a_screen_s_list_is_read_once_when_it_is_first_shown(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, is_built_ahead: bool
) -> None:
    desk.settle()
    readings: list[tuple[Any, ...]] = []
    read = paged._answer

    def reads(*asked: Any) -> Any:
        readings.append(asked)
        return read(*asked)

    monkeypatch.setattr(paged, "_answer", reads)
    if is_built_ahead:
        desk.window.build_screens(lambda: None)
        desk.settle()
    told = {}
    for key in ("work-orders", "customers", "leads"):
        listed = desk.show(key).list
        desk.settle()
        told[key] = sum(asked[0] is listed.model._listing for asked in readings)
    assert told == {"work-orders": 1, "customers": 1, "leads": 1}
    desk.show("today")
    desk.mine.customers.create({"name": "Brook & Sons"})
    desk.settle()
    before = len(readings)
    desk.show("customers")
    assert len(readings) == before + 1, "what was touched meanwhile is read again"
