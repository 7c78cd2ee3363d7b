"""What a person is told about the connection: one link, one pill, one sentence, always in agreement."""

from datetime import datetime

from client.sentences import count_of
from client.views import Link
from sync.status import Phase, Status

_LINKS = {
    Phase.OFFLINE: Link.OFFLINE,
    Phase.IDLE: Link.ONLINE,
    Phase.PUSHING: Link.ONLINE,
    Phase.PULLING: Link.ONLINE,
    Phase.WAITING: Link.WAITING,
    Phase.PAUSED: Link.PAUSED,
    Phase.SIGN_IN_NEEDED: Link.SIGN_IN_NEEDED,
    Phase.UPDATE_NEEDED: Link.UPDATE_NEEDED,
    Phase.REVOKED: Link.REVOKED,
}
_PILLS = {
    Link.OFFLINE: "Offline",
    Link.CONNECTING: "Connecting",
    Link.ONLINE: "Online",
    Link.WAITING: "Server busy",
    Link.PAUSED: "Paused",
    Link.SIGN_IN_NEEDED: "Sign in to send",
    Link.UPDATE_NEEDED: "Update needed",
    Link.REVOKED: "Locked out",
}


def link_of(phase: Phase, before: Link) -> Link:
    """A look whether the server is there changes nothing yet: what was known before still stands."""
    return _LINKS.get(phase, before)


def pill(link: Link, waiting: int, sending: int) -> str:
    """`waiting` records are not sent yet, `sending` of them are on their way."""
    if link is Link.ONLINE and sending:
        return f"Sending {sending} of {waiting}"
    if waiting:
        return f"{_PILLS[link]} · {waiting} saved here"
    return "Online · all sent" if link is Link.ONLINE else _PILLS[link]


def sentence(status: Status, link: Link, waiting: int, since: datetime | None, *, is_looking: bool = True) -> str:
    """`since` is local time; `is_looking`: something is there that looks for the server."""
    kept = _kept(waiting)
    goes_out = _kept(waiting, " and will be sent by itself" if waiting == 1 else " and will be sent by themselves")
    match link:
        case Link.OFFLINE:
            when = f" since {since:%H:%M}" if since else ""
            return f"You are offline{when}. {goes_out}"
        case Link.CONNECTING:
            return f"Looking for the server. {goes_out}" if is_looking else kept
        case Link.ONLINE:
            return f"You are online. {goes_out}" if waiting else "You are online and everything is sent."
        case Link.WAITING:
            return f"{status.trouble or 'The server is busy.'} {goes_out}"
        case Link.PAUSED:
            return f"Sending is paused. {kept}"
        case Link.SIGN_IN_NEEDED:
            return f"Your sign-in has ended. {kept} Sign in again to send."
        case Link.UPDATE_NEEDED:
            return f"This program needs an update to receive. {goes_out} You can go on working."
        case Link.REVOKED:
            return f"This device was locked out by your organisation. {kept} What came from the server was removed."


def _kept(waiting: int, more: str = "") -> str:
    if not waiting:
        return "Everything you saved is with the server."
    return f"{count_of(waiting, 'record')} {'is' if waiting == 1 else 'are'} saved on this device{more}."
