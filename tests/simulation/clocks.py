"""Each device's own idea of the time, around the one virtual clock."""

from datetime import datetime, timedelta

from support.clock import FakeClock


class DeviceClock:
    """The wall clock may be wrong and may jump; the monotonic one can't."""

    def __init__(self, world: FakeClock, wrong_by: timedelta = timedelta()) -> None:
        self._world = world
        self.wrong_by = wrong_by

    def now(self) -> datetime:
        return self._world.now() + self.wrong_by

    def monotonic(self) -> float:
        return self._world.monotonic()

    def jump(self, by: timedelta) -> None:
        self.wrong_by += by
