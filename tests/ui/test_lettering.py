"""The letters that are drawn ahead are those of every face, each in its own."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QFont, QPixmap

from ui import lettering, look
from ui.theme import Mode, Theme


def are_all_drawn() -> bool:
    pictures = [step().toImage() for step in lettering.steps()]
    are_distinct = all(one != other for one in pictures for other in pictures if one is not other)
    return are_distinct and any(pictures[0].pixelColor(x, 40).alpha() for x in range(pictures[0].width()))


def test_every_face_is_drawn_ahead(theme: Theme) -> None:
    theme.apply(Mode.LIGHT)
    assert are_all_drawn()


def test_a_planted_face_that_is_drawn_for_all_is_noticed(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    theme.apply(Mode.LIGHT)
    draw: Callable[[Callable[[], QFont]], QPixmap] = lettering._draw
    monkeypatch.setattr(lettering, "_draw", lambda _font: draw(lambda: look.font(look.Kind.BODY)))
    assert not are_all_drawn()
