"""Devices × server × faults, as a Hypothesis state machine over the real house.

Over 300 lines: a step for each thing that people do, and Hypothesis wants them in one class.
"""

import random
import shutil
import tempfile
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from storage.outbox import Draft
from support.house import Device, House, Template
from support.oracle import Watch, judge, require
from sync.errors import InvalidInput
from sync.faults import COMMON, Exchange, Fault, Script
from sync.faults import Kind as FaultKind
from sync.kinds import Kind
from sync.protocol import Op
from sync.pulling import POLL
from sync.status import Signal
from sync.terms import Choice, SheetStatus

FAULTS = (
    *COMMON,
    Fault(FaultKind.DROP_REPLY),
    Fault(FaultKind.DROP_REPLY),
    Fault(FaultKind.STATUS, 401, "unauthenticated"),
    Fault(FaultKind.STATUS, 409, "forked"),
    Fault(FaultKind.STATUS, 409, "seq_gap"),
    Fault(FaultKind.STATUS, 410, "cursor_gone"),
    Fault(FaultKind.STATUS, 426, "update_needed"),
    Fault(FaultKind.STATUS, 400, "bad_request"),
)
NAMES = ("van", "tablet", "desk", "twin")

devices = st.sampled_from(NAMES)
picks = st.integers(0, 1_000)
values = st.sampled_from(["a", "b", "c"])


class Field(RuleBasedStateMachine):
    template: Template

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="field-"))
        self.house = House(self.folder, self.template)
        self.leads: list[str] = []
        self.customers: list[str] = []
        self.followers: list[tuple[Kind, str]] = []
        self.forgotten: dict[str, int] = {}
        self.undone: set[str] = set()
        self.images: dict[str, Path] = {}
        self.faults: dict[str, list[Fault]] = {name: [] for name in NAMES}
        self.weather = 0.0
        self.chance = random.Random(0)
        self.watch = Watch(self.house)
        self.house.hang_lines(self._line)
        for device in self.house.devices.values():
            device.watch = self.watch

    @initialize(
        number=st.integers(0, 3), name=devices, weather=st.sampled_from([0.5, 0.3, 0.1]), seed=st.integers(0, 2**16)
    )
    def begin(self, number: int, name: str, weather: float, seed: int) -> None:
        """Some records that everybody has seen; then the weather sets in."""
        for _ in range(number):
            self.create(name, "a")
        require("the first day goes well", is_kept=self.house.settle())
        self.weather, self.chance = weather, random.Random(seed)

    @rule(name=devices, value=values)
    def create(self, name: str, value: str) -> None:
        self.leads.append(self._device(name).create(name=value))

    @rule(name=devices, value=values)
    def create_together(self, name: str, value: str) -> None:
        """A customer and a lead that refers to it: both or neither."""
        device = self._device(name)
        customer, lead = device.new_id(), device.new_id()
        device.record(
            Draft(Op.CREATE, Kind.CUSTOMER, customer, {"name": value}),
            Draft(Op.CREATE, Kind.LEAD, lead, {"name": value, "customer_id": customer}),
            is_group=True,
        )
        self.leads.append(lead)
        self.customers.append(customer)

    @rule(name=devices, pick=picks, kind=st.sampled_from([Kind.SITE, Kind.CONTACT]), value=values)
    def follow_customer(self, name: str, pick: int, kind: Kind, value: str) -> None:
        device = self._device(name)
        held = [customer for customer in self.customers if device.shown(customer, Kind.CUSTOMER) is not None]
        if held:
            facts = {"subject_kind": "customer", "subject_id": held[pick % len(held)], "name": value}
            self.followers.append((kind, device.create_of(kind, facts)))

    @rule(name=devices, pick=picks, value=values)
    def correct_follower(self, name: str, pick: int, value: str) -> None:
        device = self._device(name)
        held = [one for one in self.followers if device.shown(one[1], one[0]) is not None]
        if held:
            device.record(Draft(Op.CHANGE, *held[pick % len(held)], {"name": value}))

    @rule(name=devices, pick=picks, field=st.sampled_from(["phone", "need", "source"]), value=values)
    def change(self, name: str, pick: int, field: str, value: str) -> None:
        if (lead := self._lead(name, pick)) is not None:
            self._device(name).change(lead, **{field: value})

    @rule(name=devices, other=devices, pick=picks, value=values)
    def change_at_once(self, name: str, other: str, pick: int, value: str) -> None:
        """Two write one field before either has heard of the other."""
        lead = self._lead(name, pick)
        if lead is not None and self._device(other).shown(lead) is not None:
            self._device(name).change(lead, phone=value)
            self._device(other).change(lead, phone=f"{value}{value}")

    @rule(name=devices, pick=picks, value=values)
    def blunder(self, name: str, pick: int, value: str) -> None:
        """A change that the server has to refuse, since it names a customer that nobody has; and one on top of it."""
        if (lead := self._lead(name, pick)) is not None:
            device = self._device(name)
            device.change(lead, customer_id=device.new_id(), phone=value)
            device.change(lead, phone=f"{value}{value}")

    @rule(name=devices, pick=picks, minor=st.integers(1, 3))
    def price(self, name: str, pick: int, minor: int) -> None:
        """Money is never decided by the clock."""
        if (lead := self._lead(name, pick)) is not None:
            self._device(name).change(lead, value={"minor": minor, "currency": "GBP"})

    @rule(name=devices, pick=picks, choice=st.sampled_from(Choice))
    def settle_conflict(self, name: str, pick: int, choice: Choice) -> None:
        device = self._device(name)
        conflicts = device.open_conflicts()
        if not conflicts:
            return
        conflict_id, conflict = conflicts[pick % len(conflicts)]
        other = {"minor": 4, "currency": "GBP"} if conflict["field"] in ("value", "price") else "d"
        wanted = conflict.get("lost") if choice is Choice.LOST else other
        change = Draft(Op.CHANGE, Kind(conflict["subject_kind"]), conflict["subject_id"], {conflict["field"]: wanted})
        decision = Draft(Op.CHANGE, Kind.CONFLICT, conflict_id, {"choice": choice})
        device.record(*([decision] if choice is Choice.KEPT else [change, decision]), is_group=True)

    @rule(name=devices, pick=picks, value=values)
    def add_note(self, name: str, pick: int, value: str) -> None:
        if (lead := self._lead(name, pick)) is not None:
            facts = {"subject_kind": "lead", "subject_id": lead, "text": value, "written_at": "2026-03-02T12:00:00Z"}
            self._device(name).create_of(Kind.NOTE, facts)

    @rule(name=devices, pick=picks, minor=st.integers(1, 3))
    def use_part(self, name: str, pick: int, minor: int) -> None:
        """One more on a work order of the crew lead's, or another price for one that is there."""
        device = self._device(name)
        price = {"minor": minor, "currency": "GBP"}
        if used := [part for (part,) in device.all("SELECT id FROM part ORDER BY id")]:
            part = used[pick % len(used)]
            device.record(Draft(Op.CHANGE, Kind.PART, part, {"price": price}))
        else:
            order, lead = device.new_id(), self.template.badges["van"].user_id
            valve = {"name": "Valve", "quantity": 1_000, "price": price, "used_at": "2026-03-02T12:00:00Z"}
            facts = {**valve, "subject_kind": "work_order", "subject_id": order}
            device.record(
                Draft(Op.CREATE, Kind.WORK_ORDER, order, {"title": "Boiler", "assignee_id": lead}),
                Draft(Op.CREATE, Kind.PART, device.new_id(), facts),
            )

    @rule(name=devices, pick=picks, op=st.sampled_from([Op.CHANGE, Op.CHANGE, Op.REMOVE]))
    def take_notice(self, name: str, pick: int, op: Op) -> None:
        """Of what somebody was told; on another device they may have done so already."""
        device = self._device(name)
        if told := [record_id for (record_id,) in device.all("SELECT id FROM notification ORDER BY n")]:
            fields = {"is_read": True} if op is Op.CHANGE else {}
            device.record(Draft(op, Kind.NOTIFICATION, told[pick % len(told)], fields))

    @rule(name=devices, pick=picks, is_taken_back=st.booleans())
    def locate(self, name: str, pick: int, is_taken_back: bool) -> None:
        """Where they were, or taking that back, on whichever of their devices."""
        device = self._device(name)
        own = f"SELECT id FROM location WHERE json_extract(body, '$.user_id') = '{device.badge.user_id}' ORDER BY n"
        known = [record_id for (record_id,) in device.all(own)]
        if known and is_taken_back:
            device.record(Draft(Op.REMOVE, Kind.LOCATION, known[pick % len(known)], {}))
        else:
            where = {"at": "2026-03-02T12:00:00Z", "latitude": 51.5, "longitude": -0.14, "accuracy_m": float(pick)}
            facts = {"user_id": device.badge.user_id, "punch_id": device.new_id(), **where}
            device.create_of(Kind.LOCATION, facts)

    @rule(name=devices, pick=picks)
    def hand_in(self, name: str, pick: int) -> None:
        """The crew lead's week, which everybody holds: often on several devices at once."""
        self._device(name).hand_in(self._device("van").badge.user_id, f"2026-03-{2 + 7 * (pick % 2):02}")

    @rule(name=devices, pick=picks, status=st.sampled_from(SheetStatus))
    def decide_on_week(self, name: str, pick: int, status: SheetStatus) -> None:
        """Whatever may follow on what the screen shows: mostly others have decided meanwhile."""
        device = self._device(name)
        steps = [(week, shown) for week, shown in device.weeks() if not device.problems_of(shown, status)]
        if steps:
            device.step_week(steps[pick % len(steps)][0], status)

    @rule(name=devices, pick=picks)
    def remove(self, name: str, pick: int) -> None:
        if (lead := self._lead(name, pick)) is not None:
            self._device(name).record(Draft(Op.REMOVE, Kind.LEAD, lead))

    @rule(name=devices, faults=st.lists(st.sampled_from(FAULTS), min_size=1, max_size=4))
    def strike(self, name: str, faults: list[Fault]) -> None:
        self.faults[name] += faults

    @rule(name=devices, number=st.integers(1, 6))
    def step(self, name: str, number: int) -> None:
        device = self._device(name)
        for _ in range(number):
            self.house.clock.advance_to(min(device.step(), self.house.clock.monotonic() + 5))

    @rule(seconds=st.floats(0.5, 400))
    def live(self, seconds: float) -> None:
        self.house.run(seconds)

    @rule(name=devices, signal=st.sampled_from([Signal.WORK, Signal.NETWORK, Signal.USER]))
    def wake(self, name: str, signal: Signal) -> None:
        self._device(name).engine.notice(signal)

    @rule(name=devices)
    def hear(self, name: str) -> None:
        self._device(name).engine.hear(self.house.ledger.version())

    @rule(name=devices)
    def die(self, name: str) -> None:
        self._device(name).restart()

    @rule(name=devices, pick=picks, decision=st.sampled_from(["retry", "discard"]))
    def decide(self, name: str, pick: int, decision: str) -> None:
        device = self._device(name)
        if parked := device.keys("attention"):
            key = parked[pick % len(parked)]
            getattr(device.profile.attention, decision)(key)
            device.write_down_new()

    @rule(name=devices, pick=picks)
    def undo(self, name: str, pick: int) -> None:
        device = self._device(name)
        waiting = [key for (key,) in device.all("SELECT key FROM outbox WHERE is_withdrawn = 0 ORDER BY seq")]
        if waiting:
            try:
                device.profile.attention.undo(waiting[pick % len(waiting)])
            except InvalidInput:
                return
            self.undone |= {key for (key,) in device.all("SELECT key FROM outbox WHERE is_withdrawn = 1")}

    @rule(name=devices)
    def keep_image(self, name: str) -> None:
        device = self._device(name)
        name = device.name
        device.close()
        image = self.folder / f"{name}-image"
        shutil.rmtree(image, ignore_errors=True)
        shutil.copytree(device.folder, image)
        self.images[name] = image
        device.reopen()

    @precondition(lambda self: self.images)
    @rule(pick=picks)
    def restore_image(self, pick: int) -> None:
        """The disk of a device is replaced by an older one; what was only on it is lost, and nothing else."""
        name = sorted(self.images)[pick % len(self.images)]
        device = self.house.devices[name]
        device.close()
        shutil.copy(self.images[name] / "profile.db", device.folder / "profile.db")
        for leftover in ("profile.db-wal", "profile.db-shm"):
            (device.folder / leftover).unlink(missing_ok=True)
        device.disk += 1
        device.reopen(accepts_older=True)
        tables = ("outbox", "sent", "attention", "trash")
        remembered = {key for table in tables for key in device.keys(table)}
        remembered |= {key for (key,) in device.all("SELECT key FROM successor")}
        lost = [entry.key for entry in device.journal if entry.key not in remembered]
        self.forgotten = {**dict.fromkeys(lost, device.disk), **self.forgotten}

    @precondition(lambda self: "twin" not in self.house.devices)
    @rule(name=devices)
    def clone(self, name: str) -> None:
        """A profile is copied to another computer, and both go on."""
        origin = self._device(name)
        origin.write_down_new()
        twin = self.house.devices["twin"] = origin.clone("twin")
        twin.line.script = self._line("twin")
        twin.watch = self.watch

    def teardown(self) -> None:
        try:
            self._end()
        finally:
            self.house.close()
            shutil.rmtree(self.folder)

    def _end(self) -> None:
        """Ten rough minutes more, then the faults stop; everything has to come to rest, and the books are compared."""
        self.house.run(600)
        self.weather = 0.0
        for name, device in self.house.devices.items():
            self.faults[name].clear()
            device.engine.notice(Signal.SIGNED_IN)
        require("everything goes out when the faults stop", is_kept=self.house.settle())
        self.house.run(POLL[1])  # what a full pull did not name goes with the pull after its last verdict
        judge(self.house, self.forgotten, frozenset(self.undone))

    def _line(self, name: str) -> Script:
        """What happens to each exchange: first what is queued for this device, then whatever the weather brings."""

        def strike(_exchange: Exchange) -> Fault | None:
            if self.faults[name]:
                return self.faults[name].pop(0)
            return self.chance.choice(FAULTS) if self.chance.random() < self.weather else None

        return strike

    def _device(self, name: str) -> Device:
        return self.house.devices.get(name, self.house.devices["desk"])

    def _lead(self, name: str, pick: int) -> str | None:
        """One of the leads that this device shows."""
        shown = [lead for lead in self.leads if self._device(name).shown(lead) is not None]
        return shown[pick % len(shown)] if shown else None
