"""Saving a draft, and making a work order out of it: one at a time, and what is typed on meanwhile stays."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from sync.errors import StreamFlowError
from ui import field_values
from ui.draft import Draft, Texts
from ui.leads.convert_panel import Order
from ui.leads.draft import NEW
from ui.workplace import Workplace

Done = Callable[[Draft, Texts, str], None]
Failed = Callable[[Draft, StreamFlowError], None]


class LeadSaver(QObject):
    started = Signal()

    def __init__(self, place: Workplace, failed: Failed) -> None:
        super().__init__()
        self._place, self._failed = place, failed
        self.is_saving = False

    def save(self, draft: Draft, done: Done) -> None:
        leads, fields = self._place.session.leads, self._fields(draft)
        if draft.record_id == NEW:
            filled = {name: value for name, value in fields.items() if value not in ("", None)}
            self._start(draft, partial(leads.create, filled), done)
        else:
            self._start(draft, partial(_change, leads.change, draft.record_id, fields), done)

    def convert(self, draft: Draft, order: Order, done: Done) -> None:
        """What was typed goes along in the same step; `done` hears of the work order."""
        convert, fields = self._place.session.leads.convert, self._fields(draft)

        def work() -> str:
            chosen = order.customer_id
            return convert(draft.record_id, order.title, order.start, typed=fields, customer_id=chosen)[1]

        self._start(draft, work, done)

    def _fields(self, draft: Draft) -> dict[str, Any]:
        return field_values.read(draft.typed, self._place.session.organisation.currency)[0]

    def _start(self, draft: Draft, job: Callable[[], str], done: Done) -> None:
        typed = dict(draft.typed)
        self.is_saving = True
        self.started.emit()
        self._place.writer.do(job, partial(self._end, draft, typed, done), partial(self._fail, draft))

    def _end(self, draft: Draft, typed: Texts, done: Done, made: str) -> None:
        self.is_saving = False
        if draft.record_id != NEW:
            draft.base = draft.base | typed
        draft.forget_saved(typed)
        done(draft, typed, made)

    def _fail(self, draft: Draft, trouble: StreamFlowError) -> None:
        self.is_saving = False
        self._failed(draft, trouble)


def _change(change: Callable[[str, dict[str, Any]], None], lead_id: str, fields: dict[str, Any]) -> str:
    change(lead_id, fields)
    return lead_id
