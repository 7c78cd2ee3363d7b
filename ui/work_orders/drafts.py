"""What was typed on work orders and is saved nowhere yet. It outlives their pages, so that Esc loses nothing."""

from collections import defaultdict
from dataclasses import dataclass, field

Typed = dict[str, str]
"""The texts of a form by name; `id` is the record that is being changed, empty for a new one. Empty = nothing open."""


def _lists() -> defaultdict[str, list[Typed]]:
    return defaultdict(list)


def _forms() -> defaultdict[str, Typed]:
    return defaultdict(dict)


@dataclass(frozen=True)
class Drafts:
    """By the id of the work order."""

    notes: dict[str, str] = field(default_factory=dict)
    parts: defaultdict[str, Typed] = field(default_factory=_forms)
    checklists: defaultdict[str, list[Typed]] = field(default_factory=_lists)

    @property
    def are_there(self) -> bool:
        return any(self.notes.values()) or any(self.parts.values()) or any(self.checklists.values())
