"""What every use case works with: who works here, the open file, the clocks, and the one way to save something."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from client.profile import Profile
from client.server_clock import ServerClockFile
from client.surroundings import Surroundings, known_zone
from storage.outbox import Draft
from storage.profile import Profile as OpenFile
from sync.clock import Clock
from sync.errors import InvalidInput, Problem
from sync.ids import NewId
from sync.kinds import Kind
from sync.language import translate, words
from sync.protocol import Op
from sync.records import Body, Record, body_of
from sync.rules import field_problems, may


@dataclass(frozen=True)
class Desk:
    profile: Profile
    file: OpenFile
    clock: Clock
    new_id: NewId
    surroundings: Surroundings
    server_clock: ServerClockFile

    def local(self, at: datetime) -> datetime:
        """An instant as this person's clock on the wall shows it."""
        zone = known_zone(self.surroundings.zone)
        return at.astimezone(zone or ZoneInfo("UTC"))

    def create(self, kind: Kind, fields: Mapping[str, Any]) -> str:
        """Save a new record and answer with its id."""
        draft = self.draft(Op.CREATE, kind, self.new_id(), fields)
        self.save(draft)
        return draft.id

    def change(self, kind: Kind, record: Record, fields: Mapping[str, Any]) -> None:
        """Save what differs from the record as it is shown; nothing, where nothing does."""
        changed = differing(body_of(record), fields)
        if changed:
            self.save(self.draft(Op.CHANGE, kind, record.id, changed))

    def save(self, *drafts: Draft, is_group: bool = False) -> None:
        """On return it is on the disk."""
        if drafts:
            self.file.outbox.record(*drafts, is_group=is_group)

    def draft(self, op: Op, kind: Kind, record_id: str, fields: Mapping[str, Any]) -> Draft:
        """An intended change that this user may make and that the rules find nothing wrong with, or `InvalidInput`."""
        plain = plain_fields(fields)
        problems = field_problems(kind, op, plain)
        if not may(self.profile.role, op, kind):
            problems.insert(
                0,
                Problem(
                    "",
                    "not_allowed",
                    translate("desk", "You are not allowed to {what} a {kind}.").format(
                        what=words(op), kind=words(kind)
                    ),
                ),
            )
        if problems:
            raise InvalidInput(*problems)
        return Draft(op, kind, record_id, plain)


def gone(message: str) -> InvalidInput:
    """What was to be read or changed is not on this device any more."""
    return InvalidInput(Problem("", "not_found", message))


def plain_fields(fields: Mapping[str, Any]) -> dict[str, Any]:
    """JSON values as they travel; texts without the space around them."""
    values = msgspec.to_builtins(dict(fields))
    return {name: value.strip() if isinstance(value, str) else value for name, value in values.items()}


def differing(before: Body, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Only what a person has really changed; an absent field and an empty one are the same."""
    return {name: value for name, value in plain_fields(fields).items() if not _is_same(before.get(name), value)}


def _is_same(before: Any, after: Any) -> bool:
    return before == after or (before in (None, "") and after in (None, ""))
