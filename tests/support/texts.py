"""The texts that people read, as they stand in the source, and what is wrong with how they stand there."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
FLOORS = ("ui", "client", "storage", "sync")
_TOLD_ELSEWHERE = frozenset({"debug", "info", "warning", "error", "critical", "exception"})
_SENTENCE = re.compile(r"(?:[A-Z][a-z' ]|\{).*\w.* .*\w.* .*\w.*[\w}”)'][.?]")
_PLACEHOLDER = re.compile(r"\{[^}]*\}")


@dataclass(frozen=True)
class Text:
    context: str
    english: str


@dataclass(frozen=True)
class Found:
    texts: frozenset[Text]
    looked_up: frozenset[str]
    """Contexts in which a table's texts are translated."""
    faults: tuple[str, ...]


def read(source: str) -> Found:
    reader = _Reader()
    reader.visit(ast.parse(source))
    return Found(frozenset(reader.texts), frozenset(reader.looked_up), tuple(reader.faults))


def sources() -> Iterator[Path]:
    for floor in FLOORS:
        yield from sorted((ROOT / floor).rglob("*.py"))


class _Reader(ast.NodeVisitor):
    def __init__(self) -> None:
        self.texts: set[Text] = set()
        self.looked_up: set[str] = set()
        self.faults: list[str] = []
        self._classes: list[str] = []
        self._is_in_f_string = False

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # a docstring is nobody's text
            self.generic_visit(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        before, self._is_in_f_string = self._is_in_f_string, True
        self.generic_visit(node)
        self._is_in_f_string = before
        self._look_at("".join(str(p.value) if isinstance(p, ast.Constant) else "{}" for p in node.values), node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str) and not self._is_in_f_string:
            self._look_at(node.value, node)

    def visit_Call(self, node: ast.Call) -> None:
        match node.func:
            case ast.Attribute(value=ast.Name(id="self"), attr="tr"):
                self._take(node, [ast.Constant(self._classes[-1] if self._classes else ""), *node.args])
            case ast.Name(id="translate" | "marked" as name):
                self._take(node, node.args, is_looked_up=name == "translate")
            case ast.Attribute(attr="tr") | ast.Name(id="tr"):
                self._blame(node, "only `self.tr` is found")
            case ast.Attribute(attr=name) if name in _TOLD_ELSEWHERE:
                return
            case _:
                self.generic_visit(node)

    def _take(self, node: ast.Call, args: list[ast.expr], *, is_looked_up: bool = False) -> None:
        match args:
            case [ast.Constant(value=str(context)), ast.Constant(value=str(english))] if context and english:
                self.texts.add(Text(context, english))
                if self._is_in_f_string:
                    self._blame(node, "is not found within an f-string")
            case [ast.Constant(value=str(context)), (ast.Name() | ast.Attribute() | ast.Subscript())] if is_looked_up:
                self.looked_up.add(context)
            case _:
                self._blame(node, "needs its context and its text as they are")

    def _look_at(self, text: str, node: ast.expr) -> None:
        if text.endswith((".", "?")) and _SENTENCE.fullmatch(_PLACEHOLDER.sub("{}", text)):
            self._blame(node, "is a sentence that nobody can translate")

    def _blame(self, node: ast.expr, why: str) -> None:
        self.faults.append(f"line {node.lineno}: {ast.unparse(node)[:100]} {why}")
