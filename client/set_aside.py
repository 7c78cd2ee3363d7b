"""After the server was restored from a backup: what no device has brought back is listed for the office to decide."""

from collections.abc import Mapping
from typing import Any

from client.desk import Desk
from client.people import People
from client.sentences import kind_name, name_in
from client.views import MissingRecord
from storage.queries.set_aside import Missing, SetAside
from storage.setting_aside import let_go
from sync.errors import InvalidInput, Problem
from sync.kinds import SERVER_FIELDS, Kind
from sync.language import translate
from sync.protocol import Op
from sync.terms import OFFICE

# In this order, so that what is referred to is there first. An attachment's bytes and a conflict can't be made again,
# and where somebody was only they can say.
_MADE_AGAIN = (
    Kind.CUSTOMER,
    Kind.SITE,
    Kind.CONTACT,
    Kind.LEAD,
    Kind.WORK_ORDER,
    Kind.PUNCH,
    Kind.NOTE,
    Kind.PART,
    Kind.TIMESHEET,
)


class SetAsideDesk:
    def __init__(self, desk: Desk, people: People, missing: SetAside) -> None:
        self._desk = desk
        self._people = people
        self._missing = missing

    def list(self) -> tuple[MissingRecord, ...]:
        """Empty for everybody who does not hold the organisation's records as a whole."""
        return tuple(map(self._view, self._all()))

    def bring_back(self, *ids: str) -> int:
        """Create these again as they were last seen, under their old ids; how many that were."""
        chosen = [one for one in self._chosen(ids) if one.kind in _MADE_AGAIN]
        if not chosen:
            raise InvalidInput(
                Problem(
                    "", "not_ours", translate("set_aside", "This is entered by your administrator, not on a device.")
                )
            )
        for one in sorted(chosen, key=lambda one: _MADE_AGAIN.index(Kind(one.kind))):
            kind = Kind(one.kind)
            self._desk.save(self._desk.draft(Op.CREATE, kind, one.id, self._fields(kind, one.body)))
        return len(chosen)

    def let_go(self, *ids: str) -> int:
        """Decide that these are gone; how many that were."""
        chosen = self._chosen(ids)
        let_go(self._desk.file.database, [(one.kind, one.id) for one in chosen])
        return len(chosen)

    def _all(self) -> tuple[Missing, ...]:
        return self._missing.all() if self._desk.profile.role in OFFICE else ()

    def _chosen(self, ids: tuple[str, ...]) -> tuple[Missing, ...]:
        found = tuple(one for one in self._all() if one.id in ids)
        if not found:
            raise InvalidInput(Problem("", "gone", translate("set_aside", "This is not missing any more.")))
        return found

    def _view(self, one: Missing) -> MissingRecord:
        what, name = kind_name(one.kind), name_in(one.body)
        return MissingRecord(one.kind, one.id, what, name, one.kind in _MADE_AGAIN)

    def _fields(self, kind: Kind, body: Mapping[str, Any]) -> dict[str, Any]:
        """What a device may say of it; what was said in somebody else's name is said in mine, and names them."""
        mine = self._desk.profile.user_id
        fields = {name: value for name, value in body.items() if name not in SERVER_FIELDS.get(kind, frozenset())}
        if kind is Kind.PUNCH:
            fields["by_id"] = mine
        if kind is Kind.NOTE and fields.get("author_id", mine) != mine:
            author = self._people.names().get(fields["author_id"], "")
            fields |= {"author_id": mine, "text": f"{author}: {fields.get('text', '')}" if author else fields["text"]}
        if kind is Kind.PART:
            fields["author_id"] = mine
        return fields
