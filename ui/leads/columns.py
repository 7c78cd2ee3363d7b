"""The columns of the leads list."""

from collections.abc import Callable
from datetime import date

from client.views import LeadLine, Mark
from sync.language import marked
from sync.terms import Stage
from ui import record_words
from ui.list_view import room_for
from ui.paged import Column
from ui.widgets.table import Cell

_ROOMY = 760
"""From here on names have room enough beside a column that mostly has nothing in it."""


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

    stages = room_for(map(record_words.stage_badge, Stage))
    marks = room_for(map(record_words.mark_badge, (Mark.SAVED_HERE, Mark.SENDING)))
    return (
        Column(marked("columns", "Name"), _name, 20, least=94),
        Column(marked("columns", "Phone"), _phone, 1, needs=540, least=136),
        Column(marked("columns", "Address"), _address, 12, needs=780, least=80),
        Column(marked("columns", "Stage"), _stage, 1, least=stages),
        Column(marked("columns", "Value"), _value, 1, needs=700, least=96),
        Column("", news, 1, least=marks, empty_needs=_ROOMY),
    )
