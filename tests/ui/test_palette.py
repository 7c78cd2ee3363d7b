import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from support.paint import contrast
from ui import look
from ui.palette import DARK, LIGHT, SHAPE_PAIRS, TEXT_PAIRS, Colors, Role

UI = Path(look.__file__).parent
LITERAL = re.compile(
    r"""["'\s(:]\#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b|rgba?\(|hsva?\(|QColor\(\s*\d|GlobalColor\.(?!transparent)"""
)


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_every_role_has_a_colour(colors: Colors) -> None:
    assert set(colors) == set(Role)


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("pairs", "least"), [(TEXT_PAIRS, 4.5), (SHAPE_PAIRS, 3.0)], ids=["text", "shapes"])
def test_contrast(colors: Colors, pairs: frozenset[tuple[Role, Role]], least: float) -> None:
    ratios = {pair: contrast(QColor(colors[pair[0]]), QColor(colors[pair[1]])) for pair in pairs}
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < least} == {}


def test_text_in_an_untested_pair_is_refused() -> None:
    with pytest.raises(ValueError, match="not a tested pair"):
        look.ink(Role.WARN, on=Role.BRAND)
    with pytest.raises(ValueError, match="not a tested pair"):
        look.shape(Role.LINE, on=Role.SURFACE)


def test_no_colour_literal_outside_the_palette() -> None:
    found = {
        f"{file.name}:{number}"
        for file in UI.rglob("*.py")
        if file.name != "palette.py"
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if LITERAL.search(line)
    }
    assert found == set()


@pytest.mark.parametrize("line", ['x = "#fff"', "color: #a1b2c3;", "QColor(1, 2, 3)", "rgba(0, 0, 0, 3)"])
def test_the_search_for_literals_finds_them(line: str) -> None:
    assert LITERAL.search(line)
