"""What PySide gives and loses sight of when Qt ends it is never asked for; a layout's `takeAt` gives it for good."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
LOST = {"itemAt", "itemAtPosition", "nextInFocusChain", "previousInFocusChain"}


def asked_for(source: str) -> set[str]:
    return {node.attr for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Attribute)} & LOST


def test_nobody_asks_for_what_pyside_loses_sight_of() -> None:
    files = [file for folder in ("ui", "tests/support") for file in (ROOT / folder).rglob("*.py")]
    assert len(files) > 100
    assert {file.name: found for file in files if (found := asked_for(file.read_text("utf-8")))} == {}


def test_a_planted_one_is_found() -> None:
    assert asked_for("first = page.layout().itemAt(0)") == {"itemAt"}
