"""The engine: one state machine that keeps a local file and the server in step.

        start, network, sign-in                   work             ┌─────────┐
               │                            ┌────────────────────► │ PUSHING │ ──┐
               ▼         the server answers │                      └─────────┘   │ verdicts, page
    ┌──► PROBING ─────────────────► IDLE ◄──┼────────────────────────────────────┤ (each gets its turn)
    │          │                      ▲     │                      ┌─────────┐   │
    │          │ no answer            │     └────────────────────► │ PULLING │ ──┘
    │          ▼                      │        news or poll        └─────────┘
    └────── OFFLINE ◄─────────────────┼─────────────────────────────────┤  no answer
     until                      until │                                 │
                                      ├── WAITING ◄─────────────────────┤  busy, our own bug, a full disk
                                      └── UPDATE_NEEDED ◄───────────────┤  426: pulls wait, pushes go on
                                          SIGN_IN_NEEDED ◄──────────────┤  401, wrong user: until signed in
                                          REVOKED ◄─────────────────────┘  403: until signed in anew
    PAUSED: from any phase until resumed.

Probing, pushing and pulling have a lane each, with its own failures and its own patience, so a push that is stuck never
starves a pull. `step` makes at most one exchange with the server and says when it wants to be called again; nothing
sleeps in here, no thread is started, and all time and chance come in from outside.

Over 300 lines: one state machine, with what every trouble leads to.
"""

import logging
import math
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import assert_never

from sync.aside import Begin
from sync.backoff import DISK_BEAT, SLOW_BEAT
from sync.clock import Clock
from sync.contact import Contact
from sync.errors import (
    Busy,
    CursorGone,
    DeviceRevoked,
    EpochChanged,
    NetworkTrouble,
    SequenceGap,
    StorageTrouble,
    StreamForked,
    TooLarge,
    Unauthenticated,
    Unreachable,
    UpdateNeeded,
    WrongUser,
)
from sync.lanes import Lanes
from sync.language import marked
from sync.plan import Facts, choose
from sync.ports import Server, Store
from sync.pulling import Pulling
from sync.pushing import OVERSIZE, Pushing
from sync.status import ACTIVE, UP_TO_A_PERSON, Phase, Signal, Status

BUG = marked(
    "network",
    "Something went wrong inside the program. Your work is saved, and sending is tried again in a few minutes.",
)

_log = logging.getLogger(__name__)


class Engine:
    def __init__(
        self,
        store: Store,
        server: Server,
        clock: Clock,
        randomness: random.Random,
        tell: Callable[[Status], None],
        *,
        boot_id: str = "",
        begin: Begin | None = None,
    ) -> None:
        """`boot_id` says since which start of the machine the monotonic clock runs, as far as that is known.

        `begin` is a hand beside this thread, for the exchange that can be under way while an answer is being stored.
        """
        self._store = store
        self._server = server
        self._clock = clock
        self._tell = tell
        self._phase = Phase.PROBING
        self._pulled_at = -math.inf
        self._lanes = Lanes(clock, randomness)
        self._contact = Contact(store, clock)
        self._pushing = Pushing(store, server, self._contact, boot_id, begin)
        self._pulling = Pulling(store, server, self._contact, clock, randomness, begin)
        self._is_update_needed = False
        self._waiting = self._settled = 0
        self._rest_until = self._last_try = clock.monotonic()
        self._status = Status(Phase.OFFLINE)

    @property
    def status(self) -> Status:
        return self._status

    @property
    def due(self) -> float:
        """When `step` wants to be called, by the monotonic clock; infinity where only a person can help."""
        if self._phase in ACTIVE:
            return self._clock.monotonic()
        if self._phase in (Phase.PAUSED, Phase.REVOKED):
            return math.inf
        if self._phase in (Phase.OFFLINE, Phase.SIGN_IN_NEEDED):
            return self._lanes[Phase.PROBING].due
        return self._rest_until

    @property
    def pulled_version(self) -> int:
        """The organisation's version up to which everything has been pulled."""
        return self._pulling.version

    @property
    def last_try(self) -> float:
        """When work was last tried, needed no try, or was asked to stay back until."""
        return max(self._last_try, self._lanes.asked)

    def step(self) -> float:
        """Do one thing, with at most one exchange with the server, and say when to be called again."""
        was = self._phase
        try:
            self._waiting = self._store.outbox_size()
            phase = self._after(was)
        except StorageTrouble as trouble:
            phase = self._slow_down(DISK_BEAT, str(trouble))
        if not self._waiting or was in UP_TO_A_PERSON or was in (Phase.PROBING, Phase.PUSHING):
            self._last_try = self._clock.monotonic()
        self._enter(phase)
        return self.due

    def stumble(self) -> float:
        """Go on at a slow beat after an exception that nobody expected; the caller has put it into the log."""
        self._enter(self._slow_down(SLOW_BEAT, BUG))
        return self.due

    def restart(self) -> None:
        """Begin as at the start of the program, with no wait, no suspicion and no answer left from before."""
        self._lanes.reset()
        self._pushing.forget_suspicion()
        self._pushing.outdate()
        self._pulling.outdate()
        self._want_pull()
        self._enter(Phase.PROBING)

    def hear(self, version: int) -> None:
        """The event stream names a version: a hint that the server is there; the pull is the truth."""
        self._pulling.hear(version)
        if self._pulling.is_news(version) or self._phase is Phase.OFFLINE:
            self._lanes.hurry(Phase.PROBING)
            self._want_pull()

    def notice(self, signal: Signal) -> None:
        match signal:
            case Signal.WORK:
                self._rest_until = self._clock.monotonic()
            case Signal.NEWS:
                self._lanes.hurry(Phase.PROBING)
                self._want_pull()
            case Signal.LOST:
                self._doubt_line()
            case Signal.NETWORK:
                self._lanes.hurry()
                self._want_pull()
            case Signal.USER:
                self._lanes.overrule()
                self._want_pull()
            case Signal.CHECK:
                self._lanes.overrule()
                self._pulling.want_check()
                self._want_pull()
            case Signal.PAUSE:
                self._enter(self._phase if self._phase is Phase.REVOKED else Phase.PAUSED)
            case Signal.RESUME:
                self._enter(Phase.PROBING if self._phase is Phase.PAUSED else self._phase)
            case Signal.SIGNED_IN:
                self.restart()
            case unknown:
                assert_never(unknown)

    # One step for each phase.

    def _take_step(self, phase: Phase) -> Phase:
        match phase:
            case Phase.OFFLINE:
                return self._stay_offline()
            case Phase.PROBING:
                return self._probe()
            case Phase.IDLE | Phase.WAITING | Phase.UPDATE_NEEDED:
                return self._choose()
            case Phase.PUSHING:
                return self._push()
            case Phase.PULLING:
                return self._pull()
            case Phase.SIGN_IN_NEEDED:
                return self._knock()
            case Phase.PAUSED | Phase.REVOKED:
                return phase
            case unknown:
                assert_never(unknown)

    def _stay_offline(self) -> Phase:
        return Phase.PROBING if self._lanes[Phase.PROBING].due <= self._clock.monotonic() else Phase.OFFLINE

    def _probe(self) -> Phase:
        self._contact.ask(self._server.health)
        self._lanes.clear(Phase.PROBING)
        return self._choose()

    def _knock(self) -> Phase:
        """Ask now and then whether the server knows us after all; the page is not kept, so asking loses nothing."""
        if self._lanes[Phase.PROBING].due > self._clock.monotonic():
            return Phase.SIGN_IN_NEEDED
        cursor = self._store.position().cursor
        self._contact.ask(lambda: self._server.pull(cursor, 1))
        self._lanes.reset()
        return self._choose()

    def _choose(self) -> Phase:
        phase, self._rest_until = choose(self._facts())
        return phase

    def _will_push_on(self) -> bool:
        return choose(self._facts())[0] is Phase.PUSHING

    def _will_pull_on(self) -> bool:
        return choose(replace(self._facts(), pulled_at=self._clock.monotonic()))[0] is Phase.PULLING

    def _facts(self) -> Facts:
        return Facts(
            now=self._clock.monotonic(),
            waiting=self._waiting,
            push=self._lanes[Phase.PUSHING],
            pull=self._lanes[Phase.PULLING],
            pull_at=self._pulling.at,
            pulled_at=self._pulled_at,
            is_update_needed=self._is_update_needed,
        )

    def _push(self) -> Phase:
        reply = self._pushing.run(self._will_push_on)
        if reply is not None:
            self._settled += len(reply.verdicts)
            if self._pulling.is_news(reply.version):
                self._want_pull()
        self._waiting = self._store.outbox_size()
        self._lanes.clear(Phase.PUSHING)
        return self._choose()

    def _pull(self) -> Phase:
        self._pushing.outdate()
        try:
            self._pulling.run(self._will_pull_on)
        finally:
            self._pulled_at = self._clock.monotonic()
        self._waiting = self._store.outbox_size()  # what arrived may have brought back what waited for it
        self._lanes.clear(Phase.PULLING)
        self._is_update_needed = False
        return self._choose()

    def _want_pull(self) -> None:
        self._rest_until = self._clock.monotonic()
        self._pulling.want()

    def _doubt_line(self) -> None:
        """Whoever works finds out by that, and whoever is offline knows; nobody asks a server that wants to be left."""
        is_resting = self._phase in (Phase.IDLE, Phase.WAITING, Phase.UPDATE_NEEDED)
        if is_resting and self._lanes.asked <= self._clock.monotonic():
            self._enter(Phase.PROBING)

    # Trouble.

    def _after(self, phase: Phase) -> Phase:
        """Run one step of the machine drawn above; trouble becomes a phase here and nowhere else."""
        phase = self._told_to_wait(phase)
        try:
            return self._take_step(phase)
        except NetworkTrouble as trouble:
            following = self._meet(trouble, self._lanes.lane_of(phase))
            self._store.rest()
            # Noted last: a disk that fails over it must not cost what the server has asked for.
            self._contact.remember(is_online=not isinstance(trouble, Unreachable))
            return following

    def _told_to_wait(self, phase: Phase) -> Phase:
        """What asked ahead and was asked to leave the server alone comes first, and says so: nothing else is asked."""
        if phase in ACTIVE:
            ahead: dict[Phase, Pushing | Pulling] = {Phase.PUSHING: self._pushing, Phase.PULLING: self._pulling}
            return next((lane for lane, one in ahead.items() if one.is_told_to_wait), phase)
        return phase

    def _meet(self, trouble: NetworkTrouble, lane: Phase) -> Phase:
        words = str(trouble)
        match trouble:
            case Unreachable():
                self._doubt(trouble, lane)
                if lane is not Phase.PROBING:
                    self._lanes.back_off(Phase.PROBING, words)
                return Phase.OFFLINE
            case Busy():
                self._doubt(trouble, lane)
                if trouble.is_crowded:
                    self._lanes.hold_all(trouble.retry_after or 0.0)
            case Unauthenticated() | WrongUser():
                self._lanes.rest(Phase.PROBING, SLOW_BEAT, words)
                return Phase.SIGN_IN_NEEDED
            case DeviceRevoked():
                self._store.seal()
                self._lanes.rest(Phase.PROBING, SLOW_BEAT, words)
                return Phase.REVOKED
            case StreamForked() | SequenceGap():
                self._store.open_stream()
                self._lanes.repeat(lane, words)
            case EpochChanged():
                self._store.meet_epoch(trouble.epoch)
                self._pulling.start_over()
                self._lanes.repeat(lane, words)
            case CursorGone():
                self._store.drop_cursor()
                self._pulling.start_over()
                self._lanes.repeat(lane, words)
            case TooLarge():
                self._shrink(lane, words)
            case UpdateNeeded():
                self._is_update_needed = self._is_update_needed or lane is Phase.PULLING
                self._lanes.rest(lane, SLOW_BEAT, words)
            case _:
                self._lanes.rest(lane, SLOW_BEAT, words)
        self._waiting = self._store.outbox_size()
        return self._choose()

    def _doubt(self, trouble: Unreachable | Busy, lane: Phase) -> None:
        """Wait, and ask for a smaller answer or send a smaller batch: it may be the size, or what is in it."""
        if lane is Phase.PULLING:
            self._pulling.doubt()
        if lane is Phase.PUSHING and self._pushing.doubt(trouble):
            self._lanes.try_soon(lane, str(trouble))
        else:
            self._lanes.back_off(lane, str(trouble))

    def _shrink(self, lane: Phase, words: str) -> None:
        if lane is Phase.PUSHING and not self._pushing.shrink():
            self._lanes.rest(lane, SLOW_BEAT, OVERSIZE.message)
            return
        self._lanes.repeat(lane, words)
        if lane is Phase.PULLING:
            self._pulling.doubt()
        elif lane is Phase.PUSHING:
            self._lanes.hurry(lane)

    def _slow_down(self, seconds: float, words: str) -> Phase:
        """Rest the lane that stumbled; where it was none, rest altogether."""
        self._store.rest()
        lane = self._lanes.lane_of(self._phase)
        self._lanes.rest(lane, seconds, words)
        self._rest_until = self._clock.monotonic() + (seconds if lane is not self._phase else 0.0)
        return self._phase if self._phase in UP_TO_A_PERSON else Phase.WAITING

    # Telling.

    def _enter(self, phase: Phase) -> None:
        self._phase = phase
        if not self._waiting and phase not in ACTIVE:
            self._settled = 0
        status = Status(
            phase=phase,
            until=self._until() if phase in (Phase.OFFLINE, Phase.WAITING) else None,
            waiting=self._waiting,
            settled=self._settled,
            last_contact=self._contact.last,
            server_clock=self._contact.server_clock,
            trouble=self._lanes.trouble,
            progress=self._pulling.progress,
            checked=self._pulling.checked,
        )
        if status != self._status:
            self._status = status
            self._tell_listener(status)

    def _tell_listener(self, status: Status) -> None:
        try:
            self._tell(status)
        except Exception:  # noqa: BLE001 — whoever listens must not be able to stop the sending
            _log.exception("A listener failed on %s", status)

    def _until(self) -> datetime | None:
        """The next attempt by the wall clock, to the second; None in a wedge, which the watchdog will find."""
        seconds = self.due - self._clock.monotonic()
        if math.isinf(seconds):
            return None
        return (self._clock.now() + timedelta(seconds=max(0.0, seconds) + 0.5)).replace(microsecond=0)
