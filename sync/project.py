"""What a person sees: the server's last word with our unsent mutations replayed on top."""

from collections.abc import Iterable
from typing import Any, Protocol, assert_never

from sync.protocol import Op
from sync.records import Body


class Edit(Protocol):
    """The part of a mutation that shows."""

    @property
    def op(self) -> Op: ...
    @property
    def fields(self) -> dict[str, Any]: ...


def project(confirmed: Body | None, pending: Iterable[Edit], buried: Body | None = None) -> Body | None:
    """Lay unsettled mutations over the server's copy; None means no record. `buried` is what a restore brings back."""
    body, is_there = confirmed, confirmed is not None
    for edit in pending:
        match edit.op:
            case Op.RESTORE:
                body, is_there = {**(buried or {}), **(body or {}), **edit.fields}, True
            case Op.CREATE | Op.CHANGE:
                body, is_there = {**(body or {}), **edit.fields}, True
            case Op.REMOVE:
                is_there = False
            case unknown:
                assert_never(unknown)
    return body if is_there else None
