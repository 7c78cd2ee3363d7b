"""What to do next, as pure functions of what is known: no clock, no network, no file."""

import math
from dataclasses import dataclass, replace

from sync.lanes import Lane
from sync.protocol import MAX_MUTATIONS, MAX_PAGE_ROWS, MAX_PUSH_BYTES
from sync.status import UP_TO_A_PERSON, Phase

# An item's own seq and key, and the envelope around all of them, stand outside of the bytes that a batch counts.
MOST_BYTES = MAX_PUSH_BYTES - 100 * MAX_MUTATIONS

# A push is to take about so many seconds: short enough that a person sees it move and that little is lost when it
# breaks off, long enough that a line with a slow answer is not kept waiting for each handful.
AIM = 3.0
FIRST_BYTES = 64_000
FEWEST_BYTES = 16_000
MOST_GROWTH = 8

EQUAL_FAILURES = 3
PROOFS = 5
FEWEST_ROWS = 50
FIRST_CHUNK = 2_500
PATIENCE = 2.0


@dataclass(frozen=True)
class Pace:
    """How many bytes the next push may hold, by how long the last ones took.

    Bytes, since they are what a slow line is slow with; how many mutations they make is `Sizing`'s business. Never
    fewer than a slow answer is worth: a line that takes seconds for any answer at all would else send ever less.
    """

    most_bytes: int = FIRST_BYTES

    def after(self, size: int, seconds: float) -> "Pace":
        """A push of so many bytes went through."""
        fitting = int(size * AIM / max(seconds, 0.001))
        if seconds > AIM:
            return self._of(fitting)
        if seconds > AIM / 2:
            return self
        return self._of(max(self.most_bytes, min(fitting, self.most_bytes * MOST_GROWTH)))

    def slower(self) -> "Pace":
        """A push got no answer: perhaps the line is too slow for so much."""
        return self._of(self.most_bytes // 2)

    @staticmethod
    def _of(size: int) -> "Pace":
        return Pace(max(FEWEST_BYTES, min(MOST_BYTES, size)))


@dataclass(frozen=True)
class Sizing:
    """How many mutations the next push may hold, and what is suspected of them.

    Three equal failures halve the batch and ask for a proof: an empty push. Where that goes through while the batch
    does not, the batch is suspect, and is halved at each failure until it can't be split; what then fails again and
    again, with an empty push going through each time, is convicted. Each success doubles the batch up to the roof.
    """

    most: int = MAX_MUTATIONS
    roof: int = MAX_MUTATIONS
    equal: int = 0
    last: str = ""
    is_suspect: bool = False
    wants_proof: bool = False
    proofs: int = 0

    @property
    def is_convicted(self) -> bool:
        return self.proofs >= PROOFS

    @property
    def is_searching(self) -> bool:
        """Whether the server is known to be well, and the batch is halved at once until the culprit is found."""
        return self.is_suspect and not self.wants_proof

    def is_single(self, count: int) -> bool:
        return count == 1 or self.most == 1

    def succeed(self) -> "Sizing":
        most = min(self.roof, self.most * 2)
        return Sizing(most=most, roof=self.roof, is_suspect=self.is_suspect and most < self.roof)

    def shrink(self, count: int) -> "Sizing":
        """The server found `count` mutations too large: never send as many again."""
        half = max(1, min(count, self.most) // 2)
        return replace(self, most=half, roof=half)

    def fail(self, kind: str, count: int, *, may_be_poison: bool) -> "Sizing":
        """A push of `count` mutations failed; `kind` tells which failures are equal."""
        equal = self.equal + 1 if kind == self.last else 1
        if equal < EQUAL_FAILURES and not (self.is_suspect and may_be_poison):
            return replace(self, equal=equal, last=kind)
        wants_proof = may_be_poison and (not self.is_suspect or self.is_single(count))
        half = max(1, min(count, self.most) // 2)
        return replace(self, most=half, equal=0, wants_proof=wants_proof)

    def prove(self, count: int) -> "Sizing":
        """An empty push went through after `count` mutations had not."""
        proofs = self.proofs + 1 if self.is_suspect and self.is_single(count) else 0
        return replace(self, is_suspect=True, wants_proof=False, proofs=proofs)


def fewer_rows(limit: int) -> int:
    """A smaller page after a pull that failed: a slow line gets through with it."""
    return max(FEWEST_ROWS, limit // 2)


def more_rows(limit: int, most: int = MAX_PAGE_ROWS) -> int:
    return min(most, limit * 2)


@dataclass(frozen=True)
class Facts:
    """`pull_at`: when pulling is next wanted, at once after news, else at the next poll; `pulled_at`: its last turn."""

    now: float
    waiting: int
    push: Lane
    pull: Lane
    pull_at: float
    pulled_at: float
    is_update_needed: bool = False

    @property
    def push_due(self) -> float:
        return self.push.due if self.waiting else math.inf

    @property
    def pull_due(self) -> float:
        return max(self.pull.due, self.pull_at)


def choose(facts: Facts) -> tuple[Phase, float]:
    """Push, pull or rest, and until when. Work goes out first, but a pull that waits gets a turn now and then.

    On a slow line that is every second one. On a quick line a long queue is through soon, and most of what a pull
    brings meanwhile has just been sent from here.
    """
    can_push, can_pull = facts.push_due <= facts.now, facts.pull_due <= facts.now
    if can_push and can_pull:
        is_pulls_turn = facts.now - max(facts.pull_due, facts.pulled_at) >= PATIENCE
        return (Phase.PULLING if is_pulls_turn else Phase.PUSHING), facts.now
    if can_push:
        return Phase.PUSHING, facts.now
    if can_pull:
        return Phase.PULLING, facts.now
    return _resting(facts), min(facts.push_due, facts.pull_due)


def _resting(facts: Facts) -> Phase:
    if facts.is_update_needed:
        return Phase.UPDATE_NEEDED
    return Phase.WAITING if facts.waiting or facts.pull.failures else Phase.IDLE


def is_wedged(now: float, phase: Phase, waiting: int, last_try: float, longest: float) -> bool:
    """Whether there is work, nobody has to act first, and yet nothing was tried for longer than any wait may last."""
    return waiting > 0 and phase not in UP_TO_A_PERSON and now - last_try > longest
