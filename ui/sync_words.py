"""The connection as the frame and Today tell it."""

from datetime import tzinfo

from client.views import Fetching, FetchStage, Link, Mark, SyncStatus
from sync.language import translate
from ui import words
from ui.widgets.badge import SyncMark, Tone
from ui.widgets.banner import BannerValue
from ui.widgets.pill import Connection, PillValue
from ui.widgets.states import StateValue

MARKS = {
    Mark.SAVED_HERE: SyncMark.SAVED,
    Mark.SENDING: SyncMark.SENDING,
    Mark.SENT: SyncMark.SENT,
    Mark.NEEDS_ATTENTION: SyncMark.ATTENTION,
}
_CONNECTIONS = {
    Link.OFFLINE: Connection.OFFLINE,
    Link.CONNECTING: Connection.CONNECTING,
    Link.ONLINE: Connection.ONLINE,
    Link.WAITING: Connection.BUSY,
    Link.PAUSED: Connection.PAUSED,
    Link.SIGN_IN_NEEDED: Connection.SIGN_IN,
    Link.UPDATE_NEEDED: Connection.UPDATE,
    Link.REVOKED: Connection.REVOKED,
}


def pill_value(status: SyncStatus) -> PillValue:
    connection = _CONNECTIONS[status.link]
    if status.link is Link.ONLINE and status.sending:
        return PillValue(Connection.SENDING, sent=status.sending, total=status.waiting)
    if status.link is Link.ONLINE and status.attention:
        return PillValue(Connection.ATTENTION, attention=status.attention)
    if status.link is Link.ONLINE and status.waiting:
        connection = Connection.WAITING
    return PillValue(connection, saved=status.waiting)


def banner_value(status: SyncStatus, zone: tzinfo) -> BannerValue | None:
    """Nothing while all goes well; the sentence is the one that the sync screen says."""
    if status.link in (Link.ONLINE, Link.CONNECTING):
        return _fetching(status.fetching) if status.fetching is not None else None
    action = translate("sync", "See them") if status.waiting else ""
    if status.link is Link.SIGN_IN_NEEDED:
        action = translate("sync", "Sign in")
    if status.link is not Link.OFFLINE:
        tone = Tone.BAD if status.link is Link.REVOKED else Tone.WARN
        return BannerValue(status.sentence, action=action, tone=tone, sign=_CONNECTIONS[status.link].value[1])
    if status.since:
        lead = translate("sync", "You are offline since {time}.").format(time=words.time_text(status.since, zone))
    else:
        lead = translate("sync", "You are offline.")
    coming = coming_value(status)
    missing = f" {coming.title}. {coming.text}" if coming else ""
    if not status.waiting:
        return BannerValue(lead, tail=translate("sync", "Everything you saved is with the server.") + missing)
    return BannerValue(lead, _kept(status.waiting), _by_itself(status.waiting) + missing, action)


def _fetching(fetching: Fetching) -> BannerValue:
    return BannerValue(stage_text(fetching), tail=may_work_text(fetching), tone=Tone.INFO, sign="download")


def stage_text(fetching: Fetching) -> str:
    if fetching.stage is FetchStage.PEOPLE:
        return translate("sync", "Fetching your organisation and its people.")
    if not fetching.total:
        return translate("sync", "Fetching what is still missing.")
    return _amount_form(fetching).format(done=words.number_text(fetching.done), total=words.number_text(fetching.total))


def _amount_form(fetching: Fetching) -> str:
    if fetching.stage is FetchStage.WORK:
        if fetching.total == 1:
            return translate("sync", "Fetching your open work: {done} of {total} record.")
        return translate("sync", "Fetching your open work: {done} of {total} records.")
    if fetching.total == 1:
        return translate("sync", "Your open work is here. Fetching everything else: {done} of about {total} record.")
    return translate("sync", "Your open work is here. Fetching everything else: {done} of about {total} records.")


def may_work_text(fetching: Fetching) -> str:
    if fetching.stage is FetchStage.REST:
        return translate("sync", "You can work meanwhile.")
    return translate("sync", "You can already clock in.")


def coming_value(status: SyncStatus, *, is_own_work: bool = False) -> StateValue | None:
    """What an empty list says while that proves nothing: the first sync is under way, in which one's own
    open work comes before the rest. It says no counts, so that it stands still."""
    fetching = status.fetching
    if fetching is None or (is_own_work and fetching.stage is FetchStage.REST):
        return None
    title = translate("sync", "Not everything is here yet")
    if status.link in (Link.ONLINE, Link.CONNECTING):
        arrives = translate("sync", "What is missing arrives by itself.")
        text = f"{arrives} {may_work_text(fetching)}"
    else:
        text = translate("sync", "What is missing arrives as soon as this device speaks with the server again.")
    return StateValue(title, text, sign="download")


def _kept(count: int) -> str:
    if count == 1:
        return translate("sync", "1 record is saved on this device")
    return translate("sync", "{count} records are saved on this device").format(count=words.number_text(count))


def _by_itself(count: int) -> str:
    if count == 1:
        return translate("sync", "and will be sent by itself.")
    return translate("sync", "and will be sent by themselves.")


def copied_text(count: int, name: str) -> str:
    if count == 1:
        form = translate("sync", "A copy of one change is in {name}. It is still here and will be sent.")
        return form.format(name=name)
    form = translate("sync", "A copy of {count} changes is in {name}. They are still here and will be sent.")
    return form.format(count=words.number_text(count), name=name)
