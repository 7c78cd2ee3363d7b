"""A device as a process of its own, obeying one JSON command per line: `python -m support.device_process …`.

It is the program without its window: the real profile, the real engine on its threads, real sockets. Only the line to
the server can be struck by faults, and the wall clock can be set.
"""

import argparse
import json
import random
import sys
import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from storage.files import make_private_file, make_private_folder
from storage.outbox import Draft
from storage.profile import Profile
from sync.clock import SystemClock
from sync.engine import Engine
from sync.errors import StorageTrouble
from sync.faults import Fault, FaultyTransport, scripted
from sync.faults import Kind as FaultKind
from sync.http import HttpServer
from sync.http_events import HttpEvents
from sync.ids import id_maker
from sync.kinds import Kind
from sync.live import Live
from sync.protocol import Op
from sync.runner import Runner
from sync.status import Phase, Signal, Status
from sync.transport import TimedTransport
from sync.worker import Wake, Waker

_BEAT = 0.01


class SetClock(SystemClock):
    """The computer's clock, as a person has set it."""

    def __init__(self, days: float) -> None:
        self._ahead = timedelta(days=days)

    def set(self, days: float) -> None:
        self._ahead = timedelta(days=days)

    def now(self) -> datetime:
        return super().now() + self._ahead


class HeededWaker(Waker):
    """Knows whether the engine has acted on every wake: until then its phase says how things stood before."""

    def __init__(self) -> None:
        super().__init__()
        self._given = self._taken = self._heeded = 0

    @property
    def is_heeded(self) -> bool:
        return self._heeded == self._given

    def wake(self, signal: Signal) -> None:
        with self._condition:
            self._given += 1
            super().wake(signal)

    def wait(self, seconds: float) -> Wake:
        with self._condition:
            self._heeded = self._taken
            wake = super().wait(seconds)
            self._taken = self._given
            return wake


class Device:
    def __init__(self, folder: Path, url: str, token_file: Path, days: float, *, accepts_older: bool) -> None:
        chance = random.SystemRandom()
        self._clock = SetClock(days)
        make_private_folder(folder)
        make_private_file(folder / "ballast")
        self._profile = Profile(folder, self._clock, id_maker(self._clock, chance), accepts_older=accepts_older)

        def token() -> str:
            return token_file.read_text("utf-8")

        self._line = FaultyTransport(TimedTransport(is_plain=True), scripted(), time.sleep)
        self._server = HttpServer(url, token, clock=self._clock, transport=self._line)
        self._events = HttpEvents(url, token, clock=self._clock)
        self._told = threading.Condition()
        self._phases: list[Phase] = []
        self._engine = Engine(self._profile.store, self._server, self._clock, chance, self._hear)
        self._waker = HeededWaker()
        self._runner = Runner(self._engine, self._clock, self._waker)
        self._live = Live(self._events, self._runner, chance)
        self._orders: dict[str, Callable[..., dict[str, Any]]] = {
            "record": self._record,
            "wake": self._wake,
            "faults": self._plan_faults,
            "state": self._state,
            "wait": self._wait,
            "clock": self._set_clock,
        }

    def start(self) -> None:
        self._runner.start()
        self._live.start()

    def obey(self, line: str) -> dict[str, Any]:
        order = json.loads(line)
        return self._orders[order.pop("do")](**order)

    def stop(self) -> None:
        self._live.stop(self._events.close)
        self._runner.stop(self._server.close)
        self._profile.close()

    def _record(self, drafts: list[dict[str, Any]], is_group: bool = False) -> dict[str, Any]:
        made = [Draft(Op(each["op"]), Kind(each["kind"]), each["id"], each["fields"]) for each in drafts]
        keys = self._profile.outbox.record(*made, is_group=is_group)
        self._runner.wake(Signal.WORK)
        return {"keys": keys}

    def _wake(self, signal: str) -> dict[str, Any]:
        self._runner.wake(Signal(signal))
        return {}

    def _plan_faults(self, faults: list[dict[str, Any] | None]) -> dict[str, Any]:
        """One for each exchange to come; null is peace."""
        self._line.script = scripted(
            *(Fault(**{**fault, "kind": FaultKind(fault["kind"])}) if fault else None for fault in faults)
        )
        return {}

    def _state(self) -> dict[str, Any]:
        status = self._engine.status
        until = status.until.isoformat() if status.until else None
        return {
            "phase": status.phase,
            "phases": self._phases,
            "waiting": self._profile.store.outbox_size(),
            "pulled": self._engine.pulled_version,
            "until": until,
            "trouble": status.trouble,
        }

    def _wait(
        self, seconds: float, phase: str | None = None, waiting: int | None = None, pulled: int = 0
    ) -> dict[str, Any]:
        """Until the engine stands there, with so little left and so much pulled, all wakes heeded; or time is over."""

        def is_there() -> bool:
            is_few = waiting is None or state["waiting"] <= waiting
            return is_few and state["pulled"] >= pulled and phase in (None, state["phase"]) and is_heeded

        give_up_at = time.monotonic() + seconds
        is_heeded, state = self._waker.is_heeded, self._state()
        with self._told:
            while not is_there() and time.monotonic() < give_up_at:
                self._told.wait(_BEAT)
                is_heeded, state = self._waker.is_heeded, self._state()
        return state

    def _set_clock(self, days: float) -> dict[str, Any]:
        self._clock.set(days)
        return {}

    def _hear(self, status: Status) -> None:
        with self._told:
            if self._phases[-1:] != [status.phase]:
                self._phases.append(status.phase)
            self._told.notify_all()


def say(facts: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("url")
    parser.add_argument("token_file", type=Path)
    parser.add_argument("--days", type=float, default=0.0, help="How far the wall clock is ahead")
    parser.add_argument("--accepts-older", action="store_true")
    options = parser.parse_args()
    try:
        device = Device(
            options.folder, options.url, options.token_file, options.days, accepts_older=options.accepts_older
        )
    except StorageTrouble as trouble:
        say({"trouble": type(trouble).__name__, "message": str(trouble)})
        return
    device.start()
    say({"status": "ready"})
    for line in sys.stdin:
        say(device.obey(line))
    device.stop()


if __name__ == "__main__":
    main()
