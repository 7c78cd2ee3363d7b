"""What strikes when: faults drawn from one seed's own chance, about one exchange in three, and lines that go dead."""

import random

from sync.faults import Exchange, Fault, Kind

# How often each kind is drawn, where something is.
_WEIGHTS: dict[Kind, float] = {
    Kind.DROP_REQUEST: 9,
    Kind.DROP_REPLY: 16,
    Kind.DUPLICATE: 9,
    Kind.DELAY: 6,
    Kind.LATE: 9,
    Kind.TRUNCATE: 7,
    Kind.CORRUPT: 5,
    Kind.PORTAL: 4,
    Kind.STATUS: 16,
    Kind.KILL: 6,
    Kind.DISK_FULL: 2,
    Kind.DISK_ERROR: 2,
    Kind.CLOCK_JUMP: 3,
    Kind.OLD_IMAGE: 1.2,
    Kind.CLONE: 0.4,
    Kind.SERVER_KILL: 5,
    Kind.SERVER_RESTORE: 1.5,
}
_STATUSES: tuple[Fault, ...] = (
    Fault(Kind.STATUS, 400, "bad_request"),
    Fault(Kind.STATUS, 401, "unauthenticated"),
    Fault(Kind.STATUS, 403, "wrong_user"),
    Fault(Kind.STATUS, 404, "not_found"),
    Fault(Kind.STATUS, 405, "method_not_allowed"),
    Fault(Kind.STATUS, 408, "bad_request", retry_after=1),
    Fault(Kind.STATUS, 409, "forked"),
    Fault(Kind.STATUS, 409, "seq_gap"),
    Fault(Kind.STATUS, 409, "in_flight", retry_after=2),
    Fault(Kind.STATUS, 410, "cursor_gone"),
    Fault(Kind.STATUS, 413, "too_large"),
    Fault(Kind.STATUS, 415, "media_type"),
    Fault(Kind.STATUS, 422, "invalid"),
    Fault(Kind.STATUS, 425, "too_early"),
    Fault(Kind.STATUS, 426, "update_needed"),
    Fault(Kind.STATUS, 429, "too_many", retry_after=7),
    Fault(Kind.STATUS, 500, "internal"),
    Fault(Kind.STATUS, 500, "internal"),
    Fault(Kind.STATUS, 502, "bad_gateway"),
    Fault(Kind.STATUS, 503, "unavailable", retry_after=30),
    Fault(Kind.STATUS, 503, "unavailable"),
    Fault(Kind.STATUS, 504, "timeout"),
    Fault(Kind.STATUS, 507, "full"),
    Fault(Kind.STATUS, 511, "network_login"),
)
_DAY = 86_400.0
_JUMPS = (-3_650 * _DAY, -_DAY, -3_600.0, -60.0, 60.0, 3_600.0, _DAY, 10 * _DAY, 3_650 * _DAY)
_PLACES = (0, 1, 20, 200, 1_000, 5_000)
_DEAD_LINE = 0.01


class Weather:
    """`share` of the exchanges have a fault; beside that, a line may be dead for a while."""

    def __init__(self, chance: random.Random, share: float) -> None:
        self._chance = chance
        self.share = share
        self._dead_until: dict[str, float] = {}
        self._kinds = list(_WEIGHTS)
        self._weights = list(_WEIGHTS.values())

    def clear(self) -> None:
        """The faults stop."""
        self.share = 0.0
        self._dead_until.clear()

    def __call__(self, exchange: Exchange) -> Fault | None:
        if not self.share:
            return None
        chance = self._chance
        if exchange.at < self._dead_until.get(exchange.device, 0.0):
            return Fault(Kind.DROP_REQUEST)
        if chance.random() < _DEAD_LINE * self.share:
            self._dead_until[exchange.device] = exchange.at + chance.choice((60, 600, 3_600, 30_000))
        if chance.random() >= self.share:
            return None
        return self.draw()

    def draw(self) -> Fault:
        chance = self._chance
        kind = chance.choices(self._kinds, self._weights)[0]
        match kind:
            case Kind.STATUS:
                return chance.choice(_STATUSES)
            case Kind.CLOCK_JUMP:
                return Fault(kind, seconds=chance.choice(_JUMPS))
            case Kind.DELAY:
                return Fault(kind, seconds=chance.choice((0.2, 2.0, 20.0, 40.0)))
            case Kind.LATE:
                return Fault(kind, exchanges=chance.choice((1, 1, 2, 5, 20)))
            case Kind.KILL | Kind.SERVER_KILL:
                return Fault(kind, statement=chance.randint(1, 50))
            case Kind.DISK_FULL | Kind.DISK_ERROR:
                return Fault(kind, statement=chance.randint(1, 12))
            case _:
                return Fault(kind, at_byte=chance.choice(_PLACES))
