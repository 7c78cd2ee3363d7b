"""Changes on their way, as sentences: what waits, what needs a person, what was sent, what was thrown away."""

from collections.abc import Mapping
from datetime import datetime

from client.desk import Desk
from client.people import People
from client.refusals import told
from client.sentences import kind_name, number_of, reason_of, what
from client.views import Mark, SyncItem
from storage.queries.sync_lists import AttentionLine, ChangeLine, SyncLists
from storage.queries.work_orders import WorkOrders
from sync.errors import InvalidInput, Problem
from sync.kinds import Kind
from sync.language import capitalised, translate, words
from sync.protocol import Mutation


class Items:
    def __init__(self, desk: Desk, people: People, orders: WorkOrders, lists: SyncLists) -> None:
        self._desk = desk
        self._people = people
        self._orders = orders
        self._lists = lists

    def waiting(self, offset: int = 0, limit: int = 200) -> tuple[SyncItem, ...]:
        names = self._people.names()
        return tuple(self._item(line, names) for line in self._lists.waiting(limit, offset))

    def attention(self, offset: int = 0, limit: int = 200) -> tuple[SyncItem, ...]:
        names = self._people.names()
        return tuple(self._parked(line, names) for line in self._lists.attention(limit, offset))

    def sent(self, offset: int = 0, limit: int = 200) -> tuple[SyncItem, ...]:
        names = self._people.names()
        return tuple(self._item(line, names, settled_at=at) for line, at in self._lists.sent(limit, offset))

    def trash(self, offset: int = 0, limit: int = 200) -> tuple[SyncItem, ...]:
        names = self._people.names()
        return tuple(
            self._item(line.change, names, settled_at=line.trashed_at, reason=capitalised(words(line.why)))
            for line in self._lists.trash(limit, offset)
        )

    def latest(self) -> SyncItem | None:
        """What was recorded last, of all that waits."""
        line = self._lists.latest()
        return None if line is None else self._item(line, self._people.names())

    def queued(self, key: str) -> SyncItem | None:
        """A change that waits, by its key."""
        line = self._lists.queued(key)
        return None if line is None else self._item(line, self._people.names())

    def saved_at(self, record_id: str) -> datetime | None:
        return self._lists.waiting_since(record_id)

    def problem_of(self, record_id: str) -> SyncItem | None:
        """Why a record needs a person, if it does."""
        found = self._lists.attention_of(record_id)
        return self._parked(found[0], self._people.names()) if found else None

    def parked(self, key: str) -> ChangeLine:
        """A change that needs a person. Raises `InvalidInput` where it has been dealt with."""
        found = self._lists.parked(key)
        if found is None:
            raise InvalidInput(Problem("", "gone", translate("items", "This has been dealt with already.")))
        return found.change

    def _parked(self, line: AttentionLine, names: Mapping[str, str]) -> SyncItem:
        subject = self._subject(line.change, names)
        message, problems = told(line)
        reason = translate("items", "Waits for another change that needs you.") if line.cause else ""
        return self._item(
            line.change,
            names,
            settled_at=line.parked_at,
            reason=reason or reason_of(line.code, message, subject),
            server_text=message,
            code=line.code,
            theirs=dict(line.theirs),
            field_problems=problems,
            cause=line.cause,
            held=line.held,
        )

    def _item(
        self,
        line: ChangeLine,
        names: Mapping[str, str],
        *,
        settled_at: datetime | None = None,
        reason: str = "",
        server_text: str = "",
        code: str = "",
        theirs: Mapping[str, object] | None = None,
        field_problems: Mapping[str, str] | None = None,
        cause: str | None = None,
        held: int = 0,
    ) -> SyncItem:
        return SyncItem(
            key=line.key,
            what=what(_mutation(line), self._desk.local),
            subject=self._subject(line, names),
            kind=Kind(line.kind),
            record_id=line.id,
            made_at=line.made_at,
            mark=line.mark,
            reason=reason,
            server_text=server_text,
            code=code,
            mine=dict(line.fields),
            theirs=dict(theirs or {}),
            field_problems=dict(field_problems or {}),
            cause=cause,
            held=held,
            tries=line.tries,
            can_undo=line.mark is Mark.SAVED_HERE,
            settled_at=settled_at,
        )

    def _subject(self, line: ChangeLine, names: Mapping[str, str]) -> str:
        """What the change is about: "Lead · Harbour Café", "WO-1042 · Boiler service", a crew member's name."""
        match line.kind:
            case Kind.WORK_ORDER:
                return self._label(line.id) or f"{kind_name(line.kind)} · {line.name}"
            case Kind.PUNCH:
                user_id = str(line.fields.get("user_id", ""))
                who = (
                    ""
                    if user_id == self._desk.profile.user_id
                    else names.get(user_id, translate("people", "somebody else"))
                )
                return " · ".join(part for part in (who, self._label(line.fields.get("work_order_id"))) if part)
            case Kind.TIMESHEET:
                return self._week(line.id, names)
            case Kind.NOTE:
                kind = str(line.fields.get("subject_kind", ""))
                is_order = kind == Kind.WORK_ORDER
                label = self._label(line.fields.get("subject_id")) if is_order else ""
                return label or (kind_name(kind) if kind else "")
            case kind:
                return " · ".join(part for part in ((kind_name(kind) if kind else ""), line.name) if part)

    def _week(self, sheet_id: str, names: Mapping[str, str]) -> str:
        """ "Mara Osei · week of 16 Nov 2026" """
        found = self._desk.file.queries.sheets.get(sheet_id)
        if found is None:
            return kind_name(Kind.TIMESHEET)
        sheet = found.record
        form = translate("items", "{who} · week of {week.day} {week:%b %Y}")
        return form.format(who=names.get(sheet.user_id, translate("people", "Somebody else")), week=sheet.week)

    def _label(self, order_id: object) -> str:
        found = self._orders.get(str(order_id)) if order_id else None
        return f"{number_of(found.record.number)} · {found.record.title}" if found else ""


def _mutation(line: ChangeLine) -> Mutation:
    return Mutation(
        key=line.key, op=line.op, kind=line.kind, id=line.id, occurred_at=line.made_at, fields=dict(line.fields)
    )
