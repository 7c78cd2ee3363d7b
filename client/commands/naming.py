"""How a person names an item of a list: by the end of its id, as the list shows it."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from sync.errors import InvalidInput, Problem

ALL = "all"
_SHOWN = 8

T = TypeVar("T")


def short(item_id: str) -> str:
    return item_id[-_SHOWN:]


def is_meant(item_id: str, name: str) -> bool:
    return name.lower() == ALL or item_id.endswith(name.lower())


def find_one(items: Iterable[T], name: str, id_of: Callable[[T], str]) -> T:
    """The only item that is meant, or `InvalidInput`."""
    found = [item for item in items if id_of(item).endswith(name.lower())]
    if len(found) != 1:
        message = "There is no such item." if not found else "More than one item ends like that. Write more of it."
        raise InvalidInput(Problem("item", "not_found" if not found else "ambiguous", message))
    return found[0]
