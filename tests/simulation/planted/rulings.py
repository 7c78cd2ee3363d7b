"""Bugs in what the server rules: who may do what, who wins, what stands or falls together."""

from typing import Any

import msgspec

from server_stub import apply as applying
from server_stub import merge, rulings
from server_stub.ledger import Book
from server_stub.rulings import Refused
from simulation.planted.tools import Patch, nothing
from sync import merging
from sync.kinds import Kind
from sync.protocol import Code


def overwrites_unseen(patch: Patch) -> None:
    patch.setattr(merge.Merge, "contests", lambda _: [])


def forgets_who_changed_a_field(patch: Patch) -> None:
    real = rulings.change

    def change(stored: Any, *rest: Any) -> Any:
        return msgspec.structs.replace(real(stored, *rest), stamps=stored.stamps)

    patch.setattr(rulings, "change", change)


def lets_the_last_to_arrive_win(patch: Patch) -> None:
    patch.setattr(merge, "mine_wins", lambda *_: True)


def decides_money_by_the_clock(patch: Patch) -> None:
    patch.setattr(merging, "_POLICIES", {})


def believes_the_device_s_clock(patch: Patch) -> None:
    patch.setattr(applying, "edited_at", lambda occurred, _sent, _received: occurred)


def keeps_nothing_of_what_loses(patch: Patch) -> None:
    real = applying.Clerk._add

    def add(clerk: Any, kind: Kind, *rest: Any) -> str:
        return str(clerk._new_id()) if kind is Kind.CONFLICT else real(clerk, kind, *rest)

    patch.setattr(applying.Clerk, "_add", add)


def counts_what_loses_and_drops_it(patch: Patch) -> None:
    """It has its version, its audit record and its event, and is not there."""
    real = applying.Clerk._add

    def add(clerk: Any, kind: Kind, *rest: Any) -> str:
        made = real(clerk, kind, *rest)
        if kind is Kind.CONFLICT:
            del clerk._book.records[kind, made], clerk._book.changed_records[kind, made]
        return made

    patch.setattr(applying.Clerk, "_add", add)


def forgets_what_both_had_seen(patch: Patch) -> None:
    patch.setattr(merge.Merge, "_before", nothing)


def decides_twice(patch: Patch) -> None:
    patch.setattr(rulings, "check_decision", nothing)


def decides_on_what_nobody_saw(patch: Patch) -> None:
    patch.setattr(rulings, "check_decided_on", nothing)


def deletes_what_was_not_seen(patch: Patch) -> None:
    patch.setattr(rulings, "check_unremoved", nothing)


def applies_behind_what_was_refused(patch: Patch) -> None:
    patch.setattr(rulings, "check_order", nothing)


def tears_groups_apart(patch: Patch) -> None:
    patch.setattr(applying, "_units", lambda lines: ((line,) for line in lines))


def edits_what_was_deleted(patch: Patch) -> None:
    patch.setattr(rulings, "check_is_present", nothing)


def lets_anybody_do_anything(patch: Patch) -> None:
    patch.setattr(rulings, "check_right", nothing)


def knows_no_statuses(patch: Patch) -> None:
    patch.setattr(rulings, "check_transition", nothing)


def takes_orphans(patch: Patch) -> None:
    patch.setattr(rulings, "check_references", nothing)


def refuses_punches_that_point_nowhere(patch: Patch) -> None:
    real = rulings.check_references

    def check_references(book: Book, scope: Any, kind: Kind, fields: dict[str, Any]) -> None:
        real(book, scope, kind, fields)
        order = fields.get("work_order_id")
        if order is not None and (Kind.WORK_ORDER, order) not in book.records:
            raise Refused(Code.NOT_FOUND, "No such work order.")

    patch.setattr(rulings, "check_references", check_references)


def merges_into_what_is_merged_itself(patch: Patch) -> None:
    patch.setattr(rulings, "check_survivor", nothing)


def converts_a_lead_twice(patch: Patch) -> None:
    patch.setattr(rulings, "check_converted_once", nothing)
