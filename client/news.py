"""Notifications: what others have done to one's own work. Reading and deleting them works offline like all else."""

from collections.abc import Mapping

from client.desk import Desk
from client.people import People
from client.searching import Search
from client.views import NewsLine, SearchHit
from storage.queries.marks import Marked
from storage.queries.notifications import Notifications
from sync.errors import InvalidInput, Problem
from sync.kinds import Kind
from sync.language import marked, translate
from sync.protocol import Op
from sync.records import Notification
from sync.terms import Happening

_TOLD: Mapping[Happening, str] = {
    Happening.ASSIGNED: marked("news", "{who} gave you {what}."),
    Happening.RESCHEDULED: marked("news", "{who} changed when {what} is planned for."),
    Happening.CANCELLED: marked("news", "{who} cancelled {what}."),
    Happening.OVERRULED: marked("news", "{who} wrote something else on {what} than you. Both are kept: decide."),
    Happening.TIME_CORRECTED: marked("news", "{who} corrected your time. The original stays on record."),
    Happening.WEEK_APPROVED: marked("news", "{who} approved your week of {what}."),
    Happening.WEEK_RETURNED: marked("news", "{who} returned your week of {what}, with a comment."),
}


def sentence(line: NewsLine, title: str) -> str:
    """What a notification says; `title` is what its record is called there."""
    who, what = line.by or translate("news", "Somebody"), title or translate("news", "a record")
    return translate("news", _TOLD[line.happening]).format(who=who, what=what)


class NewsDesk:
    def __init__(self, desk: Desk, people: People, notifications: Notifications, search: Search) -> None:
        self._desk = desk
        self._people = people
        self._notifications = notifications
        self._search = search

    def list(self, limit: int = 50, offset: int = 0) -> tuple[NewsLine, ...]:
        """The newest first."""
        names, found = self._people.names(), self._notifications.page(limit, offset)
        subjects = {(one.record.subject_kind, one.record.subject_id) for one in found}
        hits = {subject: self._search.hit(Kind(subject[0]), subject[1]) for subject in subjects}
        return tuple(_line(one, names, hits[one.record.subject_kind, one.record.subject_id]) for one in found)

    def count_unread(self) -> int:
        return self._notifications.count_unread()

    def read(self, notification_id: str) -> None:
        found = self._notifications.get(notification_id)
        if found is None:
            raise InvalidInput(
                Problem("", "gone", translate("news", "This notification has been deleted. Nothing was changed."))
            )
        if not found.record.is_read:
            self.read_each(notification_id)

    def read_all(self) -> int:
        """How many that were."""
        unread = self._notifications.unread()
        self.read_each(*unread)
        return len(unread)

    def remove(self, *ids: str) -> None:
        self._desk.save(*(self._desk.draft(Op.REMOVE, Kind.NOTIFICATION, one, {}) for one in ids))

    def read_each(self, *ids: str) -> None:
        self._desk.save(*(self._desk.draft(Op.CHANGE, Kind.NOTIFICATION, one, {"is_read": True}) for one in ids))


def _line(found: Marked[Notification], names: dict[str, str], subject: SearchHit | None) -> NewsLine:
    news = found.record
    return NewsLine(
        id=news.id,
        happening=news.happening,
        kind=Kind(news.subject_kind),
        record_id=news.subject_id,
        title=subject.title if subject else news.title,
        by=names.get(news.by_id or "", ""),
        at=news.at,
        is_read=news.is_read,
        mark=found.mark,
    )
