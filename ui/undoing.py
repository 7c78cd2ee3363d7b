"""Taking back what has not been sent: by key, from the list, and beside what was just saved."""

from collections.abc import Callable
from functools import partial

from client.views import Undone
from sync.errors import StreamFlowError
from sync.language import translate
from ui.widgets.toast import ToastValue
from ui.workplace import Workplace

UNDO_SECONDS = 10.0


def undo_last(place: Workplace) -> None:
    """What was recorded last, whatever it was."""
    _do(place, place.session.sync.undo_last)


def undo(place: Workplace, key: str) -> None:
    _do(place, partial(place.session.sync.undo, key))


def offer_undo(place: Workplace, told: str) -> None:
    """Say what was saved, with a way back as long as it has not been sent."""
    latest = place.session.sync.latest()
    if latest is None or not latest.can_undo:
        place.shell.toast(ToastValue(told))
        return
    toast = place.shell.toast(ToastValue(told, translate("undoing", "Undo"), seconds=UNDO_SECONDS))
    toast.action_asked.connect(partial(undo, place, latest.key))


def _do(place: Workplace, job: Callable[[], Undone]) -> None:
    place.writer.do(job, partial(_undone, place), partial(_not_undone, place))


def _undone(place: Workplace, undone: Undone) -> None:
    key = undone.restorable
    way_back = translate("undoing", "Bring back") if key else ""
    toast = place.shell.toast(ToastValue(undone.sentence, way_back, sign="undo-2"))
    if key is not None:
        toast.action_asked.connect(partial(_bring_back, place, key))


def _bring_back(place: Workplace, key: str) -> None:
    place.writer.do(partial(place.session.sync.restore, key), failed=partial(_not_undone, place))


def _not_undone(place: Workplace, trouble: StreamFlowError) -> None:
    place.shell.toast(ToastValue(str(trouble), sign="info", seconds=UNDO_SECONDS))
