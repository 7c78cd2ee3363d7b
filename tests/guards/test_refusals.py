"""Whatever the server's rulings say to a worker is known on the device, and told there in the worker's language."""

import ast
from collections.abc import Iterator
from pathlib import Path

from client.refusals import FORMS
from client.said import values_in

RULINGS = Path(__file__).parents[2] / "server_stub" / "rulings.py"
_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef)


def sentences(source: str) -> Iterator[str]:
    """With something in place of each value; what a function says about itself is no message."""
    tree = ast.parse(source)
    about = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, _DOCUMENTED)}
    parts = {part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            text = "".join(str(one.value) if isinstance(one, ast.Constant) else "something" for one in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in parts:
            text = node.value
        else:
            continue
        if text.endswith(".") and text not in about:
            yield text


def unknown(source: str) -> list[str]:
    return [text for text in sentences(source) if all(values_in(form, text) is None for form in FORMS)]


def test_every_sentence_of_a_ruling_is_known_on_the_device() -> None:
    assert unknown(RULINGS.read_text("utf-8")) == []


def test_a_planted_sentence_is_found() -> None:
    assert unknown('raise Refused(Code.CONFLICT, f"The {kind} has left.")') == ["The something has left."]
    assert unknown("raise Refused(Code.INVALID, 'Not today.')") == ["Not today."]
