"""A disk that loses its power: what each file may hold afterwards, given what was written and what was flushed.

A flush makes a file's bytes, or a folder's names, durable. Everything since then is kept, dropped, torn between sectors
or kept out of order, as chance has it. Only two things are taken for granted, as SQLite does: a sector is written whole
or not at all, and a rename happens as one.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TypeVar

SECTORS = (512, 4_096)

T = TypeVar("T")


@dataclass(frozen=True)
class Write:
    path: str
    offset: int
    data: bytes


@dataclass(frozen=True)
class Truncate:
    path: str
    size: int


@dataclass(frozen=True)
class Flush:
    path: str


@dataclass(frozen=True)
class MakeFolder:
    path: str


@dataclass(frozen=True)
class MakeFile:
    path: str


@dataclass(frozen=True)
class Rename:
    path: str
    to: str


@dataclass(frozen=True)
class Unlink:
    path: str


Operation = Write | Truncate | Flush | MakeFolder | MakeFile | Rename | Unlink
Change = Write | Truncate


@dataclass
class File:
    durable: bytearray = field(default_factory=bytearray)
    pending: list[Change] = field(default_factory=list)

    def flush(self) -> None:
        for change in self.pending:
            _apply(self.durable, change)
        self.pending.clear()

    def after_a_cut(self, chance: random.Random) -> bytes:
        content = bytearray(self.durable)
        for change in _survivors(self.pending, chance):
            _apply(content, change)
        return bytes(content)


@dataclass
class Folder:
    """`pending` are names that were given or taken, some of them together."""

    pending: list[dict[str, "Node | None"]] = field(default_factory=list)


Node = File | Folder


class Disk:
    """One folder, itself durable, and all that happens in it. Paths are relative to it."""

    def __init__(self) -> None:
        root = Folder()
        self._now: dict[str, Node] = {".": root}
        self._durable: dict[str, Node] = {".": root}

    def do(self, operation: Operation) -> None:
        path = operation.path
        match operation:
            case Write() | Truncate():
                self._file(path).pending.append(operation)
            case Flush():
                self._flush(path)
            case MakeFolder():
                self._name({path: Folder()})
            case MakeFile():
                self._name({path: File()})
            case Rename(path, to):
                assert PurePath(path).parent == PurePath(to).parent, "between folders is more than one step"
                self._name({to: self._now[path], path: None})
            case Unlink():
                self._name({path: None})

    def after_a_cut(self, chance: random.Random) -> dict[str, bytes | None]:
        """What is there when the power comes back: files with their bytes, folders with None."""
        names = dict(self._durable)
        for folder in [node for node in self._now.values() if isinstance(node, Folder)]:
            for given in _some(folder.pending, chance):
                names.update({path: node for path, node in given.items() if node is not None})
                for path in [path for path, node in given.items() if node is None]:
                    names.pop(path, None)
        reachable = {path: node for path, node in names.items() if path != "." and _is_reachable(path, names)}
        return {
            path: node.after_a_cut(chance) if isinstance(node, File) else None
            for path, node in sorted(reachable.items())
        }

    def _file(self, path: str) -> File:
        node = self._now[path]
        assert isinstance(node, File), path
        return node

    def _flush(self, path: str) -> None:
        node = self._now[path]
        if isinstance(node, File):
            node.flush()
            return
        for given in node.pending:
            for name, child in given.items():
                if child is None:
                    self._durable.pop(name, None)
                else:
                    self._durable[name] = child
        node.pending.clear()

    def _name(self, given: dict[str, Node | None]) -> None:
        folder = self._now[str(PurePath(next(iter(given))).parent)]
        assert isinstance(folder, Folder)
        folder.pending.append(given)
        for path, node in given.items():
            if node is None:
                del self._now[path]
            else:
                self._now[path] = node


def _is_reachable(path: str, names: dict[str, Node]) -> bool:
    return all(str(parent) in names for parent in PurePath(path).parents)


def _some(things: Sequence[T], chance: random.Random) -> list[T]:
    """All, none, those up to a moment, or any of them."""
    match chance.randrange(4):
        case 0:
            return []
        case 1:
            return list(things)
        case 2:
            return list(things[: chance.randint(0, len(things))])
        case _:
            return [thing for thing in things if chance.random() < 0.5]


def _survivors(pending: Sequence[Change], chance: random.Random) -> list[Change]:
    """What of these changes reaches the disk: as with names, and some of it torn, or as empty space alone."""
    kept = _some(pending, chance)
    if not kept or chance.random() < 0.5:
        return kept
    sector = chance.choice(SECTORS)
    torn: list[Change] = []
    for change in kept:
        is_torn = isinstance(change, Write) and chance.random() < 0.3
        torn += _tear(change, sector, chance) if is_torn and isinstance(change, Write) else [change]
    return torn


def _tear(write: Write, sector: int, chance: random.Random) -> list[Change]:
    """Some sectors of a write; where it made the file longer, what is missing may read as zeros."""
    parts: list[Change] = []
    at, end = write.offset, write.offset + len(write.data)
    while at < end:
        stop = min(end, (at // sector + 1) * sector)
        if chance.random() < 0.5:
            parts.append(Write(write.path, at, write.data[at - write.offset : stop - write.offset]))
        at = stop
    return parts


def _apply(content: bytearray, change: Change) -> None:
    if isinstance(change, Truncate):
        if len(content) > change.size:
            del content[change.size :]
        else:
            content.extend(bytes(change.size - len(content)))
        return
    end = change.offset + len(change.data)
    if len(content) < end:
        content.extend(bytes(end - len(content)))
    content[change.offset : end] = change.data
