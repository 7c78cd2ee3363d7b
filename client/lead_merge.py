"""Two leads that are one: one stays with the values that a person chose, the other one stays behind it.

The other lead is not deleted: it leaves every list, search and count, and what was noted on it, attached to it or
is still being sent for it by somebody who has not heard of the merge is shown with the one that stays.
"""

from collections.abc import Mapping
from typing import Any

from client.desk import Desk, differing, gone
from client.views import MergeField, MergeView
from storage.queries.leads import Leads
from sync.errors import InvalidInput, Problem
from sync.kinds import Kind
from sync.language import translate
from sync.protocol import Op
from sync.records import Lead, body_of

FIELDS = ("name", "phone", "email", "address", "need", "source", "stage", "assignee_id", "value", "follow_up_on")


class LeadMerge:
    def __init__(self, desk: Desk, leads: Leads) -> None:
        self._desk = desk
        self._leads = leads

    def view(self, kept_id: str, other_id: str) -> MergeView:
        """Raises `InvalidInput` where one of the two is not there to be merged."""
        kept, other = self._standing(kept_id), self._standing(other_id)
        if kept.id == other.id:
            raise InvalidInput(Problem("", "same", translate("lead_merge", "A lead can't be merged into itself.")))
        mine, theirs = body_of(kept), body_of(other)
        differs = differing(mine, {name: theirs.get(name) for name in FIELDS})
        fields = (MergeField(name, getattr(kept, name), getattr(other, name)) for name in FIELDS if name in differs)
        return MergeView(kept, other, tuple(one for one in fields if one.other not in (None, "")))

    def do(self, kept_id: str, other_id: str, chosen: Mapping[str, Any]) -> None:
        """Merge, all or nothing; `chosen` holds the fields that the one that stays takes over."""
        pair = self.view(kept_id, other_id)
        wanted = dict(chosen)
        if pair.kept.customer_id is None and pair.other.customer_id is not None:
            wanted["customer_id"] = pair.other.customer_id
        changed = differing(body_of(pair.kept), wanted)
        drafts = [self._desk.draft(Op.CHANGE, Kind.LEAD, kept_id, changed)] if changed else []
        drafts.append(self._desk.draft(Op.CHANGE, Kind.LEAD, other_id, {"merged_into": kept_id}))
        self._desk.save(*drafts, is_group=True)

    def undo(self, other_id: str) -> None:
        """The other lead stands by itself again; what was taken over from it stays."""
        found = self._leads.get(other_id)
        if found is None or found.record.merged_into is None:
            raise InvalidInput(Problem("", "gone", translate("lead_merge", "This lead stands by itself already.")))
        self._desk.save(self._desk.draft(Op.CHANGE, Kind.LEAD, other_id, {"merged_into": None}))

    def _standing(self, lead_id: str) -> Lead:
        found = self._leads.get(lead_id)
        if found is None or found.record.merged_into is not None:
            raise gone(translate("lead_merge", "This lead is not on this device any more, or was merged."))
        return found.record
