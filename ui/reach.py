"""Calling, writing and finding the way: handed to whatever the system has for it."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.links import mail_url, map_url, phone_url
from ui.widgets.button import Button, ButtonKind


class ReachButtons(QWidget):
    """Only what can be done is there."""

    def __init__(self, kind: ButtonKind = ButtonKind.PLAIN) -> None:
        super().__init__()
        self._to: dict[Button, QUrl] = {}
        self.call = Button(self.tr("Call"), kind, icon_name="phone")
        self.mail = Button(self.tr("E-mail"), kind, icon_name="mail")
        self.map = Button(self.tr("Map"), kind, icon_name="map-pin")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for button in (self.call, self.mail, self.map):
            button.clicked.connect(self._open)
            line.addWidget(button)
        line.addStretch(1)
        self.show_ways("", "", "")

    def show_ways(self, phone: str, email: str, address: str, whom: str = "") -> None:
        self._to = {self.call: phone_url(phone), self.mail: mail_url(email), self.map: map_url(address)}
        for button, text in ((self.call, phone), (self.mail, email), (self.map, address)):
            button.setVisible(bool(text.strip()))
            button.setAccessibleName(f"{button.text()} {whom}".strip())
            button.setToolTip(text)
        self.setVisible(any(text.strip() for text in (phone, email, address)))

    def _open(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            QDesktopServices.openUrl(self._to[button])
