"""What the operating system says of the line: that it came up or went down, and what it costs. Hints only.

Qt has one object for this in a program. It is loaded by the window's thread before there is a window, and held for as
long as the program lives: who asks for it only now and then may be the one whose leaving ends it.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QNetworkInformation

if TYPE_CHECKING:
    from client.session import Session

_WANTED = QNetworkInformation.Feature.Reachability | QNetworkInformation.Feature.Metered
_held: list[QNetworkInformation] = []


def listen() -> bool:
    """Begin to listen to the operating system; whether this one can say anything. Repeated it does nothing."""
    if not _held and QNetworkInformation.loadBackendByFeatures(_WANTED):
        _held.append(QNetworkInformation.instance())
    return bool(_held)


class NetworkWatch(QObject):
    """Passes on what is heard as long as a session is shown; silent where nobody began to listen."""

    def __init__(self, session: "Session") -> None:
        super().__init__()
        self._session = session
        self._sources = tuple(_held)
        for heard in self._sources:
            heard.reachabilityChanged.connect(self._hear_of_reach)
            heard.isMeteredChanged.connect(self._hear_of_cost)
            self._hear_of_cost(heard.isMetered())

    def close(self) -> None:
        for heard in self._sources:
            heard.reachabilityChanged.disconnect(self._hear_of_reach)
            heard.isMeteredChanged.disconnect(self._hear_of_cost)
        self._sources = ()

    def _hear_of_reach(self, reach: QNetworkInformation.Reachability) -> None:
        if reach is QNetworkInformation.Reachability.Online:
            self._session.network_came_up()
        elif reach is QNetworkInformation.Reachability.Disconnected:
            self._session.network_went_down()

    def _hear_of_cost(self, costs_extra: bool) -> None:
        self._session.attachments.hear_of_line(costs_extra=costs_extra)
