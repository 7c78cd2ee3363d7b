"""Notes on leads, customers and work orders: records of their own, so that they add up."""

from collections.abc import Iterable

from client.desk import Desk
from client.people import People
from client.views import NoteLine
from storage.queries.marks import Marked
from storage.queries.work_orders import WorkOrders
from sync.kinds import Kind
from sync.language import translate
from sync.protocol import Op
from sync.records import Note


class NoteBook:
    def __init__(self, desk: Desk, people: People, notes: WorkOrders) -> None:
        self._desk = desk
        self._people = people
        self._notes = notes

    def add(self, kind: Kind, subject_id: str, text: str) -> str:
        fields = {
            "subject_kind": kind,
            "subject_id": subject_id,
            "text": text,
            "author_id": self._desk.profile.user_id,
            "written_at": self._desk.clock.now(),
        }
        return self._desk.create(Kind.NOTE, fields)

    def remove(self, note_id: str) -> None:
        self._desk.save(self._desk.draft(Op.REMOVE, Kind.NOTE, note_id, {}))

    def of(self, subject_id: str) -> tuple[NoteLine, ...]:
        return self.lines(self._notes.notes(subject_id))

    def lines(self, notes: Iterable[Marked[Note]]) -> tuple[NoteLine, ...]:
        names = self._people.names()
        return tuple(
            NoteLine(
                id=found.record.id,
                text=found.record.text,
                author=names.get(found.record.author_id or "", translate("people", "somebody else")),
                is_mine=found.record.author_id == self._desk.profile.user_id,
                written_at=found.record.written_at,
                mark=found.mark,
            )
            for found in notes
        )
