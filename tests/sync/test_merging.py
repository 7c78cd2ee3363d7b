"""Who wins where two people wrote one field, as a pure function: whatever the order in which the edits arrive."""

from itertools import permutations, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.kinds import SERVER_FIELDS, TYPES, WRITTEN_BY_DEVICES, Kind
from sync.merging import Edit, edited_at, is_contested, mine_wins, policy_of
from sync.rules import may_become
from sync.terms import Policy, Role, Status

values = st.none() | st.booleans() | st.integers(0, 3) | st.sampled_from(["", "a", "b"])
edits = st.builds(Edit, values, st.integers(0, 5), st.integers(0, 3), st.integers(1, 3))


def test_money_and_schedule_are_for_a_person_status_for_the_state_machine_the_rest_for_the_later_edit() -> None:
    found: dict[Policy, set[str]] = {policy: set() for policy in Policy}
    for kind in WRITTEN_BY_DEVICES:
        for name in set(TYPES[kind].__struct_fields__) - {"id", "version"} - SERVER_FIELDS.get(kind, frozenset()):
            found[policy_of(kind, name)].add(f"{kind}.{name}")
    assert found[Policy.PERSON] == {
        "lead.value",
        "part.price",
        "work_order.scheduled_start",
        "work_order.planned_minutes",
    }
    assert found[Policy.STATUS] == {"work_order.status"}
    assert policy_of(Kind.WORK_ORDER, "answers.gas") is Policy.LATER


@given(values, values, values)
def test_only_a_value_that_both_have_changed_is_contested(before: Any, theirs: Any, mine: Any) -> None:
    def is_same(one: Any, other: Any) -> bool:
        return repr(one) == repr(other)

    assert is_contested(before, theirs, mine) is not (is_same(theirs, before) or is_same(theirs, mine))


@given(edits, edits)
def test_of_two_edits_exactly_one_is_later_unless_they_are_one(one: Edit, other: Edit) -> None:
    wins = [mine_wins(Policy.LATER, one, other, Role.WORKER), mine_wins(Policy.LATER, other, one, Role.WORKER)]
    assert wins.count(True) == (one.rank != other.rank)


@given(st.lists(edits, min_size=2, max_size=4, unique_by=lambda edit: edit.rank))
def test_the_later_edit_stands_whatever_the_order_of_arrival(written: list[Edit]) -> None:
    def stands(arrivals: tuple[Edit, ...]) -> Edit:
        standing = arrivals[0]
        for edit in arrivals[1:]:
            standing = edit if mine_wins(Policy.LATER, standing, edit, Role.WORKER) else standing
        return standing

    assert {stands(arrivals).rank for arrivals in permutations(written)} == {max(edit.rank for edit in written)}


def test_ties_go_by_number_and_then_by_stream() -> None:
    def wins(mine: Edit, theirs: Edit) -> bool:
        return mine_wins(Policy.LATER, theirs, mine, Role.WORKER)

    assert wins(Edit("a", 6, 1, 1), Edit("b", 5, 9, 9))
    assert wins(Edit("a", 5, 2, 1), Edit("b", 5, 1, 9))
    assert wins(Edit("a", 5, 1, 2), Edit("b", 5, 1, 1))


@pytest.mark.parametrize("role", list(Role))
def test_a_status_stands_where_the_state_machine_takes_the_other_no_further(role: Role) -> None:
    for theirs, mine in product(Status, repeat=2):
        standing, wanted = Edit(theirs, 2, 1, 1), Edit(mine, 1, 1, 2)
        assert mine_wins(Policy.STATUS, standing, wanted, role) is may_become(theirs, mine, role)


@given(edits, edits)
def test_nobody_but_a_person_takes_money_from_what_stands(theirs: Edit, mine: Edit) -> None:
    assert not mine_wins(Policy.PERSON, theirs, mine, Role.OWNER)


@given(
    st.integers(-(10**13), 10**13), st.integers(-(10**13), 10**13), st.integers(10**9, 10**13), st.integers(0, 10**9)
)
def test_a_wrong_clock_is_corrected_and_nothing_was_edited_after_it_arrived(
    error: int, sent: int, received: int, ago: int
) -> None:
    true = sent - ago
    assert edited_at(true + error, sent + error, received) == received - ago
    assert edited_at(sent + ago, sent, received) == received


def test_the_way_to_the_server_counts_as_a_wrong_clock() -> None:
    """So of two edits that are nearer to each other than their ways are long, the earlier one may be the later."""
    slow, quick = edited_at(0, 0, 50), edited_at(3, 3, 10)
    assert slow > quick
    assert edited_at(0, 0, 50) < edited_at(60_000, 60_000, 60_001)
