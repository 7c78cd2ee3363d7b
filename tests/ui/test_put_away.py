"""What is put away has its place in the window: deleted records, and what a restored server lacks."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from server_stub import epochs
from support.crawler import crawl
from support.window import Place, click_row, found_copy, open_copy, open_window, settle
from ui.attention import AttentionScreen
from ui.composition import Workshop
from ui.theme import Theme


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return found_copy(tmp_path_factory.mktemp("company"), ())


@pytest.fixture
def office(company: Path, tmp_path: Path) -> Iterator[Place]:
    with open_copy(company, tmp_path, "office") as place:
        yield place


def open_screen(window: Workshop, qtbot: QtBot) -> AttentionScreen:
    window.place.shell.show_screen("attention")
    settle(window, qtbot)
    screen: Any = window.place.shell.page("attention")
    assert isinstance(screen, AttentionScreen)
    return screen


def test_deleted_records_are_listed_and_come_back(office: Place, theme: Theme, qtbot: QtBot) -> None:
    session = office.session
    leads = [session.leads.create({"name": f"Harbour {place}"}) for place in range(3)]
    session.sync.once(10)
    for lead in leads:
        session.leads.remove(lead)
    session.sync.once(10)
    with open_window(session, theme, qtbot) as window:
        screen = open_screen(window, qtbot)
        assert not screen._missing_tab.isVisible()
        screen._deleted_tab.click()
        settle(window, qtbot)
        assert screen.deleted.isVisible()
        assert not screen.deleted.bring_back.isEnabled()
        assert crawl(window.place.shell) == []
        screen.deleted.table.selectAll()
        assert len(screen.deleted.chosen) == 3
        screen.deleted.bring_back.click()
        settle(window, qtbot)
        assert screen.deleted.model.rows == ()
        assert crawl(window.place.shell) == []
        assert session.leads.count() == 3


def lose_on_server(office: Place, *ids: str) -> None:
    database = office.server.service.database
    with database.write() as connection:
        for record_id in ids:
            connection.exec_driver_sql("DELETE FROM record WHERE id = ?", (record_id,))
        for statement in epochs.statements(datetime.now(UTC)):
            connection.exec_driver_sql(statement)
    vars(database).pop("epoch", None)


def test_what_a_restored_server_lacks_is_entered_again_or_let_go(office: Place, theme: Theme, qtbot: QtBot) -> None:
    session = office.session
    ids = [session.customers.create({"name": name}) for name in ("Webb", "Quay Lane")]
    session.sync.once(10)
    lose_on_server(office, *ids)
    with session._desk.file.database.write() as tx:
        tx.run("DELETE FROM sent")  # it was another device that had sent these
    session.sync.once(10)
    session.sync.once(10)
    assert len(session.set_aside.list()) == 2
    with open_window(session, theme, qtbot) as window:
        screen = open_screen(window, qtbot)
        assert screen._missing_tab.isVisible()
        screen._missing_tab.click()
        settle(window, qtbot)
        assert crawl(window.place.shell) == []
        click_row(screen.missing.table, 0, qtbot)
        screen.missing.bring_back.click()
        settle(window, qtbot)
        (left,) = session.set_aside.list()
        click_row(screen.missing.table, 0, qtbot)
        screen.missing.let_go.click()
        assert session.set_aside.list() == (left,)
        assert screen.missing.question.isVisible()
        screen.missing.question._take()
        settle(window, qtbot)
        assert session.set_aside.list() == ()
        assert {line.name for line in session.customers.list()} == {"Webb", "Quay Lane"} - {left.name}
