"""The command palette: where to go, what to do, and any record, by typing a few letters of it."""

from ui.finder.panel import Finder

__all__ = ["Finder"]
