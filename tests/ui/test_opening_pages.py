"""A work order or a customer is there with its first part; what follows moves nothing of it."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget

import ui.shell
from support.desk import Desk
from sync.terms import Status
from ui.later import Later
from ui.theme import Mode, Theme
from ui.widgets.card import Card
from ui.widgets.pile import Pile

SIZES = ((1024, 640, 1.5), (1440, 900, 1.0), (1920, 1200, 1.0))
ITEMS = [{"id": "gas", "text": "Isolate gas"}, {"id": "draught", "text": "Flue draught", "kind": "number"}]
Rects = dict[QWidget, tuple[object, ...]]


@pytest.fixture
def records(desk: Desk) -> dict[str, str]:
    """By the screen that opens it."""
    fields = {"name": "Hill Street Residents", "email": "ann@hill.example", "address": "14 Hill Street"}
    customer = desk.mine.customers.create(fields)
    order = desk.mine.work_orders.create(
        {
            "title": "Boiler service",
            "description": "The yearly one.",
            "customer_id": customer,
            "assignee_id": desk.mine.me.id,
            "status": Status.ASSIGNED,
            "checklist": ITEMS,
        }
    )
    desk.mine.work_orders.add_note(order, "Key at reception")
    return {"work-orders": order, "customers": customer}


def test_what_stands_stays_where_it_is(desk: Desk, records: dict[str, str], theme: Theme) -> None:
    assert moved(desk, records, theme) == []


def test_cards_stand_in_the_order_of_reading_whichever_was_asked_for_first(
    desk: Desk, records: dict[str, str]
) -> None:
    cards = opened(desk, "work-orders", records).cards
    asked = [cards.history, cards.attachments, cards.notes]
    desk.settle()
    assert [card.parentWidget() for card in asked] == [cards._right, cards._left, cards._right]
    assert titles(cards._left) == ["Checklist", "What to do", "Parts and materials", "Photos and files"]
    assert titles(cards._right) == ["Customer", "Time on this job", "Notes", "History"]
    page = opened(desk, "customers", records)
    page.cards.leads.show()
    desk.settle()
    contents = ["Contact", "Notes", "Sites", "Contacts", "Work orders", "Leads"]
    assert titles(page.cards) == contents


def test_a_page_that_is_left_is_not_built_to_its_end(desk: Desk, records: dict[str, str]) -> None:
    page = opened(desk, "work-orders", records)
    (later,) = page.findChildren(Later)
    assert not later.is_done
    desk.window.place.shell.back()
    assert later.is_done
    assert "history" not in vars(page.cards)


@pytest.mark.parametrize("bug", ["room for the bar", "spare height"])
def test_planted_moves_are_seen(
    bug: str, desk: Desk, records: dict[str, str], theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    if bug == "room for the bar":
        monkeypatch.setattr(ui.shell, "keep_room_for_bar", lambda _area: None)
    else:
        monkeypatch.setattr(Pile, "put", lambda pile, place, card: pile._places[place].addWidget(card, 1) or card)
        monkeypatch.setattr(Pile, "showEvent", lambda pile, _event: pile._column.setStretch(4, 0), raising=False)
    assert moved(desk, records, theme)


def moved(desk: Desk, records: dict[str, str], theme: Theme) -> list[str]:
    """What had another place after a step than before it."""
    shell = desk.window.place.shell
    found = []
    for width, height, scale in SIZES:
        shell.resize(width, height)
        theme.apply(Mode.LIGHT, scale)
        for screen in records:
            desk.show(screen)
            page = opened(desk, screen, records)
            while not all(later.is_done for later in page.findChildren(Later)):
                before = places(page)
                QApplication.processEvents()
                lay_out()
                after = places(page)
                found += [f"{part} at {width}" for part, where in before.items() if after[part] != where]
            assert len(page.findChildren(Card)) > 6
    return found


def opened(desk: Desk, screen: str, records: dict[str, str]) -> Any:
    """Laid out as it is first painted, before anything follows."""
    shell = desk.window.place.shell
    desk.page(screen).open(records[screen])
    lay_out()
    area = shell._stack.currentWidget()
    assert isinstance(area, QScrollArea)
    return area.widget()


def lay_out() -> None:
    """A layout tells the one around it by another event, and all of them come before anything is painted."""
    for _ in range(4):
        QApplication.sendPostedEvents()


def places(page: QWidget) -> Rects:
    """Upper left corner and width: the last card of a column may grow, as long as nothing in it moves."""
    parts = (part for part in page.findChildren(QWidget) if isinstance(part, (Card, QPushButton)) and part.isVisible())
    return {part: (part.mapTo(page.window(), QPoint()).toTuple(), part.width()) for part in parts}


def titles(part: QWidget) -> list[str]:
    """From the top and, in one line, from the left."""
    cards = [card for card in part.findChildren(Card) if card.accessibleName() and not card.isHidden()]
    cards.sort(key=lambda card: (card.mapTo(part, QPoint()).y(), card.mapTo(part, QPoint()).x()))
    return [card.accessibleName() for card in cards]
