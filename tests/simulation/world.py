"""One seed: a company, its devices and its server under a weather of faults, watched at each step, judged at rest.

Over 300 lines: who is there, how time goes by and what happens decide on each other, by one chance.
"""

import logging
import math
import random
import shutil
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

from simulation.company import NOON, RIVAL, Company
from simulation.company import Person as PersonInCompany
from simulation.device import Device
from simulation.files import little_room
from simulation.journal import Journal
from simulation.network import Delivery, Line, Trace
from simulation.oracle.bytes import Bytes, BytesWatch, check_sent_behind_its_record
from simulation.oracle.counting import Counter, Kept, read_records
from simulation.oracle.judging import Judge
from simulation.oracle.promises import require
from simulation.oracle.scope import Scope
from simulation.oracle.watching import Watch
from simulation.people import Person
from simulation.server import Machine, Server
from simulation.weather import Weather
from support.clock import FakeClock
from sync.faults import Exchange, Fault, Kind, Script
from sync.protocol import MAX_MUTATIONS
from sync.pulling import POLL
from sync.status import ACTIVE, Phase, Signal

CASTS = (
    ("van", "desk"),
    ("van", "phone", "desk"),
    ("tablet", "desk", "van"),
    ("tablet", "boss"),
    ("van", "tablet", "desk", "quarry"),
    ("phone", "van", "tablet", "boss"),
)
SHARES = (0.15, 0.3, 0.3, 0.45)
BETWEEN_ACTS = 4.5
# A seed's days stay what they were: what people do besides begins with this one.
CONVERTING_SINCE = 200_000
CARRYING_SINCE = 300_000
BYTES = "/bytes"
"""Behind a device's name: its other thread, on a line of its own."""
MEANWHILE = 0.05
LET_IN_AGAIN = 0.1
BAD_DISK = 0.01
# Whoever is told so by a person tries at once, whatever the server has asked for.
OVERRULING = frozenset({Signal.USER, Signal.CHECK, Signal.SIGNED_IN})
NEVER_STUCK = 4_500.0
SPIN = 20_000


class _Walls(logging.Handler):
    """What the program logs where it meets what nobody expected."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.hits: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.hits.append(self.format(record))


class World:
    def __init__(
        self, seed: int, company: Company, machine: Machine, folder: Path, script: Script | None = None
    ) -> None:
        self.seed = seed
        self.folder = folder
        self.company = company
        self.chance = random.Random(seed)
        self.clock = FakeClock(NOON)
        self.begin = self.clock.monotonic()
        self.trace = Trace()
        self.journal = Journal()
        self.weather = Weather(random.Random(self.chance.random()), self.chance.choice(SHARES))
        self._script = script or self.weather
        self.server = Server(machine, folder, self.clock)
        self.devices: dict[str, Device] = {}
        self.people: dict[str, Person] = {}
        self.lines: dict[str, Line] = {}
        self._due: dict[str, float] = {}
        self._signals: dict[str, list[Signal]] = {}
        self._heard: dict[str, int] = {}
        self._images: dict[str, Path] = {}
        self._befallen: list[tuple[str, Fault]] = []
        self._backup: tuple[Path, Kept] | None = None
        self._locked_out: list[PersonInCompany] = []
        self._epochs = 0
        self._depth = 0
        self._walls = _Walls(logging.ERROR)
        self._carries = seed >= CARRYING_SINCE
        self._room = ExitStack()
        self.counter = Counter(self.server, company, self.journal, self.clock)
        cast = self.chance.choice(CASTS)
        for name in cast if self.chance.random() < 0.75 else (*cast, RIVAL):
            self._move_in(name, name, company.device_folder(name))

    def __enter__(self) -> "World":
        logging.getLogger().addHandler(self._walls)
        if self._carries:
            self._room.enter_context(little_room())
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger().removeHandler(self._walls)
        self._room.close()
        for device in self.devices.values():
            device.close()
        self.server.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def rounds(self) -> int:
        return sum(line.rounds for line in self.lines.values())

    @property
    def faults(self) -> int:
        return sum(line.faults for line in self.lines.values())

    def live(self, rounds: int) -> None:
        """Work and faults, until so many exchanges were tried."""
        next_act = self.clock.monotonic()
        for _ in range(SPIN):
            if self.rounds >= rounds:
                return
            name = min(self._due, key=lambda each: self._due[each])
            if next_act <= self._due[name]:
                self.clock.advance_to(next_act)
                next_act = self.clock.monotonic() + self.chance.expovariate(1 / BETWEEN_ACTS)
                self._something_happens()
            else:
                self.clock.advance_to(self._due[name])
                self._beat(name)
            self._let_it_befall()

    def come_to_rest(self) -> None:
        """The faults stop, and nobody does anything any more."""
        self._let_in()
        self._calm()
        if self.seed % 2:
            self._rest_by_timers()
        else:
            self._rest_in_rounds()

    def note_files(self) -> None:
        """The content of every file goes into the trace as well."""
        self.trace.note_content(self.server.reader)
        for device in self.devices.values():
            self.trace.note_content(device.reader)

    def _rest_by_timers(self) -> None:
        """Timers alone have to bring all home."""
        is_home = self._run_until_quiet(NEVER_STUCK)
        self._run_for(POLL[1])  # what is left over goes with the next pull, which may bring back what waited for it
        is_home = is_home and self._run_until_quiet(NEVER_STUCK)
        require("all comes to rest by itself", is_kept=is_home, about=self._standing())

    def _rest_in_rounds(self) -> None:
        """Everybody is asked in turn to send and fetch all: so many times and no more.

        Where a server was restored, what waits for a record that another brings back to it goes a round later.
        """
        backlog = max(device.one("SELECT count(*) FROM outbox")[0] for device in self.devices.values())
        for _ in range(2 + (self._epochs > 0) + self._carries + math.ceil(backlog / MAX_MUTATIONS)):
            for name in self.devices:
                self._round(name)
        is_home = all(self._is_quiet(device) for device in self.devices.values())
        check = "rest comes within the rounds that the backlog needs"
        require(check, is_kept=is_home, about=self._standing())

    def judge(self) -> None:
        scope = Scope(read_records(self.server), self.company.people.values())
        Judge(self.server, self.journal, self.counter).judge(self.devices.values(), scope)
        if self._carries:
            Bytes(self.server, self.counter).judge(self.devices.values())

    def _round(self, name: str) -> None:
        """Records first, then the bytes that they speak of, then what the server says of those."""
        self._wake(name, Signal.USER)
        self._exchange(name)
        if self._carries:
            self._carry_all(name)
            self._exchange(name)

    def _exchange(self, name: str) -> None:
        for _ in range(SPIN):
            self._beat(name)
            if self.devices[name].engine.status.phase not in ACTIVE:
                return
            self.clock.advance_to(self._due[name])

    def _carry_all(self, name: str) -> None:
        for _ in range(SPIN):
            self._beat(name + BYTES)
            if self._due[name + BYTES] > self.clock.monotonic() + 1.0:
                return
            self.clock.advance_to(self._due[name + BYTES])

    def _standing(self) -> list[tuple[str, object]]:
        return [(name, device.engine.status) for name, device in self.devices.items()]

    # Time.

    def _calm(self) -> None:
        self.weather.clear()
        self._room.close()
        self._script = lambda _exchange: None
        for name, device in self.devices.items():
            device.disk.rest()
            self._wake(name, Signal.RESUME)

    def _run_for(self, seconds: float) -> None:
        end = self.clock.monotonic() + seconds
        while (name := min(self._due, key=lambda each: self._due[each])) and self._due[name] <= end:
            self.clock.advance_to(self._due[name])
            self._beat(name)

    def _run_until_quiet(self, seconds: float) -> bool:
        end = self.clock.monotonic() + seconds
        for _ in range(SPIN):
            name = min(self._due, key=lambda each: self._due[each])
            if self._due[name] > end:
                return False
            self.clock.advance_to(self._due[name])
            self._beat(name)
            if all(self._is_quiet(device) for device in self.devices.values()):
                return True
        return False

    def _is_quiet(self, device: Device) -> bool:
        is_idle = device.engine.status.phase is Phase.IDLE and not device.one("SELECT count(*) FROM outbox")[0]
        is_settled = is_idle and device.engine.pulled_version >= self.version(device)
        return is_settled and not device.jobs()

    def version(self, device: Device) -> int:
        org = 2 if device.name == RIVAL else 1
        return int(self.server.one("SELECT version FROM organisation WHERE org = ?", org)[0])

    def _beat(self, lane: str) -> None:
        name = lane.removesuffix(BYTES)
        device = self.devices[name]
        signals, self._signals[lane] = tuple(self._signals[lane]), []
        if not OVERRULING.isdisjoint(signals):
            self.lines[lane].manners.excuse()
        if lane == name:
            due = device.beat(*signals, version=self._heard.pop(name, 0))
            self._look_for_files(name)
        else:
            due = device.carry(*signals)
        self._due[lane] = max(due, self.clock.monotonic() + 0.001)
        require("no wall was hit", is_kept=not self._walls.hits, about=self._walls.hits)

    def _wake(self, name: str, signal: Signal) -> None:
        for lane in (name, name + BYTES):
            if lane in self._due:
                self._signals[lane].append(signal)
                self._due[lane] = self.clock.monotonic()

    def _look_for_files(self, name: str) -> None:
        """The attachments' thread is told when records change."""
        if self._carries:
            self._due[name + BYTES] = self.clock.monotonic()

    def _bytes_delivered(self, name: str) -> None:
        self._signals[name].append(Signal.NEWS)
        self._due[name] = self.clock.monotonic()

    # What happens.

    def _something_happens(self) -> None:
        if self._locked_out and self.chance.random() < LET_IN_AGAIN:
            self._let_in()
        name = self.chance.choice(list(self.people))
        draw = self.chance.random()
        if draw < 0.11:
            self._clash(name)
        elif draw < 0.90:
            if self.chance.random() < BAD_DISK:
                kind = self.chance.choice((Kind.KILL, Kind.DISK_FULL, Kind.DISK_ERROR))
                self.devices[name].disk.arm(kind, self.chance.randint(1, 15))
            self.people[name].act()
            if self.chance.random() < 0.85:
                self._wake(name, Signal.WORK)
        elif draw < 0.92:
            self._wake(name, self.chance.choice((Signal.USER, Signal.CHECK)))
        elif draw < 0.94:
            self._wake(name, Signal.NETWORK)
        elif draw < 0.95:
            self._wake(name, self.chance.choice((Signal.PAUSE, Signal.RESUME, Signal.RESUME)))
        elif draw < 0.965:
            self._due[name] = self.clock.monotonic() + self.chance.choice((60, 3_600, 30_000))
        elif draw < 0.98:
            self.devices[name].restart()
            self._due[name] = self.clock.monotonic()
        elif draw < 0.985:
            self._keep_image(name)
        elif draw < 0.988:
            self._lock_out(name)
        else:
            self._back_up_server()

    def _clash(self, name: str) -> None:
        """Two people set about the same thing, mostly in the same way, and neither has heard of the other."""
        others = [other for other in self.people if other != name]
        if thing := self.people[name].pick():
            aim = self.chance.getrandbits(30)
            for one, is_other in ((name, False), (self.chance.choice(others), self.chance.random() < 0.3)):
                self.people[one].act_on(*thing, aim + is_other)
                if self.chance.random() < 0.85:
                    self._wake(one, Signal.WORK)

    def _meanwhile(self, lane: str) -> None:
        """While an exchange is on its way the people go on working, and so do the other devices."""
        if self._depth or not self.weather.share or self.chance.random() >= MEANWHILE:
            return
        self._depth += 1
        try:
            other = self.chance.choice(list(self._due))
            if other == lane or self.chance.random() < 0.5:
                self.people[other.removesuffix(BYTES)].act()
            else:
                self._beat(other)
        finally:
            self._depth -= 1

    def _delivered(self, delivery: Delivery) -> None:
        self.counter.look(delivery)
        if delivery.path.endswith("/push") and delivery.status == 200:
            for name, device in self.devices.items():
                if name != delivery.device and self.chance.random() < 0.6:
                    self._heard[name] = self.version(device)
                    self._due[name] = min(self._due[name], self.clock.monotonic() + 0.1)

    def _strike(self, lane: str, exchange: Exchange) -> Fault | None:
        if lane.endswith(BYTES):
            check_sent_behind_its_record(self.devices[lane.removesuffix(BYTES)], exchange)
        return self._script(exchange)

    def _befall(self, name: str, fault: Fault) -> None:
        """What a fault does to a device or to the server; what can't be done in mid-exchange waits for its end."""
        device = self.devices[name]
        match fault.kind:
            case Kind.KILL | Kind.DISK_FULL | Kind.DISK_ERROR:
                device.disk.arm(fault.kind, fault.statement)
            case Kind.CLOCK_JUMP:
                device.clock.jump(timedelta(seconds=fault.seconds))
                device.is_aged = device.is_aged or abs(fault.seconds) > 20 * 86_400
            case Kind.SERVER_KILL:
                self.server.kill_at(fault.statement)
                self.server.up_at = self.clock.monotonic()
            case _:
                self._befallen.append((name, fault))

    def _let_it_befall(self) -> None:
        befallen, self._befallen = self._befallen, []
        for name, fault in befallen:
            match fault.kind:
                case Kind.OLD_IMAGE:
                    self._take_image(name)
                case Kind.CLONE:
                    self._clone(name)
                case Kind.SERVER_RESTORE:
                    self._restore_server()

    def _lock_out(self, name: str) -> None:
        """An administrator does, when the device was lost; a copy of its profile is locked out with it."""
        person = self.devices[name].person
        if name != RIVAL:
            self.server.all("UPDATE device SET revoked_at = 1 WHERE id = ?", person.device_id)
            self._locked_out.append(person)

    def _let_in(self) -> None:
        """All of them sign in again."""
        for name, device in self.devices.items():
            if device.person in self._locked_out:
                self.server.all("UPDATE device SET revoked_at = NULL WHERE id = ?", device.person.device_id)
                self._wake(name, Signal.SIGNED_IN)
        self._locked_out.clear()

    def _back_up_server(self) -> None:
        """As `streamflow-server backup` does it: devices may forget what it holds."""
        self._backup = self.server.copy("backup.db"), self.counter.keep()
        self.server.all("UPDATE organisation SET backed_up = version")

    def _restore_server(self) -> None:
        if self._backup is not None:
            file, kept = self._backup
            self._epochs += 1
            self.server.restore(file, f"epoch {self._epochs}")
            self.counter.go_back(kept)
            self._backup = None
            restored = [device.person for device in self.devices.values() if self._is_locked_out(device.person)]
            self._locked_out += [person for person in restored if person not in self._locked_out]

    def _is_locked_out(self, person: PersonInCompany) -> bool:
        sql = "SELECT revoked_at IS NOT NULL FROM device WHERE id = ?"
        return bool(self.server.all(sql, person.device_id)[0][0])

    def _keep_image(self, name: str) -> None:
        self._images[name] = image = self.folder / f"{name}-image"
        self.devices[name].keep_image(image)

    def _take_image(self, name: str) -> None:
        if image := self._images.get(name):
            self.devices[name].take_image(image, is_whole=self.chance.random() < 0.5)
            self._due[name] = self.clock.monotonic()

    def _clone(self, name: str) -> None:
        """A profile is copied to another computer, and both go on."""
        if "twin" not in self.devices and name != RIVAL:
            source = self.folder / "twin-source"
            self.devices[name].keep_image(source)
            self._move_in("twin", name, source)

    def _move_in(self, name: str, as_whom: str, source: Path) -> None:
        person = self.company.people[as_whom]
        lines = {lane: self._line(lane, person) for lane in ((name, name + BYTES) if self._carries else (name,))}
        where = (source, self.folder, self.clock, self.journal)
        device = Device(name, person, *where, lines[name], self.chance, lines.get(name + BYTES))
        device.known = set(device.places())
        device.came_back = lambda: _excuse(lines.values())
        device.delivered = lambda: self._bytes_delivered(name)
        if as_whom != RIVAL:
            device.watch = self._watch(device)
        mark = "rival" if as_whom == RIVAL else "acme"
        users = tuple(each.id for key, each in self.company.people.items() if (key == RIVAL) == (as_whom == RIVAL))
        self.devices[name] = device
        self.lines |= lines
        chance = random.Random(self.chance.random())
        converts = self.seed >= CONVERTING_SINCE
        self.people[name] = Person(device, chance, users, mark, converts=converts, attaches=self._carries)
        for lane in lines:
            self._due[lane] = self.clock.monotonic()
            self._signals[lane] = []

    def _line(self, lane: str, person: PersonInCompany) -> Line:
        name = lane.removesuffix(BYTES)
        return Line(
            name,
            person.device_id,
            self.server,
            self.clock,
            self.trace,
            lambda exchange: self._strike(lane, exchange),
            lambda fault: self._befall(name, fault),
            lambda: self._meanwhile(lane),
            self._delivered,
        )

    def _watch(self, device: Device) -> Callable[[], None]:
        watch, bytes_watch = Watch(device, self.journal, self.counter), BytesWatch(device, self.journal, self.counter)

        def look() -> None:
            watch.look()
            if self._carries:
                bytes_watch.look()

        return look


def _excuse(lines: Iterable[Line]) -> None:
    for line in lines:
        line.manners.excuse()


