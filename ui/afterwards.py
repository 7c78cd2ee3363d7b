"""Cards that come to a page one by one, after it is on the screen."""

from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

D = TypeVar("D")
C = TypeVar("C", bound=QWidget)


class Afterwards(Generic[D]):
    """Each shows what is known when it comes, and whatever is read after that."""

    def __init__(self) -> None:
        self.detail: D | None = None
        self._shows: list[Callable[[D], None]] = []

    def add(self, card: C, show: Callable[[C, D], None]) -> None:
        """Before it is put into its place, so that it is laid out once."""
        self._shows.append(partial(show, card))
        if self.detail is not None:
            show(card, self.detail)

    def show(self, detail: D) -> None:
        self.detail = detail
        for show in self._shows:
            show(detail)
