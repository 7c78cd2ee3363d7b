from pathlib import Path

import pytest

from client.saved_filters import MOST, LeadFilter, SavedFilters
from sync.terms import Stage


def test_the_last_saved_comes_first_once_and_can_be_forgotten(tmp_path: Path) -> None:
    one, two = LeadFilter(query="orchard"), LeadFilter(stage=Stage.QUOTED, source="Web", sort="name")
    filters = SavedFilters(tmp_path)
    for wanted in (one, two, one):
        filters.save(wanted)
    assert SavedFilters(tmp_path).all() == (one, two)
    filters.forget(one)
    assert filters.all() == (two,)
    for number in range(MOST + 5):
        filters.save(LeadFilter(query=str(number)))
    assert len(filters.all()) == MOST


@pytest.mark.parametrize("content", [b"{", b"[1]", b'[{"stage": "cellar"}]', b"\xff"])
def test_a_file_that_makes_no_sense_is_an_empty_list(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "lead-filters.json").write_bytes(content)
    assert SavedFilters(tmp_path).all() == ()
