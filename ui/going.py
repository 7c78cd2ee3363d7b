"""From one screen to a record on another."""

from typing import Protocol, cast

from sync.records import Kind
from ui.shell import Shell

SCREENS = {Kind.LEAD: "leads", Kind.CUSTOMER: "customers", Kind.WORK_ORDER: "work-orders"}


class Opens(Protocol):
    def open(self, record_id: str, /) -> None: ...


def may_open(shell: Shell, kind: Kind) -> bool:
    return kind in SCREENS and shell.has_screen(SCREENS[kind])


def open_record(shell: Shell, kind: Kind, record_id: str) -> None:
    key = SCREENS[kind]
    shell.show_screen(key)
    cast(Opens, shell.page(key)).open(record_id)
