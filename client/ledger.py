"""Does the server have what was made, once and in order? A pure function over two lists, so that it can be tested."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Made:
    """One action as the driver announced it before it happened; `fields` are those by which its effect is known."""

    number: int
    kind: str
    op: str
    fields: Mapping[str, Any]


@dataclass(frozen=True)
class Applied:
    """One effect as the server's books have it, in their order."""

    position: int
    kind: str
    op: str
    fields: Mapping[str, Any]


@dataclass(frozen=True)
class Ledger:
    made: int
    applied: int
    lost: int
    doubled: int
    out_of_order: int
    unknown: int

    @property
    def is_clean(self) -> bool:
        return not (self.lost or self.doubled or self.out_of_order or self.unknown)


def reconcile(made: Sequence[Made], applied: Sequence[Applied]) -> Ledger:
    """Match each action with its effects. `unknown` are effects that nobody made."""
    places = [[effect.position for effect in applied if _is_effect_of(action, effect)] for action in made]
    known = {position for found in places for position in found}
    first = [found[0] for found in places if found]
    return Ledger(
        made=len(made),
        applied=len(applied),
        lost=sum(1 for found in places if not found),
        doubled=sum(len(found) - 1 for found in places if found),
        out_of_order=sum(1 for before, after in itertools.pairwise(first) if after <= before),
        unknown=sum(1 for effect in applied if effect.position not in known),
    )


def _is_effect_of(action: Made, effect: Applied) -> bool:
    return (effect.kind, effect.op) == (action.kind, action.op) and all(
        effect.fields.get(name) == value for name, value in action.fields.items()
    )
