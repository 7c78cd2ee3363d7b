"""Where punches were made, shown to whom it was about: on a map, and theirs to take back."""

from datetime import tzinfo
from functools import partial

from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from client.session import Session
from client.views import PunchPlace
from sync.errors import StreamFlowError
from ui import words
from ui.links import place_url
from ui.palette import Role
from ui.widgets.button import Button
from ui.widgets.clearing import clear
from ui.widgets.text import Text
from ui.writer import Writer


class PunchPlaces(QWidget):
    """Nothing at all where nothing is known."""

    def __init__(self, session: Session, writer: Writer, zone: tzinfo) -> None:
        super().__init__()
        self._session, self._writer, self._zone = session, writer, zone
        self._punches: tuple[str, ...] = ()
        self._trouble = Text("", ink=Role.BAD, wrap=True)
        self._trouble.hide()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._lines)
        column.addWidget(self._trouble)

    def show_punches(self, *punches: str | None) -> None:
        self._punches = tuple(one for one in punches if one is not None)
        self._trouble.hide()
        self._refetch()

    def _refetch(self, _outcome: object = None) -> None:
        places = self._session.whereabouts.of(self._punches)
        clear(self._lines)
        for place in places:
            self._lines.addWidget(self._line(place))
        self.setVisible(bool(places))

    def _line(self, place: PunchPlace) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        when = words.time_text(place.at, self._zone)
        line.addWidget(Text(self._text(place, when), ink=Role.MUTED, wrap=True), 1)
        show = Button(self.tr("Map"), icon_name="map-pin")
        show.setAccessibleName(self.tr("Show on a map where it was at {time}").format(time=when))
        show.clicked.connect(partial(_open, place))
        line.addWidget(show)
        if place.is_mine:
            back = Button(self.tr("Take back"))
            back.setAccessibleName(self.tr("Take back where it was at {time}").format(time=when))
            back.clicked.connect(partial(self._take_back, place.id))
            line.addWidget(back)
        return made

    def _text(self, place: PunchPlace, when: str) -> str:
        return self.tr("Location at {time}: {latitude}, {longitude}, within {metres} m").format(
            time=when,
            latitude=f"{place.latitude:.5f}",
            longitude=f"{place.longitude:.5f}",
            metres=words.number_text(max(1, round(place.accuracy_m))),
        )

    def _take_back(self, location_id: str) -> None:
        self._writer.do(partial(self._session.whereabouts.take_back, location_id), self._refetch, self._tell)

    def _tell(self, trouble: StreamFlowError) -> None:
        self._trouble.setText(str(trouble))
        self._trouble.show()


def _open(place: PunchPlace) -> None:
    QDesktopServices.openUrl(place_url(place.latitude, place.longitude))
