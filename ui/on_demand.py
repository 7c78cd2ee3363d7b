"""Parts of a page that are built when they are first asked for."""

from functools import cached_property
from typing import TypeVar

T = TypeVar("T")


class OnDemand(cached_property[T]):
    def built(self, page: object) -> T | None:
        """None where nobody has asked for it yet; asked of the class, `Page.part.built(page)`."""
        name = self.attrname
        found: T | None = None if name is None else vars(page).get(name)
        return found
