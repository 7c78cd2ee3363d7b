"""A checklist that is changed while its work order is under way."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import to_builtins

from sync.ids import NewId
from sync.records import CheckItem


def changed_items(
    before: Iterable[CheckItem], items: Iterable[Mapping[str, Any]], new_id: NewId
) -> list[dict[str, Any]]:
    """The items in their order: by its id alone one that stays as it is, without an id a new one.

    An answer is found by its item's id, so that one stays the same and none is ever given twice.
    """
    known = {item.id: item for item in before}
    return [_item(known.get(item.get("id", "")), item, new_id) for item in items]


def _item(before: CheckItem | None, item: Mapping[str, Any], new_id: NewId) -> dict[str, Any]:
    if before is None:
        return {**item, "id": new_id()}
    if set(item) == {"id"}:
        return dict(to_builtins(before))
    return {**item, **({"is_optional": True} if before.is_optional else {})}
