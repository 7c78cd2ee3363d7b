"""Columns of cards, for any list that can be read page by page."""

from ui.boards.board import Board, Lane
from ui.boards.view import BoardView

__all__ = ["Board", "BoardView", "Lane"]
