"""The system's message bus, with one budget of time for all that is asked of it: where it is used up, TimeoutError.

Loads jeepney, so it is itself loaded only where somebody asks.
"""

import contextlib
import socket
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

from jeepney import (  # type: ignore[import-untyped] # it brings no types, and is used in this module only
    DBusAddress,
    MatchRule,
    MessageFlag,
    Parser,
    Properties,
    message_bus,
    new_method_call,
)
from jeepney.bus import get_bus  # type: ignore[import-untyped] # as above
from jeepney.io.blocking import prep_socket  # type: ignore[import-untyped] # as above
from jeepney.low_level import HeaderFields  # type: ignore[import-untyped] # as above
from jeepney.wrappers import unwrap_msg  # type: ignore[import-untyped] # as above

from sync.clock import Clock

_BYTES = 4096


class SystemBus:
    """jeepney's own connection waits for the bus's greeting without an end, so only its messages are used."""

    def __init__(self, line: socket.socket, clock: Clock, until: float) -> None:
        self._line = line
        self._clock = clock
        self._until = until
        self._serials = count(1)
        self._parser = Parser()
        self._signals: deque[Any] = deque()
        self._ask(message_bus.Hello())

    def has(self, service: str) -> bool:
        """Whether it runs, or would be started by asking for it."""
        (runs,) = self._ask(message_bus.NameHasOwner(service))
        (startable,) = self._ask(message_bus.ListActivatableNames())
        return runs or service in startable

    @staticmethod
    def thing(service: str, path: str, interface: str) -> DBusAddress:
        return DBusAddress(path, service, interface)

    def call(self, thing: DBusAddress, method: str) -> tuple[Any, ...]:
        return self._ask(new_method_call(thing, method))

    def tell(self, thing: DBusAddress, method: str) -> None:
        """Call without waiting for an answer, also when the time is used up or the line is dead."""
        message = new_method_call(thing, method)
        message.header.flags |= MessageFlag.no_reply_expected
        self._line.setblocking(False)
        with contextlib.suppress(OSError):
            self._line.sendall(message.serialise(next(self._serials)))

    def read(self, thing: DBusAddress) -> dict[str, Any]:
        """All of its properties."""
        (properties,) = self._ask(Properties(thing).get_all())
        return {name: value for name, (_, value) in properties.items()}

    def write(self, thing: DBusAddress, name: str, signature: str, value: object) -> None:
        self._ask(Properties(thing).set(name, signature, value))

    def signals(self, thing: DBusAddress, member: str) -> Iterator[tuple[Any, ...]]:
        """What each says, from now on, whether or not it came while something else was being asked."""
        rule = MatchRule(type="signal", interface=thing.interface, member=member, path=thing.object_path)
        self._ask(message_bus.AddMatch(rule))
        return (message.body for message in self._others() if rule.matches(message))

    def _ask(self, message: Any) -> tuple[Any, ...]:
        serial = next(self._serials)
        self._line.settimeout(self._left())
        self._line.sendall(message.serialise(serial))
        while (answer := self._receive()).header.fields.get(HeaderFields.reply_serial) != serial:
            self._signals.append(answer)
        body: tuple[Any, ...] = unwrap_msg(answer)
        return body

    def _others(self) -> Iterator[Any]:
        while True:
            yield self._signals.popleft() if self._signals else self._receive()

    def _receive(self) -> Any:
        while (message := self._parser.get_next_message()) is None:
            self._line.settimeout(self._left())
            data = self._line.recv(_BYTES)
            if not data:
                raise ConnectionResetError("the bus has hung up")
            self._parser.add_data(data)
        return message

    def _left(self) -> float:
        left = self._until - self._clock.monotonic()
        if left <= 0:
            raise TimeoutError("timed out")
        return left


@contextmanager
def system_bus(clock: Clock, seconds: float) -> Iterator[SystemBus]:
    until = clock.monotonic() + seconds
    with prep_socket(get_bus("SYSTEM"), timeout=seconds) as line:
        yield SystemBus(line, clock, until)
