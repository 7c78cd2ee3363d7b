"""Three lanes, one for each kind of exchange: how often each failed in a row, and when it may be tried again."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sync.backoff import FullJitter, pause
from sync.clock import Clock
from sync.status import Phase

LONGEST_ASKED = 3_600.0
# A thousand devices that come back together need some twenty seconds of a server for one call each; a ceiling far above
# that only makes the unlucky wait when the crowd has long gone.
CROWD_BASE, CROWD_CAP = 15.0, 60.0


@dataclass(frozen=True)
class Lane:
    """`not_before` is our own backoff, `asked` the time before which the server does not want to see us."""

    failures: int = 0
    not_before: float = 0.0
    asked: float = 0.0
    trouble: str = ""

    @property
    def due(self) -> float:
        return max(self.not_before, self.asked)


class Lanes:
    """Trouble in one lane never holds up another; only a server that has too much to do holds up all of them."""

    def __init__(self, clock: Clock, randomness: random.Random) -> None:
        self._clock = clock
        self._wait = FullJitter(randomness)
        self._crowd_wait = FullJitter(randomness, CROWD_BASE, CROWD_CAP)
        self._crowded = 0
        self._lanes = {Phase.PROBING: Lane(), Phase.PUSHING: Lane(), Phase.PULLING: Lane()}

    def __getitem__(self, phase: Phase) -> Lane:
        return self._lanes[phase]

    def __iter__(self) -> Iterator[Lane]:
        return iter(self._lanes.values())

    def lane_of(self, phase: Phase) -> Phase:
        """The lane that a phase uses; what is no exchange of its own counts as a probe."""
        return phase if phase in self._lanes else Phase.PROBING

    def clear(self, phase: Phase) -> None:
        self._crowded = max(0, self._crowded - 1)
        self._lanes[phase] = Lane()

    def back_off(self, phase: Phase, trouble: str) -> None:
        """Wait for a random time under a ceiling that doubles with each failure in a row."""
        self.rest(phase, pause(self._wait, self._lanes[phase].failures + 1), trouble)

    def try_soon(self, phase: Phase, trouble: str) -> None:
        """Wait as after a first failure, however many there were."""
        self._lanes[phase] = replace(self._lanes[phase], failures=0)
        self.back_off(phase, trouble)

    def repeat(self, phase: Phase, trouble: str) -> None:
        """Try again at once after something was mended; if that does not help, at a growing distance."""
        failures = self._lanes[phase].failures
        self.rest(phase, pause(self._wait, failures) if failures else 0.0, trouble)

    def rest(self, phase: Phase, seconds: float, trouble: str) -> None:
        """Wait for exactly so long."""
        lane = self._lanes[phase]
        not_before = self._clock.monotonic() + seconds
        self._lanes[phase] = replace(lane, failures=lane.failures + 1, not_before=not_before, trouble=trouble)

    def hold_all(self, seconds: float) -> None:
        """Keep to what the server asks for, but let no slip of its clock silence us for ever.

        It asks all devices for the same, so that each adds chance of its own, and more of it while it stays crowded.
        """
        self._crowded += 1
        wait = max(min(seconds, LONGEST_ASKED), pause(self._crowd_wait, self._crowded))
        asked = self._clock.monotonic() + wait
        self._lanes = {phase: replace(lane, asked=max(lane.asked, asked)) for phase, lane in self._lanes.items()}

    def hurry(self, *phases: Phase) -> None:
        """Forget our own backoff, never what the server asked for."""
        for phase in phases or tuple(self._lanes):
            self._lanes[phase] = replace(self._lanes[phase], not_before=0.0)

    def overrule(self) -> None:
        """Forget every wait: a person wants it tried now."""
        self._lanes = {phase: replace(lane, not_before=0.0, asked=0.0) for phase, lane in self._lanes.items()}

    def reset(self) -> None:
        self._crowded = 0
        self._lanes = dict.fromkeys(self._lanes, Lane())

    @property
    def asked(self) -> float:
        return max(lane.asked for lane in self)

    @property
    def trouble(self) -> str:
        """What a person is told: a push's trouble rather than a pull's, and either rather than the line's."""
        order = (Phase.PUSHING, Phase.PULLING, Phase.PROBING)
        return next((self._lanes[phase].trouble for phase in order if self._lanes[phase].trouble), "")
