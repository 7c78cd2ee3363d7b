"""Leads by stage, each column as long as it is; a card goes to another stage by the mouse or by keys."""

from functools import partial

from client.views import LeadLine
from sync.terms import Stage
from ui import record_words
from ui.boards.board import Board, Lane
from ui.boards.view import BoardView
from ui.paged import Listing
from ui.widgets.table import Cell
from ui.workplace import Workplace

_NARROWEST = 190


class StageBoard(BoardView):
    def __init__(self, place: Workplace) -> None:
        board = Board(place.reader, _card, lambda lead, key: lead.stage != key, "", _NARROWEST)
        super().__init__(place, board)
        board.setAccessibleName(self.tr("Leads by stage"))

    def show_wanted(self, query: str, source: str | None, sort: str, *, is_due: bool) -> None:
        lanes = (
            Lane(stage.value, record_words.stage_word(stage), self._of(stage, query, source, sort, is_due=is_due))
            for stage in Stage
        )
        self.board.show_lanes(tuple(lanes))

    def take_over(self, item: LeadLine, key: str) -> None:
        word = record_words.stage_word(Stage(key))
        text = self.tr("{name}: {stage}").format(name=item.name, stage=word)
        job = partial(self._place.session.leads.change, item.id, {"stage": key})
        self._place.writer.do(job, partial(self.moved, text), self._place.shell.tell_trouble)

    def _of(self, stage: Stage, query: str, source: str | None, sort: str, *, is_due: bool) -> Listing:
        leads = self._place.session.leads
        page = partial(leads.list, query, stage, source, sort=sort, is_due=is_due)
        return Listing(
            partial(leads.count, query, stage, source, is_due=is_due),
            lambda offset, limit: page(offset=offset, limit=limit),
        )


def _card(lead: LeadLine) -> Cell:
    value = record_words.money_text(lead.value)
    below = " · ".join(part for part in (value, lead.address) if part)
    return Cell(
        f"{lead.phone or lead.email}\n{below}", strong=lead.name, badges=record_words.mark_cell(lead.mark).badges
    )
