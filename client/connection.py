"""What a person is told about the connection: one link, one pill, one sentence, always in agreement."""

from datetime import datetime

from client.views import Link
from sync.language import marked, translate
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
    Link.OFFLINE: marked("connection", "Offline"),
    Link.CONNECTING: marked("connection", "Connecting"),
    Link.ONLINE: marked("connection", "Online"),
    Link.WAITING: marked("connection", "Server busy"),
    Link.PAUSED: marked("connection", "Paused"),
    Link.SIGN_IN_NEEDED: marked("connection", "Sign in to send"),
    Link.UPDATE_NEEDED: marked("connection", "Update needed"),
    Link.REVOKED: marked("connection", "Locked out"),
}


def link_of(phase: Phase, before: Link) -> Link:
    """A look whether the server is there changes nothing yet: what was known before still stands."""
    return _LINKS.get(phase, before)


def pill(link: Link, waiting: int, sending: int) -> str:
    """`waiting` records are not sent yet, `sending` of them are on their way."""
    if link is Link.ONLINE and sending:
        return translate("connection", "Sending {sending} of {waiting}").format(sending=sending, waiting=waiting)
    if waiting:
        form = translate("connection", "{state} · {count} saved here")
        return form.format(state=_state(link), count=waiting)
    return translate("connection", "Online · all sent") if link is Link.ONLINE else _state(link)


def sentence(status: Status, link: Link, waiting: int, since: datetime | None, *, is_looking: bool = True) -> str:
    """`since` is local time; `is_looking`: something is there that looks for the server."""
    kept = _kept(waiting)
    goes_out = _goes_out(waiting)
    match link:
        case Link.OFFLINE:
            offline = translate("connection", "You are offline.")
            if since:
                offline = translate("connection", "You are offline since {since:%H:%M}.").format(since=since)
            return f"{offline} {goes_out}"
        case Link.CONNECTING:
            looking = translate("connection", "Looking for the server.")
            return f"{looking} {goes_out}" if is_looking else kept
        case Link.ONLINE:
            if not waiting:
                return translate("connection", "You are online and everything is sent.")
            online = translate("connection", "You are online.")
            return f"{online} {goes_out}"
        case Link.WAITING:
            trouble = translate("network", status.trouble) or translate("connection", "The server is busy.")
            return f"{trouble} {goes_out}"
        case Link.PAUSED:
            return translate("connection", "Sending is paused. {kept}").format(kept=kept)
        case Link.SIGN_IN_NEEDED:
            return translate("connection", "Your sign-in has ended. {kept} Sign in again to send.").format(kept=kept)
        case Link.UPDATE_NEEDED:
            return translate(
                "connection", "This program needs an update to receive. {goes_out} You can go on working."
            ).format(goes_out=goes_out)
        case Link.REVOKED:
            return translate(
                "connection",
                "This device was locked out by your organisation. {kept} What came from the server was removed.",
            ).format(kept=kept)


def _state(link: Link) -> str:
    return translate("connection", _PILLS[link])


def _kept(waiting: int) -> str:
    if not waiting:
        return translate("connection", "Everything you saved is with the server.")
    if waiting == 1:
        return translate("connection", "1 record is saved on this device.")
    return translate("connection", "{count} records are saved on this device.").format(count=waiting)


def _goes_out(waiting: int) -> str:
    if not waiting:
        return _kept(waiting)
    if waiting == 1:
        return translate("connection", "1 record is saved on this device and will be sent by itself.")
    form = translate("connection", "{count} records are saved on this device and will be sent by themselves.")
    return form.format(count=waiting)
