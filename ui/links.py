"""Addresses that the system opens: a call, a letter, a map."""

from urllib.parse import quote

from PySide6.QtCore import QUrl


def phone_url(number: str) -> QUrl:
    return QUrl("tel:" + "".join(character for character in number if character in "+0123456789"))


def mail_url(address: str, subject: str = "") -> QUrl:
    query = f"?subject={quote(subject)}" if subject else ""
    return QUrl(f"mailto:{quote(address.strip(), safe='@+')}{query}")


def place_url(latitude: float, longitude: float) -> QUrl:
    place = f"{latitude:.5f}/{longitude:.5f}"
    return QUrl(f"https://www.openstreetmap.org/?mlat={latitude:.5f}&mlon={longitude:.5f}#map=17/{place}")


def map_url(address: str) -> QUrl:
    """A map on the web, since few desktops have anything that answers `geo:`."""
    return QUrl(f"https://www.openstreetmap.org/search?query={quote(address)}")
