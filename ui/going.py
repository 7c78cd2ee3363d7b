"""From one screen to a record on another."""

import logging
from functools import partial
from typing import Protocol, cast

from sync.errors import StreamFlowError
from sync.kinds import Kind
from ui.shell import Shell
from ui.workplace import Workplace

SCREENS = {Kind.LEAD: "leads", Kind.CUSTOMER: "customers", Kind.WORK_ORDER: "work-orders", Kind.TIMESHEET: "timesheet"}

_log = logging.getLogger(__name__)


class Opens(Protocol):
    def open(self, record_id: str, /) -> None: ...


def may_open(shell: Shell, kind: Kind) -> bool:
    return kind in SCREENS and shell.has_screen(SCREENS[kind])


def open_record(shell: Shell, kind: Kind, record_id: str) -> None:
    key = SCREENS[kind]
    shell.show_screen(key)
    cast(Opens, shell.page(key)).open(record_id)


def remember(place: Workplace, kind: Kind, record_id: str) -> None:
    """Somebody opened it: the palette offers it again. Not worth a word where the disk won't have it."""
    place.writer.do(partial(place.session.recent.add, kind, record_id), failed=_not_remembered)


def _not_remembered(trouble: StreamFlowError) -> None:
    _log.info("What was opened lately is not saved: %s", trouble)
