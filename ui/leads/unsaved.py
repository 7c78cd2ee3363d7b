"""Typing in another lead than the one that is open waits, and says so."""

from PySide6.QtCore import Signal

from ui.leads.draft import Draft
from ui.widgets.banner import Banner, BannerValue


class UnsavedNote(Banner):
    open_asked = Signal(str)
    """The id of the lead in which something was typed first."""

    def __init__(self) -> None:
        super().__init__(BannerValue("", sign="pencil"))
        self._drafts: tuple[Draft, ...] = ()
        self.action_asked.connect(self.open_first)
        self.hide()

    def show_drafts(self, drafts: tuple[Draft, ...]) -> None:
        self._drafts = drafts
        self.setVisible(bool(drafts))
        if drafts:
            names = ", ".join(draft.texts["name"] or self.tr("New lead") for draft in drafts)
            said = self.tr("Typed and not saved yet:")
            self.set_value(BannerValue(said, names, action=self.tr("Open"), sign="pencil"))

    def open_first(self) -> None:
        if self._drafts:
            self.open_asked.emit(self._drafts[0].lead_id)
