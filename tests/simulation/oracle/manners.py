"""How a device treats a server in trouble: it keeps to what it was asked for, and waits after failures."""

import httpx

from simulation.oracle.promises import require

_AT_ONCE = 30


class Manners:
    """One device's. Whoever is woken by a person, or has just been started, may try at once."""

    def __init__(self, device: str) -> None:
        self._device = device
        self._asked_until = 0.0
        self._failures = 0
        self._since = 0.0

    def begin(self, now: float) -> None:
        about = (self._device, now, self._asked_until)
        require("what the server asks for is kept to", is_kept=now >= self._asked_until, about=about)
        is_patient = self._failures <= _AT_ONCE + now - self._since
        require("failures are waited for", is_kept=is_patient, about=(self._device, self._failures, now, self._since))

    def end(self, now: float, response: httpx.Response | None) -> None:
        if response is not None and response.status_code < 300:
            self._failures = 0
            return
        if not self._failures:
            self._since = now
        self._failures += 1
        if response is not None and (asked := response.headers.get("Retry-After")):
            self._asked_until = now + float(asked)

    def excuse(self) -> None:
        self._asked_until = 0.0
        self._failures = 0
