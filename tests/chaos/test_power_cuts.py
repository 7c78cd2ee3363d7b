"""The power goes at any moment: what was called saved is there, once, and the file is whole (P1)."""

import random
from pathlib import Path
from typing import Any

import pytest

from chaos.disk import Disk, Flush, MakeFile, MakeFolder, Rename, Truncate, Unlink, Write
from chaos.planted import POWER
from chaos.power import Tally, cut, many, record
from storage.filling import WORTH_IT
from support.company import Company

SLICE, LONG = 250, 100_000


@pytest.mark.timeout(400)
def test_a_slice_of_the_power_cuts(ground: Path, company: Company) -> None:
    tally = many(ground, company, SLICE, seed=1, recordings=1)
    assert tally.wrong == []
    assert tally.cuts == SLICE
    assert tally.saved_keys > SLICE
    assert set(tally.found) == {"as said", "as under way"}


@pytest.mark.timeout(400)
def test_the_power_goes_while_many_rows_are_stored_in_long_statements(ground: Path, company: Company) -> None:
    tally = Tally()
    day = record(ground / "day", company, 1, sessions=1, rows=2 * WORTH_IT)
    cut(day, SLICE, random.Random(1), ground / "cut", tally)
    assert tally.wrong == []
    assert set(tally.found) == {"as said", "as under way"}


@pytest.mark.timeout(400)
@pytest.mark.parametrize("bug", POWER)
def test_a_planted_bug_is_found_by_few_cuts(ground: Path, company: Company, bug: str) -> None:
    tally = Tally()
    day = record(ground / "day", company, 1, [bug], sessions=1)
    cut(day, 150, random.Random(1), ground / "cut", tally, is_over_at_once=True)
    assert tally.wrong


@pytest.mark.long
@pytest.mark.timeout(7_200)
def test_all_power_cuts(ground: Path, company: Company, record_property: Any) -> None:
    tally = many(ground, company, LONG, seed=1, recordings=20)
    record_property("images", tally.images)
    assert tally.wrong == []
    assert tally.cuts == LONG


def _images(*operations: Any) -> list[dict[str, bytes | None]]:
    disk = Disk()
    for operation in operations:
        disk.do(operation)
    return [disk.after_a_cut(random.Random(seed)) for seed in range(200)]


def test_the_disk_keeps_what_was_flushed() -> None:
    made = (MakeFolder("a"), Flush("."), MakeFile("a/b"), Flush("a"), Write("a/b", 0, b"old"), Flush("a/b"))
    assert all(image == {"a": None, "a/b": b"old"} for image in _images(*made))
    changed = _images(*made, Write("a/b", 0, b"new"))
    assert {image["a/b"] for image in changed} == {b"old", b"new"}


def test_the_disk_forgets_names_that_were_not_flushed() -> None:
    images = _images(MakeFolder("a"), MakeFile("a/b"), Write("a/b", 0, b"x"), Flush("a/b"), Flush("a"))
    assert {tuple(image) for image in images} == {(), ("a", "a/b")}


def test_the_disk_tears_and_reorders_what_was_not_flushed() -> None:
    images = _images(MakeFile("a"), Flush("."), Write("a", 0, b"1" * 1_024), Write("a", 1_024, b"2" * 512))
    found = {image["a"] for image in images}
    assert b"1" * 512 + bytes(512) + b"2" * 512 in found or bytes(512) + b"1" * 512 + b"2" * 512 in found
    assert bytes(1_024) + b"2" * 512 in found
    assert b"1" * 1_024 in found
    assert b"" in found


def test_the_disk_renames_as_one_step() -> None:
    made = (MakeFile("new"), MakeFile("old"), Flush("."))
    assert {tuple(image) for image in _images(*made, Rename("new", "old"))} == {("new", "old"), ("old",)}
    assert {tuple(image) for image in _images(*made, Unlink("old"))} == {("new", "old"), ("new",)}
    grown = (Truncate("new", 3), Flush("new"))
    assert {image["new"] for image in _images(*made, *grown, Truncate("new", 0))} == {b"", bytes(3)}
