"""The columns of the leads list."""

from collections.abc import Callable
from datetime import date

from client.views import LeadLine
from sync.language import marked
from ui import record_words
from ui.paged import Column
from ui.widgets.table import Cell


def _name(line: LeadLine) -> Cell:
    return Cell(strong=line.name)


def _phone(line: LeadLine) -> Cell:
    return Cell(line.phone or line.email or record_words.NONE, is_muted=True)


def _address(line: LeadLine) -> Cell:
    return Cell(line.address)


def _stage(line: LeadLine) -> Cell:
    return Cell(badges=(record_words.stage_badge(line.stage),))


def _value(line: LeadLine) -> Cell:
    return record_words.money_cell(line.value)


def columns(today: Callable[[], date]) -> tuple[Column, ...]:
    """The last one has what is not usual: a change that is not sent, somebody to be called."""

    def news(line: LeadLine) -> Cell:
        state = record_words.mark_cell(line.mark)
        return state if state.badges else record_words.follow_up_cell(line, today())

    return (
        Column(marked("columns", "Name"), _name, 32),
        Column(marked("columns", "Phone"), _phone, 34, needs=540),
        Column(marked("columns", "Address"), _address, 28, needs=780),
        Column(marked("columns", "Stage"), _stage, 24),
        Column(marked("columns", "Value"), _value, 16, needs=700),
        Column("", news, 28),
    )
