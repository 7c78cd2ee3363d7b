"""Unsent edits over the server's copy."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from sync.project import project
from sync.protocol import Op


class Edit(Struct):
    op: Op
    fields: dict[str, Any] = {}


bodies = st.dictionaries(st.sampled_from("abc"), st.integers(0, 3))
edits = st.lists(st.builds(Edit, op=st.sampled_from(Op), fields=bodies), max_size=6)
CONFIRMED = {"name": "Brook", "phone": "1"}


def test_nothing_pending_is_the_server_s_word() -> None:
    assert project(CONFIRMED, []) is CONFIRMED
    assert project(None, []) is None


def test_later_edits_lie_over_earlier_ones() -> None:
    changes = [Edit(Op.CHANGE, {"phone": "2"}), Edit(Op.CHANGE, {"phone": "3", "email": "x"})]
    assert project(CONFIRMED, changes) == {"name": "Brook", "phone": "3", "email": "x"}
    assert CONFIRMED == {"name": "Brook", "phone": "1"}


def test_a_create_is_shown_before_the_server_knows() -> None:
    assert project(None, [Edit(Op.CREATE, {"name": "New"})]) == {"name": "New"}
    assert project(None, [Edit(Op.CREATE, {"name": "New"}), Edit(Op.REMOVE)]) is None


def test_a_removed_record_comes_back_whole() -> None:
    assert project(CONFIRMED, [Edit(Op.REMOVE)]) is None
    assert project(CONFIRMED, [Edit(Op.REMOVE), Edit(Op.RESTORE)]) == CONFIRMED
    assert project(None, [Edit(Op.CREATE, {"a": 1}), Edit(Op.REMOVE), Edit(Op.RESTORE)]) == {"a": 1}


def test_what_somebody_else_deleted_comes_back_as_it_was_buried() -> None:
    assert project(None, [Edit(Op.RESTORE, {"phone": "2"})], CONFIRMED) == {"name": "Brook", "phone": "2"}
    assert project(CONFIRMED, [Edit(Op.RESTORE)], {"name": "Older"}) == CONFIRMED
    assert project(None, [Edit(Op.RESTORE, {"phone": "2"})]) == {"phone": "2"}
    taken_and_brought_back = [Edit(Op.CHANGE, {"phone": "2"}), Edit(Op.REMOVE), Edit(Op.RESTORE)]
    assert project(None, taken_and_brought_back, CONFIRMED) == {"name": "Brook", "phone": "2"}


def test_own_unsent_fields_stay_when_the_record_left_the_scope() -> None:
    assert project(None, [Edit(Op.CHANGE, {"phone": "2"})]) == {"phone": "2"}


@given(st.none() | bodies, edits, edits)
def test_edits_may_be_laid_on_in_two_steps(
    confirmed: dict[str, Any] | None, first: list[Edit], second: list[Edit]
) -> None:
    """Unless the first step ends with the record gone, whose fields only the whole line of edits still knows."""
    halfway = project(confirmed, first)
    if halfway is not None:
        assert project(halfway, second) == project(confirmed, [*first, *second])


@given(st.none() | bodies, edits)
def test_a_field_shows_its_last_writer(confirmed: dict[str, Any] | None, pending: list[Edit]) -> None:
    shown = project(confirmed, pending)
    last_op = next((edit.op for edit in reversed(pending)), None)
    assert (shown is None) == (last_op is Op.REMOVE or (last_op is None and confirmed is None))
    for name, value in (shown or {}).items():
        writers = [edit.fields for edit in pending if edit.op is not Op.REMOVE and name in edit.fields]
        assert value == (writers[-1] if writers else confirmed or {})[name]
