"""UUIDv7: made anywhere, sorted by when."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from random import Random
from uuid import RFC_4122, UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.clock import FakeClock
from sync.ids import id_maker, is_id


@given(st.datetimes(datetime(1970, 1, 1), datetime(9999, 12, 31), timezones=st.just(UTC)), st.integers())
def test_an_id_carries_its_milliseconds(now: datetime, chance: int) -> None:
    text = id_maker(FakeClock(now), Random(chance))()
    made = UUID(text)
    assert made.version == 7
    assert made.variant == RFC_4122
    assert abs((made.int >> 80) - (now - datetime(1970, 1, 1, tzinfo=UTC)) / timedelta(milliseconds=1)) <= 1
    assert is_id(text)
    assert len(text) == 36


def test_ids_sort_in_the_order_in_which_they_were_made() -> None:
    clock = FakeClock()
    new_id = id_maker(clock, Random(1))
    made = []
    for _ in range(100):
        made += [new_id() for _ in range(100)]
        clock.advance(0.001)
    assert len(set(made)) == len(made)
    assert sorted(made) == made


def test_a_clock_that_is_set_back_is_followed() -> None:
    clock = FakeClock()
    new_id = id_maker(clock, Random(1))
    before = new_id()
    clock.jump(timedelta(days=-3_650))
    after = [new_id() for _ in range(50)]
    assert UUID(after[0]).int >> 80 < UUID(before).int >> 80
    assert sorted(after) == after


def test_ids_of_one_device_differ_and_keep_their_order_in_each_of_its_threads() -> None:
    new_id = id_maker(FakeClock(), Random(1))
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: [new_id() for _ in range(500)], range(8)))
    assert len({one for some in made for one in some}) == 4_000
    assert all(sorted(some) == some for some in made)


def test_a_clock_before_1970_still_makes_ids() -> None:
    assert is_id(id_maker(FakeClock(datetime(1960, 1, 1, tzinfo=UTC)), Random(1))())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "0190A000-0000-7000-8000-00000000000A",
        "0190a00000007000800000000000000a",
        "{0190a000-0000-7000-8000-00000000000a}",
        "urn:uuid:0190a000-0000-7000-8000-00000000000a",
        "0190a000-0000-7000-8000-00000000000a\n",
        " 190a000-0000-7000-8000-00000000000a",
        "0190a000-0000-7000-8000-0000000000\x00a",
        "٠190a000-0000-7000-8000-00000000000a",
    ],
)
def test_only_the_canonical_form_is_an_id(text: str) -> None:
    assert not is_id(text)


@given(st.text(max_size=40))
def test_no_text_breaks_the_question(text: str) -> None:
    assert is_id(text) in (True, False)
