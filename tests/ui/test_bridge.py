import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from client.views import Change, Link, SyncStatus
from support.watchdog import Watchdog
from sync.kinds import Kind
from ui.bridge import Bridge, Subscriber
from ui.live import LivePage

ONLINE = SyncStatus(
    Link.ONLINE, "Online · all sent", "Everything is sent.", 0, 0, 0, 0, 0, None, None, None, None, "pc"
)
LEADS = frozenset({Kind.LEAD})


class Source:
    """Tells of changes on whatever thread calls `tell`."""

    def __init__(self) -> None:
        self.status = ONLINE
        self.reads = 0
        self.subscribers: list[Subscriber] = []

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        self.subscribers.append(subscriber)
        return lambda: self.subscribers.remove(subscriber)

    def read_status(self) -> SyncStatus:
        self.reads += 1
        return self.status

    def tell(self, change: Change) -> None:
        for subscriber in self.subscribers:
            subscriber(change)


class Page(LivePage):
    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, LEADS)
        self.fetched = 0
        self.threads: set[int] = set()

    def refetch(self) -> None:
        self.fetched += 1
        self.threads.add(threading.get_ident())


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def bridge(qapp: object, source: Source) -> Iterator[Bridge]:
    made = Bridge(source.subscribe, source.read_status)
    yield made
    made.close()


def lead(number: int) -> Change:
    return Change(LEADS, frozenset({(Kind.LEAD, str(number))}))


def in_thread(work: Callable[[], object]) -> None:
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def test_a_burst_from_another_thread_is_few_signals_here_and_names_every_record(
    qtbot: QtBot, bridge: Bridge, source: Source
) -> None:
    heard: list[Change] = []
    bridge.changed.connect(heard.append)
    in_thread(lambda: [source.tell(lead(number)) for number in range(10_000)])
    qtbot.waitUntil(lambda: sum(len(change.subjects) for change in heard) == 10_000)
    assert len(heard) <= 3


def test_a_drain_of_ten_thousand_does_not_block(qtbot: QtBot, bridge: Bridge, source: Source) -> None:
    page = Page(bridge)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    thread = threading.Thread(target=lambda: [source.tell(lead(number)) for number in range(10_000)])
    with Watchdog() as watchdog:
        thread.start()
        qtbot.waitUntil(lambda: not thread.is_alive())
        qtbot.wait(200)
    assert watchdog.longest < 0.09  # 50 ms on a quiet machine; this one may be shared
    assert page.threads == {threading.get_ident()}


def test_screens_get_time_for_themselves_between_two_deliveries(qtbot: QtBot, bridge: Bridge, source: Source) -> None:
    heard: list[float] = []

    def slow(_change: Change) -> None:
        heard.append(time.monotonic())
        time.sleep(0.05)

    bridge.changed.connect(slow)
    source.tell(lead(1))
    qtbot.waitUntil(lambda: len(heard) == 1)
    source.tell(lead(2))
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard[1] - heard[0] >= 0.2375  # a quarter of a second, as exact as Qt's coarse timers are


def test_a_page_refetches_only_what_touches_it_and_only_while_seen(
    qtbot: QtBot, bridge: Bridge, source: Source
) -> None:
    page = Page(bridge)
    qtbot.addWidget(page)
    assert page.fetched == 0
    page.show()
    assert page.fetched == 1
    source.tell(Change(frozenset({Kind.CUSTOMER})))
    with qtbot.waitSignal(bridge.changed):
        pass
    assert page.fetched == 1
    with qtbot.waitSignal(bridge.changed):
        source.tell(Change(is_status=True))
    assert page.fetched == 2
    page.hide()
    with qtbot.waitSignal(bridge.changed):
        source.tell(lead(1))
    assert page.fetched == 2
    page.show()
    assert page.fetched == 3


def test_a_page_that_is_gone_hears_nothing(qtbot: QtBot, bridge: Bridge, source: Source) -> None:
    page = Page(bridge)
    page.show()
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    with qtbot.waitSignal(bridge.changed):
        source.tell(lead(1))


def test_the_status_is_told_when_it_differs_and_looked_at_by_itself(
    qtbot: QtBot, bridge: Bridge, source: Source
) -> None:
    told: list[SyncStatus] = []
    bridge.status_changed.connect(told.append)
    assert bridge.status == ONLINE
    source.tell(Change(is_status=True))
    qtbot.waitUntil(lambda: source.reads >= 2)
    assert told == []
    source.status = replace(ONLINE, link=Link.OFFLINE)
    qtbot.waitUntil(lambda: told == [source.status], timeout=5000)


def test_a_closed_bridge_hears_nothing(qapp: object, source: Source) -> None:
    bridge = Bridge(source.subscribe, source.read_status)
    bridge.close()
    assert source.subscribers == []


def test_touching_one_record_only(qtbot: QtBot, bridge: Bridge, source: Source) -> None:
    class One(Page):
        def is_touched(self, change: Change) -> bool:
            return (Kind.LEAD, "7") in change.subjects

    page = One(bridge)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(bridge.changed):
        source.tell(lead(6))
    assert page.fetched == 1
    with qtbot.waitSignal(bridge.changed):
        source.tell(lead(7))
    assert page.fetched == 2
