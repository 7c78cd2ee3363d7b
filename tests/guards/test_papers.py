"""What the papers name is there: files, headings, modules, targets of make, commands and their options."""

import argparse
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from client.parser import build_parser
from server_stub.cli import _parser as server_parser

ROOT = Path(__file__).parents[2]
PAPERS = [path for folder in (".", "docs", "docs/decisions") for path in sorted((ROOT / folder).glob("*.md"))]
NAMES = [str(path.relative_to(ROOT)) for path in PAPERS]
FLOORS = ("sync", "storage", "client", "ui", "server_stub")

LINK = re.compile(r"\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)")
DOTTED = re.compile(rf"`((?:{'|'.join(FLOORS)})(?:\.\w+)+)`")
TARGET = re.compile(r"`make ([a-z-]+)`|^make ([a-z-]+)", re.MULTILINE)
COMMAND = re.compile(r"(?:^|`|\.venv/bin/)(streamflow(?:-server)?) ([a-z][^`#\n]*)", re.MULTILINE)
OPTION = re.compile(r"(?<!\S)--[a-z-]+")

Parser = argparse.ArgumentParser


def missing(paper: Path, text: str) -> Iterator[str]:
    for file, heading in LINK.findall(text):
        there = paper.parent / file if file else paper
        if not there.exists() or (heading and heading not in _headings(there)):
            yield f"{file}#{heading}"
    yield from (name for name in DOTTED.findall(text) if not _is_in_the_code(name))
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    yield from (f"make {one or other}" for one, other in TARGET.findall(text) if (one or other) not in targets)
    for program, line in COMMAND.findall(text):
        options = _options_of(program, line)
        if options is None:
            yield f"{program} {line}"
        else:
            yield from (f"{program} {line}: {option}" for option in OPTION.findall(line) if option not in options)


def _headings(paper: Path) -> set[str]:
    headings = re.findall(r"^#+ (.*)$", paper.read_text(), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def _is_in_the_code(name: str) -> bool:
    """A package or a module, or something that stands in it."""
    parts = name.split(".")
    for known in range(len(parts), 0, -1):
        place = ROOT.joinpath(*parts[:known])
        file = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
        if file.is_file():
            text = file.read_text()
            return all(re.search(rf"\b{part}\b", text) for part in parts[known:])
    return False


def _options_of(program: str, line: str) -> set[str] | None:
    """What the command takes, with all that stands below it; None where there is no such command."""
    parser = _parser_of(program)
    for word in line.split():
        below = _below(parser)
        if not below:
            break
        if word not in below:
            return None if parser.prog == program else _all_options(parser)
        parser = below[word]
    return _all_options(parser)


@cache
def _parser_of(program: str) -> Parser:
    return build_parser() if program == "streamflow" else server_parser()


def _below(parser: Parser) -> dict[str, Parser]:
    groups = (action.choices for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    return {name: each for group in groups for name, each in group.items()}


def _all_options(parser: Parser) -> set[str]:
    own = {option for action in parser._actions for option in action.option_strings}
    return own.union(*(_all_options(each) for each in _below(parser).values()))


@pytest.mark.parametrize("paper", PAPERS, ids=NAMES)
def test_what_a_paper_names_is_there(paper: Path) -> None:
    assert list(missing(paper, paper.read_text())) == []


@pytest.mark.parametrize(
    "text",
    [
        "[gone](docs/gone.md)",
        "[gone](CONTRIBUTING.md#gone)",
        "`sync.gone`",
        "`sync.engine.gone_from_here`",
        "`make gone`",
        "`streamflow gone`",
        "streamflow status --gone",
        "streamflow-server serve --gone",
    ],
)
def test_what_is_not_there_would_be_found(text: str) -> None:
    assert list(missing(ROOT / "README.md", text))
