"""Bugs in what waits on a device: saving, sending, what needs attention, new streams."""

from collections.abc import Iterable, Sequence
from typing import Any

from simulation.planted.tools import Patch, nothing
from storage import attention, entries, minting, outbox, sealing, settling, streams
from storage import profile as profiles
from storage import store as stores
from storage.database import Tx
from sync.errors import StorageTrouble
from sync.kinds import Kind


def keeps_what_it_parked_in_the_queue(patch: Patch) -> None:
    real = settling.drop_lines

    def drop_lines(tx: Tx, lines: Iterable[settling.Line]) -> None:
        parked = {key for (key,) in tx.all("SELECT key FROM attention")}
        real(tx, [line for line in lines if line.key not in parked])

    patch.setattr(settling, "drop_lines", drop_lines)


def drops_the_line_of_what_was_undone(patch: Patch) -> None:
    """Instead of sending it as a withdrawal."""
    real = entries.withdraw

    def withdraw(tx: Tx, undone: Sequence[entries.Entry], *rest: Any) -> None:
        real(tx, undone, *rest)
        is_inside = "seq < (SELECT max(seq) FROM outbox)"
        tx.many(f"DELETE FROM outbox WHERE key = ? AND {is_inside}", [(entry.key,) for entry in undone])

    patch.setattr(attention, "withdraw", withdraw)


def renumbers_backwards(patch: Patch) -> None:
    real = stores.move_to_new_stream

    def move_to_new_stream(tx: Tx, stream: str) -> None:
        real(tx, stream)
        tx.run("UPDATE outbox SET seq = -seq")
        tx.run("UPDATE outbox SET seq = seq + (SELECT next_seq FROM sync_state)")

    patch.setattr(stores, "move_to_new_stream", move_to_new_stream)


def tries_again_without_what_waits(patch: Patch) -> None:
    patch.setattr(attention, "_behind", lambda *_: [])


def calls_what_is_saved_lost(patch: Patch) -> None:
    real = outbox.Outbox.record

    def record(self: outbox.Outbox, *drafts: outbox.Draft, **how: Any) -> tuple[str, ...]:
        keys = real(self, *drafts, **how)
        if any(draft.kind is Kind.NOTE for draft in drafts):
            raise StorageTrouble("The list could not be drawn.")
        return keys

    patch.setattr(outbox.Outbox, "record", record)


def queues_the_first_of_a_group(patch: Patch) -> None:
    patch.setattr(outbox, "append", lambda tx, mutations: minting.append(tx, mutations[:1]))


def claims_to_have_seen_nothing(patch: Patch) -> None:
    real = minting.Minting.mint

    def mint(self: minting.Minting, intent: Any, **how: Any) -> Any:
        return real(self, intent, **{**how, "seen": minting.Seen(0, {})})

    patch.setattr(minting.Minting, "mint", mint)


def wipes_what_was_not_sent(patch: Patch) -> None:
    patch.setattr(sealing, "_WIPE", (*sealing._WIPE, "DELETE FROM outbox"))


def loses_what_was_refused(patch: Patch) -> None:
    patch.setattr(settling, "park", nothing)


def gives_new_keys_in_a_new_stream(patch: Patch) -> None:
    real = streams.move_to_new_stream

    def move_to_new_stream(tx: Tx, stream: str) -> None:
        real(tx, stream)
        for seq, key, frozen in tx.all("SELECT seq, key, frozen FROM outbox"):
            fresh = f"{stream[:-12]}{seq:012}"
            values = (fresh, bytes(frozen).replace(key.encode(), fresh.encode()), seq)
            tx.run("UPDATE outbox SET key = ?, frozen = ? WHERE seq = ?", values)

    patch.setattr(stores, "move_to_new_stream", move_to_new_stream)


def forgets_the_outbox_at_the_start(patch: Patch) -> None:
    real = profiles.Profile.__init__

    def begin(profile: profiles.Profile, *arguments: Any, **options: Any) -> None:
        real(profile, *arguments, **options)
        with profile.database.write() as tx:
            tx.run("DELETE FROM outbox")

    patch.setattr(profiles.Profile, "__init__", begin)


def forgets_the_outbox_with_the_cursor(patch: Patch) -> None:
    real = stores.begin_anew

    def begin_anew(tx: Tx, **options: bool) -> None:
        real(tx, **options)
        tx.run("DELETE FROM outbox")

    patch.setattr(stores, "begin_anew", begin_anew)


def trashes_without_keeping(patch: Patch) -> None:
    patch.setattr(entries, "_TO_TRASH", "SELECT ?1, ?2, ?3, ?4, '{table}'")


def forgets_what_followed(patch: Patch) -> None:
    """A superseded mutation leaves no trace of what became of it."""
    patch.setattr(attention, "_SUCCEED", "DELETE FROM successor WHERE key = ? AND next_key = ?")


def releases_nothing(patch: Patch) -> None:
    patch.setattr(stores, "release_held", nothing)


def takes_the_newest_base(patch: Patch) -> None:
    """A pull in between hides what the office wrote."""
    patch.setattr(minting, "_bases", lambda *_: {})


def names_nothing_that_it_builds_on(patch: Patch) -> None:
    patch.setattr(minting.Minting, "_after", lambda *_: iter(()))


def sends_no_withdrawals(patch: Patch) -> None:
    real = stores._head

    def head(tx: Tx, *most: int) -> Any:
        return tuple(item for item in real(tx, *most) if not item.is_withdrawal)

    patch.setattr(stores, "_head", head)
