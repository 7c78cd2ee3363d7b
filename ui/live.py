"""A page that shows records: it refetches when they are touched, at once if it is seen, else when it is shown. While
the first sync is under way, that nothing is there means nothing yet."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from client.views import Change, SyncStatus
from sync.kinds import Kind
from ui.bridge import Bridge
from ui.sync_words import coming_value
from ui.widgets.states import StateValue


class Page(QWidget):
    """What fills the window beside the sidebar."""

    @property
    def has_unsaved(self) -> bool:
        """Somebody is in the middle of something here that would be gone with the page. What is typed is no such thing:
        `ui.drafts` keeps it."""
        return False

    @property
    def may_enter_list(self) -> bool:
        """Whether nobody is turned away from anything where the keys go into the first list and take its first row."""
        return True

    def step_back(self) -> bool:
        """Esc closes what is open here before it leaves the page; False where nothing is."""
        return False


class LivePage(Page):
    """`kinds` = what it shows; subclasses give `refetch`, and `is_touched` where they show single records."""

    def __init__(self, bridge: Bridge, kinds: frozenset[Kind]) -> None:
        super().__init__()
        self._bridge, self._kinds = bridge, kinds
        self._is_stale = True
        self._stage = _stage(bridge.status)
        bridge.changed.connect(self._on_changed)
        bridge.status_changed.connect(self._on_status)

    def refetch(self) -> None:
        """Read what is shown anew; called before the page is first seen, too."""
        raise NotImplementedError

    def is_touched(self, change: Change) -> bool:
        """With the status the marks change: what was saved here is being sent, or was."""
        return change.is_status or bool(self._kinds & change.kinds)

    def coming(self, *, is_own_work: bool = False) -> StateValue | None:
        """To be said in place of "nothing is here"; None where that is the truth. What is read afterwards is as new."""
        return coming_value(self._bridge.status, is_own_work=is_own_work)

    def refresh(self) -> None:
        """Refetch now, or as soon as somebody looks."""
        self._is_stale = not self.isVisible()
        if not self._is_stale:
            self.refetch()

    def fetch(self) -> None:
        """While the page is made: it need not be fetched again when it is shown."""
        self.has_asked()
        self.refetch()

    def has_asked(self) -> None:
        """What is shown is being read anyway."""
        self._is_stale = False

    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale:
            self._is_stale = False
            self.refetch()
        super().showEvent(event)

    def _on_changed(self, change: Change) -> None:
        if self.is_touched(change):
            self.refresh()

    def _on_status(self, status: SyncStatus) -> None:
        before, self._stage = self._stage, _stage(status)
        if self._stage != before:
            self.refresh()


def _stage(status: SyncStatus) -> tuple[StateValue | None, StateValue | None]:
    return coming_value(status), coming_value(status, is_own_work=True)
