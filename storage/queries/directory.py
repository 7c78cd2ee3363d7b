"""Who is who: the organisation's settings, its users and its crews."""

from storage.queries.marks import Asking
from storage.time_entries import settings_of
from storage.visible import typed
from sync.kinds import Kind
from sync.records import Crew, Organisation, User


class Directory(Asking):
    def organisation(self) -> Organisation:
        """The settings, or the usual ones until they have been pulled (its id is empty then)."""
        with self._database.read() as tx:
            return settings_of(tx)

    def users(self) -> tuple[User, ...]:
        with self._database.read() as tx:
            rows = tx.all("SELECT id, body FROM user ORDER BY name_key, id")
        records = (typed(Kind.USER, record_id, 0, body) for record_id, body in rows)
        return tuple(record for record in records if isinstance(record, User))

    def crews(self) -> tuple[Crew, ...]:
        with self._database.read() as tx:
            rows = tx.all("SELECT id, body FROM crew ORDER BY name_key, id")
        records = (typed(Kind.CREW, record_id, 0, body) for record_id, body in rows)
        return tuple(record for record in records if isinstance(record, Crew))
