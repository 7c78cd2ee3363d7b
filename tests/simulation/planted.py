"""Bugs planted one at a time on every floor of the house. The simulation is worth what it catches."""

import contextlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from inspect import isfunction
from typing import Any

import msgspec
import pytest
from sqlalchemy import Connection, null

from server_stub import apply as applying
from server_stub import auth, lines, membership, merge, rulings, schema, scope, shelf
from server_stub import pull as server_pull
from server_stub import streams as server_streams
from server_stub.ledger import Book, Line
from storage import absorbing, attention, confirmed, entries, minting, outbox, sealing, settling, show, streams
from storage import profile as profiles
from storage import store as stores
from storage.database import Database, Tx
from sync import lanes, merging, pushing
from sync import pulling as pull_exchange
from sync.engine import Engine
from sync.errors import Busy, CursorGone, NetworkTrouble, StorageTrouble, Unreachable
from sync.http import HttpServer
from sync.kinds import Kind
from sync.protocol import Outcome, Page, PushReply, PushRequest, Row, State, Verdict
from sync.status import Phase
from sync.terms import Role

Patch = pytest.MonkeyPatch
Plant = Callable[[Patch], None]


def _nothing(*_: object, **__: object) -> None:
    """What should have been done is left undone."""


# The server's receipts and books.


def forgets_its_receipts(patch: Patch) -> None:
    patch.setattr(shelf, "_read_receipts", _nothing)


def moves_the_version_twice(patch: Patch) -> None:
    real = applying.write_book

    def write_book(connection: Any, sql: Any, book: Book) -> None:
        book.version += 1
        real(connection, sql, book)

    patch.setattr(applying, "write_book", write_book)


def keeps_no_receipt_of_a_withdrawal(patch: Patch) -> None:
    real = applying.Clerk._close

    def close(clerk: Any, line: Line, outcome: Outcome, detail: Any = None) -> Verdict:
        if outcome is Outcome.WITHDRAWN:
            return Verdict(key=line.key, outcome=outcome)
        return real(clerk, line, outcome, detail)

    patch.setattr(applying.Clerk, "_close", close)


def judges_a_known_key_anew(patch: Patch) -> None:
    """The first verdict is not repeated; whoever lost an answer hears that the record exists already."""
    real = applying.Clerk._repeat

    def repeat(clerk: Any, line: Line, receipt: Any) -> Verdict:
        verdict = real(clerk, line, receipt)
        outcome = Outcome.REFUSED if verdict.outcome is Outcome.APPLIED else verdict.outcome
        return msgspec.structs.replace(verdict, outcome=outcome)

    patch.setattr(applying.Clerk, "_repeat", repeat)


def commits_effect_and_receipt_apart(patch: Patch) -> None:
    real = applying.write_book

    def write_book(connection: Connection, sql: Any, book: Book) -> None:
        receipts, book.new_receipts = book.new_receipts, []
        real(connection, sql, book)
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        sql.insert(connection, schema.receipt, receipts)

    patch.setattr(applying, "write_book", write_book)
    patch.setattr(Connection, "begin_nested", lambda _: contextlib.nullcontext())


def keeps_no_audit_of_refusals(patch: Patch) -> None:
    real = applying.Clerk._note

    def note(clerk: Any, line: Line, outcome: Outcome, *rest: Any) -> None:
        if outcome is not Outcome.REFUSED:
            real(clerk, line, outcome, *rest)

    patch.setattr(applying.Clerk, "_note", note)


def announces_nothing(patch: Patch) -> None:
    real = applying.write_book

    def write_book(connection: Any, sql: Any, book: Book) -> None:
        events = list(book.new_events)
        book.new_events[:] = events[:-1] if len(events) > 1 else events
        real(connection, sql, book)

    patch.setattr(applying, "write_book", write_book)


def keeps_every_explanation(patch: Patch) -> None:
    patch.setattr(server_streams, "_FORGET", server_streams._FORGET.where(schema.receipt.c.key == ""))


def gives_a_number_twice(patch: Patch) -> None:
    real = rulings.create

    def create(book: Book, *rest: Any) -> Any:
        number = book.next_number
        stored = real(book, *rest)
        book.next_number = number
        return stored

    patch.setattr(rulings, "create", create)


def keeps_whole_bodies_in_receipts(patch: Patch) -> None:
    patch.setattr(lines, "body_hash", bytes)


def leaves_the_time_on_jobs_alone(patch: Patch) -> None:
    patch.setattr(applying, "follow_or_owe", _nothing)


# The server's rules.


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
    patch.setattr(merge.Merge, "_before", _nothing)


def decides_twice(patch: Patch) -> None:
    patch.setattr(rulings, "check_decision", _nothing)


def decides_on_what_nobody_saw(patch: Patch) -> None:
    patch.setattr(rulings, "check_decided_on", _nothing)


def deletes_what_was_not_seen(patch: Patch) -> None:
    patch.setattr(rulings, "check_unremoved", _nothing)


def applies_behind_what_was_refused(patch: Patch) -> None:
    patch.setattr(rulings, "check_order", _nothing)


def tears_groups_apart(patch: Patch) -> None:
    patch.setattr(applying, "_units", lambda lines: ((line,) for line in lines))


def edits_what_was_deleted(patch: Patch) -> None:
    patch.setattr(rulings, "check_is_present", _nothing)


def lets_anybody_do_anything(patch: Patch) -> None:
    patch.setattr(rulings, "check_right", _nothing)


def knows_no_statuses(patch: Patch) -> None:
    patch.setattr(rulings, "check_transition", _nothing)


def takes_orphans(patch: Patch) -> None:
    patch.setattr(rulings, "check_references", _nothing)


def refuses_punches_that_point_nowhere(patch: Patch) -> None:
    patch.setattr(rulings, "_SOFT_KINDS", frozenset())


def finds_what_is_out_of_scope(patch: Patch) -> None:
    patch.setattr(Book, "is_in_scope", lambda *_: True)


# The server's pull.


def skips_a_version_in_the_pull(patch: Patch) -> None:
    real = server_pull._advance

    def advance(cursor: Any, page: Any, *, is_last: bool) -> Any:
        moved = real(cursor, page, is_last=is_last)
        version, kind, record_id = moved.place
        return msgspec.structs.replace(moved, place=(version + 1, kind, record_id))

    patch.setattr(server_pull, "_advance", advance)


def never_says_what_was_deleted(patch: Patch) -> None:
    real = server_pull._rows

    def rows(*arguments: Any) -> Any:
        return (row for row in real(*arguments) if row.state is not State.DELETED)

    patch.setattr(server_pull, "_rows", rows)


def never_says_what_left_the_scope(patch: Patch) -> None:
    real = server_pull._rows

    def rows(*arguments: Any) -> Any:
        return (row for row in real(*arguments) if row.state is not State.REMOVED)

    patch.setattr(server_pull, "_rows", rows)


def names_older_versions(patch: Patch) -> None:
    real = server_pull._rows

    def rows(*arguments: Any) -> Any:
        return (msgspec.structs.replace(row, version=max(0, row.version - 1)) for row in real(*arguments))

    patch.setattr(server_pull, "_rows", rows)


def shows_workers_everything(patch: Patch) -> None:
    patch.setitem(scope._BY_ROLE, Role.WORKER, frozenset(Kind))


def forgets_the_organisation(patch: Patch) -> None:
    """Both companies' rows in one pull."""
    real = server_pull._slices

    def slices(connection: Any, org: int, scope: Any, cursor: Any, most: int) -> Any:
        yield from real(connection, org, scope, cursor, most)
        everything = msgspec.structs.replace(cursor, place=(0, "", ""), ceiling=10**9)
        yield from real(connection, 3 - org, scope, everything, most)

    patch.setattr(server_pull, "_slices", slices)


def leaves_customers_behind(patch: Patch) -> None:
    """A work order that is reassigned does not bring its customer."""
    patch.setattr(membership, "_audiences_of_customer", lambda book, one: book.audiences((Kind.CUSTOMER, one)))


def leaves_followers_behind(patch: Patch) -> None:
    patch.setattr(membership, "_settle_followers", _nothing)


def keeps_whoever_once_held(patch: Patch) -> None:
    real = Book.put_entry

    def put_entry(book: Book, *where: Any, is_present: bool) -> None:
        if is_present:
            real(book, *where, is_present=True)

    patch.setattr(Book, "put_entry", put_entry)


# The server's door.


def lets_the_locked_out_in(patch: Patch) -> None:
    real = auth._SELECT_DEVICE
    columns = [null().label(one.name) if one.name == "revoked_at" else one for one in real.selected_columns]
    patch.setattr(auth, "_SELECT_DEVICE", real.with_only_columns(*columns, maintain_column_froms=True))


def lets_anybody_decide_on_a_week(patch: Patch) -> None:
    patch.setattr(rulings, "step_problems", lambda *_, **__: [])


def merges_into_what_is_merged_itself(patch: Patch) -> None:
    patch.setattr(rulings, "check_survivor", _nothing)


def lets_workers_remove_others_pictures(patch: Patch) -> None:
    patch.setattr(rulings, "check_author", _nothing)


def leaves_merged_leads_behind(patch: Patch) -> None:
    patch.setattr(membership, "_audiences_of_survivor", lambda *_: frozenset())


def tells_anew_what_comes_back(patch: Patch) -> None:
    real = applying.Clerk._add

    def add(clerk: Any, kind: Kind, new: Any, edited: int, _record_id: str | None = None) -> str:
        return real(clerk, kind, new, edited)

    patch.setattr(applying.Clerk, "_add", add)


def tells_nobody(patch: Patch) -> None:
    patch.setattr(applying, "news_of", lambda *_: ())


# In the device's file.


def goes_back_to_an_older_cursor(patch: Patch) -> None:
    """Every third page is taken for the first one."""
    real = stores.LocalStore.absorb
    pages: dict[int, list[str]] = defaultdict(list)

    def absorb(store: stores.LocalStore, page: Page) -> None:
        cursors = pages[id(store)]
        cursors.append(page.cursor)
        real(store, page if len(cursors) % 3 else msgspec.structs.replace(page, cursor=cursors[0]))

    patch.setattr(stores.LocalStore, "absorb", absorb)


def keeps_what_it_parked_in_the_queue(patch: Patch) -> None:
    real = settling.drop_lines

    def drop_lines(tx: Tx, lines: Iterable[settling.Line]) -> None:
        parked = {key for (key,) in tx.all("SELECT key FROM attention")}
        real(tx, [line for line in lines if line.key not in parked])

    patch.setattr(settling, "drop_lines", drop_lines)


def takes_an_older_row_for_news(patch: Patch) -> None:
    names_older_versions(patch)
    patch.setattr(confirmed, "_versions", lambda *_: {})


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


def undoes_one_of_a_group(patch: Patch) -> None:
    real = attention._members

    def members(tx: Tx, table: str, key: str) -> list[Any]:
        return [one for one in real(tx, table, key) if table != "outbox" or one.key == key]

    patch.setattr(attention, "_members", members)


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


def miscounts_what_it_holds(patch: Patch) -> None:
    real = stores.tallies

    def tallies(tx: Tx) -> Any:
        counted = real(tx)
        return counted and {kind: one for kind, one in counted.items() if kind != Kind.USER}

    patch.setattr(stores, "tallies", tallies)


def takes_a_verdict_for_a_snapshot(patch: Patch) -> None:
    """What a verdict named before the snapshot began counts as named by it."""
    patch.setattr(confirmed, "_GENERATION", "SELECT generation, 0 FROM sync_state")


def tears_groups_at_an_undo(patch: Patch) -> None:
    real = attention.dependants

    def dependants(tx: Tx, members: Sequence[Any]) -> list[Any]:
        return [one for one in real(tx, members) if one.group is None or one.mutation.after]

    patch.setattr(attention, "dependants", dependants)


def takes_a_verdict_without_its_row(patch: Patch) -> None:
    patch.setattr(settling, "store_rows", lambda *_, **__: {})


def loses_what_was_refused(patch: Patch) -> None:
    patch.setattr(settling, "park", _nothing)


def takes_a_refusal_for_success(patch: Patch) -> None:
    patch.setattr(settling, "ACCEPTED", frozenset(Outcome))


def hides_my_own_work(patch: Patch) -> None:
    patch.setattr(show, "read_pending", lambda _tx, _ids: {})


def shows_the_file_too_late(patch: Patch) -> None:
    patch.setattr(outbox, "show", _nothing)


def moves_the_cursor_past_a_row(patch: Patch) -> None:
    real = absorbing.store_rows

    def store_rows(tx: Tx, rows: Sequence[Row]) -> object:
        return real(tx, rows[:-1])

    patch.setattr(absorbing, "store_rows", store_rows)


def moves_the_cursor_before_the_rows(patch: Patch) -> None:
    """Two transactions, and between them the program may end."""
    real = stores.LocalStore.absorb

    def absorb(store: stores.LocalStore, page: Page) -> None:
        real(store, msgspec.structs.replace(page, rows=[]))
        real(store, page)

    patch.setattr(stores.LocalStore, "absorb", absorb)


def settles_before_it_stores(patch: Patch) -> None:
    """The verdicts in one transaction, their rows in the next."""
    real = stores.LocalStore.settle

    def settle(store: stores.LocalStore, reply: PushReply) -> None:
        rows = [verdict.row for verdict in reply.verdicts if verdict.row is not None]
        bare = [msgspec.structs.replace(verdict, row=None) for verdict in reply.verdicts]
        real(store, msgspec.structs.replace(reply, verdicts=bare))
        with store._database.write() as tx:
            for kind, known in settling.store_rows(tx, rows).items():
                show.show(tx, kind, known, known)

    patch.setattr(stores.LocalStore, "settle", settle)


def gives_new_keys_in_a_new_stream(patch: Patch) -> None:
    real = streams.move_to_new_stream

    def move_to_new_stream(tx: Tx, stream: str) -> None:
        real(tx, stream)
        for seq, key, frozen in tx.all("SELECT seq, key, frozen FROM outbox"):
            fresh = f"{stream[:-12]}{seq:012}"
            values = (fresh, bytes(frozen).replace(key.encode(), fresh.encode()), seq)
            tx.run("UPDATE outbox SET key = ?, frozen = ? WHERE seq = ?", values)

    patch.setattr(stores, "move_to_new_stream", move_to_new_stream)


def stays_in_a_forked_stream(patch: Patch) -> None:
    patch.setattr(stores.LocalStore, "open_stream", _nothing)


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


def never_sweeps(patch: Patch) -> None:
    patch.setattr(absorbing, "_sweep", _nothing)


def calls_a_failed_commit_saved(patch: Patch) -> None:
    real = Database._commit

    def commit(database: Database, tx: Tx, turn: int) -> None:
        with contextlib.suppress(StorageTrouble):
            real(database, tx, turn)

    patch.setattr(Database, "_commit", commit)


def calls_a_doubtful_commit_lost(patch: Patch) -> None:
    patch.setattr(Database, "_has_landed", lambda *_: False)


def trashes_without_keeping(patch: Patch) -> None:
    patch.setattr(entries, "_TO_TRASH", "SELECT ?1, ?2, ?3, ?4, '{table}'")


def forgets_what_followed(patch: Patch) -> None:
    """A superseded mutation leaves no trace of what became of it."""
    patch.setattr(attention, "_SUCCEED", "DELETE FROM successor WHERE key = ? AND next_key = ?")


def releases_nothing(patch: Patch) -> None:
    patch.setattr(stores, "release_held", _nothing)


def undoes_without_what_builds_on_it(patch: Patch) -> None:
    patch.setattr(attention, "dependants", lambda *_: [])


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


# In the engine.


def takes_anything_for_success(patch: Patch) -> None:
    real = HttpServer.push

    def push(server: HttpServer, request: PushRequest) -> PushReply:
        try:
            return real(server, request)
        except Unreachable:
            verdicts = [Verdict(key=item.key, outcome=Outcome.APPLIED) for item in request.mutations]
            now = server._clock.now()
            return PushReply(protocol=1, epoch=request.epoch, last_seq=0, version=0, server_time=now, verdicts=verdicts)

    patch.setattr(HttpServer, "push", push)


def drops_the_batch_after_a_timeout(patch: Patch) -> None:
    real = Engine._doubt

    def doubt(self: Engine, trouble: Unreachable | Busy, lane: Phase) -> None:
        real(self, trouble, lane)
        store = self._store
        if lane is Phase.PUSHING and isinstance(store, stores.LocalStore):
            with store._database.write() as tx:
                tx.run("DELETE FROM outbox")

    patch.setattr(Engine, "_doubt", doubt)


def ends_at_a_500(patch: Patch) -> None:
    real = Engine._meet

    def meet(self: Engine, trouble: NetworkTrouble, lane: Phase) -> Phase:
        phase = real(self, trouble, lane)
        if isinstance(trouble, Busy) and trouble.status == 500:
            self._steps[Phase.WAITING] = lambda: Phase.WAITING
            self.restart = _nothing
            return Phase.WAITING
        return phase

    patch.setattr(Engine, "_meet", meet)


def never_polls(patch: Patch) -> None:
    patch.setattr(pull_exchange, "POLL", (10_000.0, 10_000.0))
    patch.setattr(Engine, "_want_pull", _nothing)


def never_knocks(patch: Patch) -> None:
    patch.setattr(Engine, "_knock", lambda _: Phase.SIGN_IN_NEEDED)


def does_not_do_as_it_is_asked(patch: Patch) -> None:
    patch.setattr(lanes.Lanes, "hold_all", _nothing)


def tries_without_end(patch: Patch) -> None:
    patch.setattr(lanes, "pause", lambda *_: 0.0)


def waits_for_hours(patch: Patch) -> None:
    patch.setattr(lanes, "pause", lambda *_: 10_000.0)


def skips_what_is_gone(patch: Patch) -> None:
    """A cursor that the server does not know any more is kept all the same."""
    real = Engine._meet

    def meet(self: Engine, trouble: NetworkTrouble, lane: Phase) -> Phase:
        if isinstance(trouble, CursorGone):
            self._pulling._finish(10**9)
            return Phase.IDLE
        return real(self, trouble, lane)

    patch.setattr(Engine, "_meet", meet)


def believes_the_first_page_is_all(patch: Patch) -> None:
    real = HttpServer.pull

    def pull(server: HttpServer, cursor: str, limit: int) -> Page:
        return msgspec.structs.replace(real(server, cursor, limit), more=False)

    patch.setattr(HttpServer, "pull", pull)


def takes_any_answer_that_is_under_way(patch: Patch) -> None:
    patch.setattr(pushing._UnderWay, "leads", lambda *_: True)


def convicts_without_proof(patch: Patch) -> None:
    real = Engine._doubt

    def doubt(self: Engine, trouble: Unreachable | Busy, lane: Phase) -> None:
        real(self, trouble, lane)
        if lane is Phase.PUSHING and self._pushing.batch:
            self._pushing.withdraw(pushing.POISON)

    patch.setattr(Engine, "_doubt", doubt)


_OURS = {name: one for name, one in globals().items() if isfunction(one) and one.__module__ == __name__}
PLANTS = tuple(name for name in _OURS if not name.startswith("_"))

# By which plant each check turns red, and at which seed; `test_planted` forges books and files for the rest.
RED: dict[str, tuple[str, int]] = {
    "no wall was hit": ("forgets_its_receipts", 1),
    "one effect for each accepted key": ("moves_the_version_twice", 1),
    "every delivery gets the same verdict": ("judges_a_known_key_anew", 1),
    "each version has one audit record and one event": ("announces_nothing", 1),
    "confirmed verdicts are forgotten": ("keeps_every_explanation", 1),
    "a receipt is small": ("keeps_whole_bodies_in_receipts", 1),
    "a number is given once": ("gives_a_number_twice", 4),
    "the server rules as the reference does": ("forgets_who_changed_a_field", 1),
    "what is stored is what was ruled": ("believes_the_device_s_clock", 1),
    "what loses is kept": ("counts_what_loses_and_drops_it", 1),
    "nobody is told of one thing twice": ("tells_anew_what_comes_back", 11),
    "nothing of another organisation": ("forgets_the_organisation", 3),
    "whoever is locked out gets nothing": ("lets_the_locked_out_in", 7),
    "a self-check finds nothing wrong": ("miscounts_what_it_holds", 1),
    "a verdict brings its row": ("takes_a_verdict_without_its_row", 1),
    "both sides name the same outcome": ("takes_a_refusal_for_success", 1),
    "the screen shows the projection": ("hides_my_own_work", 1),
    "a device holds its scope": ("moves_the_cursor_past_a_row", 2),
    "a cursor never goes back": ("goes_back_to_an_older_cursor", 1),
    "a key lies in one place": ("keeps_what_it_parked_in_the_queue", 1),
    "a record never grows older": ("takes_an_older_row_for_news", 1),
    "numbers without a gap": ("drops_the_line_of_what_was_undone", 12),
    "what was called saved is there": ("queues_the_first_of_a_group", 1),
    "what was called not saved is not there": ("calls_what_is_saved_lost", 5),
    "a change names what its author saw": ("claims_to_have_seen_nothing", 1),
    "a change names what it builds on": ("names_nothing_that_it_builds_on", 1),
    "every key can be found": ("drops_the_batch_after_a_timeout", 1),
    "nothing is convicted without proof": ("convicts_without_proof", 4),
    "what the server asks for is kept to": ("does_not_do_as_it_is_asked", 1),
    "failures are waited for": ("tries_without_end", 3),
    "a timer is set": ("waits_for_hours", 1),
    "rest comes within the rounds that the backlog needs": ("never_knocks", 8),
    "all comes to rest by itself": ("ends_at_a_500", 5),
}

# A seed that catches each of the others that are caught early; whatever stands in neither list has not been caught yet,
# and is kept to be hunted; `python -m tests.simulation --hunt` finds them anew.
CAUGHT: dict[str, int] = {
    "keeps_no_receipt_of_a_withdrawal": 3,
    "keeps_no_audit_of_refusals": 1,
    "leaves_the_time_on_jobs_alone": 8,
    "overwrites_unseen": 1,
    "lets_the_last_to_arrive_win": 1,
    "decides_money_by_the_clock": 1,
    "keeps_nothing_of_what_loses": 1,
    "forgets_what_both_had_seen": 1,
    "decides_twice": 1,
    "decides_on_what_nobody_saw": 2,
    "deletes_what_was_not_seen": 7,
    "applies_behind_what_was_refused": 2,
    "tears_groups_apart": 1,
    "lets_anybody_do_anything": 4,
    "knows_no_statuses": 2,
    "takes_orphans": 7,
    "merges_into_what_is_merged_itself": 3,
    "leaves_merged_leads_behind": 9,
    "tells_nobody": 1,
    "renumbers_backwards": 11,
    "wipes_what_was_not_sent": 4,
    "never_polls": 1,
    "finds_what_is_out_of_scope": 1,
    "skips_a_version_in_the_pull": 1,
    "never_says_what_was_deleted": 6,
    "never_says_what_left_the_scope": 2,
    "names_older_versions": 1,
    "shows_workers_everything": 1,
    "leaves_followers_behind": 7,
    "keeps_whoever_once_held": 2,
    "loses_what_was_refused": 1,
    "shows_the_file_too_late": 1,
    "settles_before_it_stores": 7,
    "gives_new_keys_in_a_new_stream": 3,
    "forgets_the_outbox_at_the_start": 6,
    "forgets_the_outbox_with_the_cursor": 2,
    "trashes_without_keeping": 3,
    "forgets_what_followed": 5,
    "takes_the_newest_base": 2,
    "sends_no_withdrawals": 3,
    "takes_anything_for_success": 1,
}
