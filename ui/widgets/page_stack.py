"""Pages of which one is shown: to turn to one takes a few turns of the loop, each as short as it can be."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.widgets.table import TableView


class PageStack(QStackedWidget):
    """What was shown stays on the screen until the other page is laid out and its lists are written; that is painted in
    the next turn."""

    def __init__(self) -> None:
        super().__init__()
        self._until_laid_out = QTimer(self, singleShot=True, interval=1)
        self._until_laid_out.timeout.connect(self._paint)

    @property
    def is_painting(self) -> bool:
        return self.updatesEnabled()

    def turn_to(self, page: QWidget) -> None:
        if page is not self.currentWidget():
            self.setUpdatesEnabled(False)
            self._until_laid_out.start()
            self.setCurrentWidget(page)

    def _paint(self) -> None:
        """Lists are written before, a few rows at a turn: the first time takes as long as painting all around them."""
        if any(table.write_some() for table in self.findChildren(TableView) if table.isVisible()):
            self._until_laid_out.start()
        else:
            self.setUpdatesEnabled(True)
