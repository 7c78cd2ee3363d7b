"""What a theatre believes of its devices."""

import threading

from support.device_process import HeededWaker
from sync.status import Signal


def test_a_wake_is_heeded_only_when_the_engine_has_acted_on_it() -> None:
    """A device that answers *idle* before its engine has looked would be judged before it has sent its work."""
    waker, acting, act = HeededWaker(), threading.Event(), threading.Event()

    def run() -> None:
        while not waker.wait(60.0).is_stop:
            acting.set()
            act.wait(60.0)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        waker.wake(Signal.NETWORK)
        is_heeded_unseen = waker.is_heeded
        assert acting.wait(60.0)
        is_heeded_while_acting = waker.is_heeded
    finally:
        act.set()
        waker.stop()
        thread.join(60.0)
    assert not is_heeded_unseen
    assert not is_heeded_while_acting
