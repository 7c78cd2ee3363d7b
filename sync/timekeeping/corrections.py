"""Voids and amends: further events that say what an earlier punch should have been. The original always stays."""

from collections.abc import Iterable

from sync.records import Punch


def voided_by(punches: Iterable[Punch]) -> dict[str, Punch]:
    """Which punches no longer count, each with the void that took it out."""
    raise NotImplementedError


def amended_by(punches: Iterable[Punch]) -> dict[str, tuple[Punch, ...]]:
    """The amends in force of each punch, in the order in which they apply."""
    raise NotImplementedError
