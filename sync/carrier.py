"""Carries attachments' bytes, on a lane and a thread of its own: it never holds up a push or a pull, nor they it.

A step makes at most one exchange with the server and says when it wants to be called again, as the engine's does. What
is to be done is asked of the files and records each time anew, so there is no queue that could be lost or lie.
"""

import logging
import math
import random
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sync.backoff import DISK_BEAT, SLOW_BEAT, FullJitter, pause
from sync.blobs import MAX_CHUNK_BYTES, Part
from sync.cargo import Cargo, Job, Port, Way
from sync.clock import Clock
from sync.errors import Busy, NetworkTrouble, Rejected, StorageTrouble, TooLarge, Unreachable
from sync.lanes import LONGEST_ASKED
from sync.language import marked, translate
from sync.status import Signal

TIDY_EVERY = 43_200.0
FIRST_CHUNK = 262_144
LEAST_CHUNK = 16_384
# A chunk that takes this long is long enough; one that takes twice as long is too long.
BRISK = 2.0

BUG = marked(
    "network",
    "Something went wrong inside the program. The files are kept, and sending is tried again in a few minutes.",
)

_log = logging.getLogger(__name__)


# By attachment: which way its content travels, and how many bytes of how many are at the other end.
Carried = Mapping[str, tuple[Way, int, int]]


@dataclass(frozen=True)
class Progress:
    """`left` counts what is still to be carried."""

    left: int = 0
    carried: Carried = field(default_factory=dict)
    trouble: str = ""


class Carrier:
    """`may_carry` is the person's say about metered networks; `delivered` is called when the server has all of one."""

    def __init__(
        self,
        cargo: Cargo,
        port: Port,
        clock: Clock,
        randomness: random.Random,
        may_carry: Callable[[Job], bool],
        delivered: Callable[[], None],
        tell: Callable[[Progress], None],
    ) -> None:
        self._cargo = cargo
        self._port = port
        self._clock = clock
        self._wait = FullJitter(randomness)
        self._may_carry = may_carry
        self._delivered = delivered
        self._tell = tell
        self._chunk = FIRST_CHUNK
        self._failures = 0
        self._not_before = -math.inf
        self._asked_until = -math.inf
        self._tidy_at = -math.inf
        self._is_paused = False
        self._rests: dict[Job, float] = {}
        self._spoilt: Counter[Job] = Counter()
        self._sent: dict[Job, int] = {}
        self._carried: dict[str, tuple[Way, int, int]] = {}
        self._trouble = ""
        self._progress = Progress()

    @property
    def progress(self) -> Progress:
        return self._progress

    def step(self) -> float:
        """Carry one piece of the most urgent job, and say when to be called again (infinity: when there is news)."""
        now = self._clock.monotonic()
        if self._is_paused:
            return math.inf
        if now < self._not_before:
            return self._not_before
        try:
            jobs = [job for job in self._cargo.jobs() if self._may_carry(job)]
            job = next((job for job in jobs if self._rests.get(job, now) <= now), None)
            if job is not None:
                self._carry(job)
            elif now >= self._tidy_at:
                self._tidy_at = now + TIDY_EVERY
                self._cargo.tidy(self._clock.now())
        except StorageTrouble as trouble:
            self._rest(DISK_BEAT, str(trouble))
            return self._not_before
        self._report(jobs)
        if job is not None:
            return max(now, self._not_before)
        return min((self._rests[job] for job in jobs if job in self._rests), default=math.inf)

    def notice(self, signal: Signal) -> None:
        match signal:
            case Signal.PAUSE:
                self._is_paused = True
            case Signal.RESUME:
                self._is_paused = False
            case Signal.NETWORK:
                self._try_all_from(self._asked_until)
            case Signal.USER | Signal.SIGNED_IN:
                self._try_all_from(-math.inf)
            case _:
                pass

    def stumble(self) -> float:
        """Go on at a slow beat after an exception that nobody expected; the caller has put it into the log."""
        self._rest(SLOW_BEAT, BUG)
        return self._not_before

    def _try_all_from(self, moment: float) -> None:
        self._failures, self._not_before = 0, moment
        self._rests.clear()

    def _carry(self, job: Job) -> None:
        """One exchange; trouble of the line makes all wait, trouble with one job only that one."""
        began = self._clock.monotonic()
        try:
            if job.way is Way.UP:
                self._send(job)
            else:
                self._fetch(job)
        except (Unreachable, Busy) as trouble:
            self._doubt(job, trouble)
        except (Rejected, TooLarge) as trouble:
            self._sent.pop(job, None)
            if job.way is Way.UP and not self._cargo.is_sound(job.sha256):
                _log.error("A file on this device no longer has its hash; it was put aside and is not sent")
            self._set_aside(job, SLOW_BEAT, str(trouble))
        except NetworkTrouble as trouble:
            self._rest(SLOW_BEAT, str(trouble))
        else:
            self._failures, self._trouble = 0, ""
            self._fit_chunk(self._clock.monotonic() - began)

    def _send(self, job: Job) -> None:
        if job not in self._sent:
            self._sent[job] = self._port.begin(job)
        else:
            self._sent[job] = self._send_chunk(job, self._sent[job])
        self._note(job, self._sent[job])
        if self._sent[job] >= job.size:
            # Its record says so when it has been pulled; should it never say so, the server is asked again.
            del self._sent[job]
            self._set_aside(job, SLOW_BEAT)
            self._delivered()

    def _send_chunk(self, job: Job, offset: int) -> int:
        chunk = self._cargo.read(job.sha256, offset, self._chunk)
        if not chunk:
            raise Rejected(translate("network", "A file on this device is damaged and can't be sent. Attach it again."))
        arrived = self._port.send(job, offset, chunk)
        if arrived <= offset:
            raise Unreachable(translate("network", "The server took nothing of what was sent."))
        return arrived

    def _fetch(self, job: Job) -> None:
        offset = arrived = self._cargo.arrived(job)
        if offset < job.size:
            for piece in self._port.fetch(job, offset, min(self._chunk, job.size - offset)):
                self._cargo.append(job, piece)
            arrived = self._cargo.arrived(job)
            if arrived <= offset:
                raise Unreachable(translate("network", "The server gave nothing of what was asked for."))
        self._note(job, arrived)
        if arrived < job.size:
            return
        if self._cargo.accept(job):
            self._spoilt.pop(job, None)
            self._carried.pop(job.attachment_id, None)
        else:
            self._spoilt[job] += 1
            self._set_aside(
                job,
                pause(self._wait, self._spoilt[job]),
                translate("network", "A file arrived damaged. It is fetched again."),
            )

    def _doubt(self, job: Job, trouble: Unreachable | Busy) -> None:
        """Ask the server how far it came before going on, and go on in smaller pieces."""
        self._sent.pop(job, None)
        self._chunk = max(LEAST_CHUNK, self._chunk // 2)
        self._failures += 1
        asked = min(trouble.retry_after or 0.0, LONGEST_ASKED) if isinstance(trouble, Busy) else 0.0
        self._asked_until = self._clock.monotonic() + asked
        self._rest(max(asked, pause(self._wait, self._failures)), str(trouble))

    def _fit_chunk(self, seconds: float) -> None:
        if seconds < BRISK:
            self._chunk = min(MAX_CHUNK_BYTES, self._chunk * 2)
        elif seconds > 2 * BRISK:
            self._chunk = max(LEAST_CHUNK, self._chunk // 2)

    def _rest(self, seconds: float, trouble: str) -> None:
        self._not_before = self._clock.monotonic() + seconds
        self._trouble = trouble

    def _set_aside(self, job: Job, seconds: float, trouble: str = "") -> None:
        self._rests[job] = self._clock.monotonic() + seconds
        self._trouble = trouble or self._trouble

    def _note(self, job: Job, offset: int) -> None:
        if job.part is Part.CONTENT:
            self._carried[job.attachment_id] = (job.way, offset, job.size)

    def _report(self, jobs: list[Job]) -> None:
        named = {job.attachment_id for job in jobs}
        self._carried = {name: how_far for name, how_far in self._carried.items() if name in named}
        known = set(jobs)
        self._rests = {job: until for job, until in self._rests.items() if job in known}
        progress = Progress(len(jobs), dict(self._carried), self._trouble)
        if progress != self._progress:
            self._progress = progress
            self._tell(progress)
