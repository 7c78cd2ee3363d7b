"""Every card, form, question and menu beside the screens, in every way that a window is looked at."""

from itertools import cycle, product
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from support.crawler import Fault, crawl
from support.desk import Desk
from support.places import WALKS, Walk, prepare
from ui.theme import Mode, Theme
from ui.widgets.page_stack import PageStack

SMALL, LARGE = (1024, 640), (1440, 900)
Way = tuple[Mode, tuple[int, int], float]
WAYS: tuple[Way, ...] = tuple(product((Mode.LIGHT, Mode.DARK), (SMALL, LARGE), (1.0, 1.5)))
"""On a screen of one density; `test_double_density` runs the same on one of another."""


@pytest.fixture
def desk(desk: Desk) -> Desk:
    prepare(desk)
    return desk


def turn_to(way: Way, desk: Desk, theme: Theme) -> None:
    mode, size, letters = way
    theme.apply(mode, letters)
    desk.window.place.shell.resize(*size)
    desk.settle()


def faults(walk: Walk, desk: Desk, folder: Path) -> dict[str, list[Fault]]:
    """Each place is looked at when it is painted: until then what was there before stays on the screen."""
    shell, found = desk.window.place.shell, {}
    for name in walk(desk, folder):
        desk.qtbot.waitUntil(lambda: all(one.is_painting for one in shell.findChildren(PageStack)))
        found[name] = crawl(shell)
    return {name: each for name, each in found.items() if each}


@pytest.mark.long
@pytest.mark.parametrize("way", WAYS, ids=str)
def test_no_place_has_a_fault(desk: Desk, theme: Theme, tmp_path: Path, way: Way) -> None:
    turn_to(way, desk, theme)
    found: dict[str, list[Fault]] = {}
    for walk in WALKS:
        found |= faults(walk, desk, tmp_path)
    assert found == {}


def test_no_place_has_a_fault_in_one_of_the_ways(desk: Desk, theme: Theme, tmp_path: Path) -> None:
    """Every way is turned to, while the window is open; at another density each place is seen in another one."""
    assert len(WALKS) >= len(WAYS)
    first = 0 if QApplication.primaryScreen().devicePixelRatio() == 1 else len(WAYS) // 2 + 1
    ways = cycle(WAYS[first:] + WAYS[:first])
    found: dict[object, list[Fault]] = {}
    for walk, way in zip(WALKS, ways, strict=False):
        turn_to(way, desk, theme)
        found |= {(name, *way): each for name, each in faults(walk, desk, tmp_path).items()}
    assert found == {}
