"""What everything has: where it stands with the server, and what a subscriber hears."""

from dataclasses import dataclass

from sync.kinds import Kind


@dataclass(frozen=True)
class Change:
    """What a subscriber hears: these records may look different now, or the connection does. Refetch what you show."""

    kinds: frozenset[Kind] = frozenset()
    subjects: frozenset[tuple[Kind, str]] = frozenset()
    is_status: bool = False


@dataclass(frozen=True)
class SearchHit:
    kind: Kind
    id: str
    title: str
    detail: str
