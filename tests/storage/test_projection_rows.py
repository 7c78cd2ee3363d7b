"""Whatever happens in whatever order: a visible row is project(confirmed, pending), and the search finds it."""

import random
import tempfile
from pathlib import Path
from typing import Any
from unittest import mock

import msgspec
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from storage import filling
from storage.outbox import Draft
from storage.pending import thaw
from storage.queries.filters import LeadFilter
from support.clock import FakeClock
from support.profiles import chunk, held, mutation_of, open_profile, page, refused, reply, withdrawn
from support.search_words import misfiled
from sync.errors import InvalidInput
from sync.ids import id_maker
from sync.kinds import Kind
from sync.project import project
from sync.protocol import Code, Item, Mutation, Op, Outcome, Refusal, Row, State, Verdict

PLENTY = 10**9
NAMES = st.sampled_from(["Ash", "Birch", "Cedar", "Élan"])
NEEDS = st.sampled_from(["boiler", "pump"])


class ProfileAndServer(RuleBasedStateMachine):
    """One profile and a server that answers as it likes; what shows is computed a second time from the tables."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = FakeClock()
        self.profile = open_profile(Path(self.folder.name) / "p", self.clock)
        self.new_id = id_maker(self.clock, random.Random(5))
        self.version = 0
        self.server: dict[str, Row] = {}
        self.leads: list[str] = []
        self.written = 0

    def teardown(self) -> None:
        self.profile.close()
        self.folder.cleanup()

    @rule(name=NAMES, need=NEEDS)
    def create(self, name: str, need: str) -> None:
        lead = self.new_id()
        self.leads.append(lead)
        self.profile.outbox.record(Draft(Op.CREATE, Kind.LEAD, lead, {"name": name, "need": need}))
        self.written += 1

    @precondition(lambda self: self.leads)
    @rule(data=st.data(), op=st.sampled_from([Op.CHANGE, Op.CHANGE, Op.REMOVE, Op.RESTORE]), name=NAMES)
    def edit(self, data: st.DataObject, op: Op, name: str) -> None:
        lead = data.draw(st.sampled_from(self.leads))
        self.profile.outbox.record(Draft(op, Kind.LEAD, lead, {} if op is Op.REMOVE else {"name": name}))
        self.written += 1

    @rule(data=st.data(), most=st.integers(1, 4))
    def push(self, data: st.DataObject, most: int) -> None:
        verdicts = [self._answer(data, item) for item in self.profile.store.next_batch(most, PLENTY)]
        answer = reply(*verdicts)
        self.profile.store.settle(answer)
        if data.draw(st.booleans()):
            self.profile.store.settle(answer)

    @rule(name=NAMES, state=st.sampled_from(State), data=st.data())
    def pull(self, name: str, state: State, data: st.DataObject) -> None:
        lead = data.draw(st.sampled_from(self.leads)) if self.leads else self.new_id()
        if lead not in self.leads:
            self.leads.append(lead)
        self.version += 1
        body = {"name": name} if state is State.PRESENT else {}
        self.server[lead] = Row(kind="lead", id=lead, version=self.version, state=state, body=body)
        self.profile.store.absorb(page([self.server[lead]], str(self.version), version=self.version))

    @rule()
    def pull_everything(self) -> None:
        self.profile.store.drop_cursor()
        rows = [row for row in self.server.values() if row.state is State.PRESENT]
        self.profile.store.absorb(page(rows, str(self.version), version=self.version))

    @rule()
    def fill_from_a_snapshot(self) -> None:
        """As many as there are, at once where nothing of them is known."""
        self.profile.store.drop_cursor()
        rows = [row for row in self.server.values() if row.state is State.PRESENT]
        with mock.patch.multiple(filling, WORTH_IT=1, AT_ONCE=2):
            self.profile.store.absorb_chunk(self.profile.store.make_ready(chunk(rows, cursor=str(self.version))))

    @rule()
    def open_stream(self) -> None:
        self.profile.store.open_stream()

    @rule(data=st.data(), decision=st.sampled_from(["retry", "discard", "fix", "restore", "undo", "withdraw"]))
    def decide(self, data: st.DataObject, decision: str) -> None:
        table = {"restore": "trash", "undo": "outbox", "withdraw": "outbox"}.get(decision, "attention")
        with self.profile.database.read() as tx:
            keys = [key for (key,) in tx.all(f"SELECT key FROM {table} ORDER BY place")]
        if not keys:
            return
        key = data.draw(st.sampled_from(keys))
        attention = self.profile.attention
        try:
            if decision == "fix":
                attention.fix(key, {"name": "Mended"})
            elif decision == "withdraw":
                self.profile.store.withdraw(key, Refusal(code=Code.INTERNAL, message="Too large."))
            else:
                getattr(attention, decision)(key)
        except InvalidInput:
            return

    @invariant()
    def shows_the_projection(self) -> None:
        with self.profile.database.read() as tx:
            confirmed = {
                i: thawed(body) for i, body in tx.all("SELECT id, body FROM confirmed WHERE state = 'present'")
            }
            pending: dict[str, list[Mutation]] = {}
            for _, frozen in tx.all(
                "SELECT place, frozen FROM outbox WHERE is_withdrawn = 0"
                " UNION ALL SELECT place, frozen FROM attention WHERE outcome <> 'merged' ORDER BY 1"
            ):
                mutation = thaw(frozen)
                pending.setdefault(mutation.id, []).append(mutation)
            visible = {i: thawed(body) for i, body in tx.all("SELECT id, body FROM lead")}
        expected = {lead: project(confirmed.get(lead), pending.get(lead, ())) for lead in {*confirmed, *pending}}
        assert visible == {lead: dict(body) for lead, body in expected.items() if body is not None}

    @invariant()
    def search_finds_what_shows(self) -> None:
        for word in ("ash", "elan", "mended"):
            found = self.profile.queries.leads.page(LeadFilter(words=word), 1_000)
            with self.profile.database.read() as tx:
                names = [row[0] for row in tx.all("SELECT name_key FROM lead WHERE name_key = ?", (word,))]
            assert len(found) == len(names)
        with self.profile.database.write() as tx:
            assert not misfiled(tx._connection)

    @invariant()
    def the_outbox_has_no_gap(self) -> None:
        position = self.profile.store.position()
        seqs = [item.seq for item in self.profile.store.next_batch(10_000, PLENTY)]
        assert seqs == list(range(position.confirmed_seq + 1, position.confirmed_seq + 1 + len(seqs)))

    @invariant()
    def nothing_is_lost(self) -> None:
        """Every mutation ever minted is waiting, sent, with a person, in the trash, or has a successor."""
        with self.profile.database.read() as tx:
            (kept,) = tx.one(
                "SELECT count(*) FROM (SELECT key FROM outbox UNION SELECT key FROM sent UNION SELECT key FROM"
                " attention UNION SELECT key FROM trash UNION SELECT key FROM successor)"
            ) or (0,)
            minted = tx.value("SELECT next_place FROM sync_state") - 1
        assert kept == minted
        assert minted >= self.written

    def _answer(self, data: st.DataObject, item: Item) -> Verdict:
        if item.is_withdrawal:
            return withdrawn(item)
        mutation = mutation_of(item)
        outcome = data.draw(st.sampled_from([Outcome.APPLIED, Outcome.APPLIED, Outcome.REFUSED, Outcome.HELD]))
        if outcome is Outcome.HELD and mutation.after:
            return held(item, mutation.after[-1])
        if outcome is not Outcome.APPLIED:
            return refused(item)
        self.version += 1
        return Verdict(key=item.key, outcome=outcome, version=self.version, row=self._apply(mutation))

    def _apply(self, mutation: Mutation) -> Row:
        before = self.server.get(mutation.id)
        body = project(before.body if before and before.state is State.PRESENT else None, [mutation])
        state = State.DELETED if body is None else State.PRESENT
        whole = {"name": "Server", **(body or {})} if body is not None else {}
        row = Row(kind="lead", id=mutation.id, version=self.version, state=state, body=whole)
        self.server[mutation.id] = row
        return row


def thawed(body: bytes) -> dict[str, Any]:
    return msgspec.json.decode(body, type=dict[str, Any])


TestProfileAndServer = ProfileAndServer.TestCase
TestProfileAndServer.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
