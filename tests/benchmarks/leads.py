"""The work that is measured: leads of about 300 bytes, as people enter them, with the same ids each time."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from storage.outbox import Draft
from sync.ids import id_maker
from sync.kinds import Kind
from sync.protocol import Op

_FIRST = ("Amara", "Bela", "Chidi", "Dana", "Emre", "Fatima", "Goran", "Hana", "Ivo", "Jun", "Kofi", "Lena", "Mia")
_LAST = ("Ashworth", "Bakker", "Carver", "Dunmore", "Eriksen", "Fielding", "Grant", "Holloway", "Imada", "Jessop")
_STREET = ("Orchard Road", "Mill Lane", "Station Street", "Harbour View", "Church Close", "Victoria Terrace")
_NEED = ("Boiler makes a noise and loses pressure", "Roof leaks over the kitchen", "New fuse board and six sockets")
_SOURCE = ("web", "phone", "referral", "fair")
START = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


class SteppingClock:
    """Moves on by a second whenever it is asked, so that ids are in order."""

    def __init__(self) -> None:
        self._asked = 0

    def now(self) -> datetime:
        self._asked += 1
        return START + timedelta(seconds=self._asked)

    def monotonic(self) -> float:
        return float(self._asked)


def leads(count: int, seed: int = 1) -> Iterator[Draft]:
    chance = random.Random(seed)
    new_id = id_maker(SteppingClock(), chance)
    for number in range(count):
        first, last = chance.choice(_FIRST), chance.choice(_LAST)
        yield Draft(
            Op.CREATE,
            Kind.LEAD,
            new_id(),
            {
                "name": f"{first} {last} {number}",
                "phone": f"+44 20 7946 {number:06d}",
                "email": f"{first}.{last}.{number}@example.com".lower(),
                "address": f"{chance.randrange(1, 200)} {chance.choice(_STREET)}, Bristol BS{number % 40} 4QT",
                "need": f"{chance.choice(_NEED)}; call back in the afternoon, {number % 7} days from now.",
                "source": chance.choice(_SOURCE),
                "stage": "new",
            },
        )
