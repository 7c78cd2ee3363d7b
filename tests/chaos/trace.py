"""What a process does to the files in a folder, as strace tells it."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from chaos.disk import Flush, MakeFile, MakeFolder, Operation, Rename, Truncate, Unlink, Write

_CALLS = (
    "openat,open,creat,close,lseek,write,pwrite64,writev,pwritev,pwritev2,ftruncate,truncate,fallocate,fsync,fdatasync,"
    "sync_file_range,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir,link,linkat,symlink,symlinkat,"
    "copy_file_range,sendfile,dup,dup2,dup3"
)
STRACE = ("strace", "-f", "-y", "-xx", "-s", "100000000", "--seccomp-bpf", "-e", f"trace={_CALLS}")

_LINE = re.compile(r"^\d+\s+(\w+)\((.*)\)\s+= (-?\d+|\?)(.*)$")
_FILE = re.compile(r"^(-?\d+|AT_FDCWD)(?:<([^>]*)>)?(?:\(deleted\))?$")
_TEXT = re.compile(r'^"([^"]*)"$')
# SQLite's index of its WAL is made anew from the WAL whenever the file is opened after a cut.
_NEVER_NEEDED = "-shm"


class Untold(RuntimeError):
    """The trace holds something that this reader does not know: better to stop than to miss a write."""


class Tracer:
    """Reads a trace. What the process writes to its standard output becomes a mark in between, as `str`."""

    def __init__(self, root: Path) -> None:
        self._root = str(root)
        self._files: set[str] = set()
        self._places: dict[int, int] = {}

    def read(self, lines: Iterable[str]) -> Iterator[Operation | str]:
        for line in lines:
            match = _LINE.match(line)
            if match is None:
                if "exited with" in line or "SIG" in line:
                    continue
                raise Untold(line[:300])
            call, given, result, rest = match.groups()
            if not result.startswith(("-", "?")):
                yield from self._step(call, given.split(", "), int(result), rest)

    def _step(self, call: str, given: list[str], result: int, rest: str) -> Iterator[Operation | str]:
        if call == "write" and given[0].startswith("1<"):
            yield _bytes(given[1]).decode()
            return
        for operation in self._operations(call, given, result, rest):
            match operation:
                case MakeFile(path):
                    self._files.add(path)
                case Unlink(path):
                    self._files.discard(path)
                case Rename(path, to):
                    self._files.discard(path)
                    self._files.add(to)
            if not operation.path.endswith(_NEVER_NEEDED):
                yield operation

    def _operations(self, call: str, given: list[str], result: int, rest: str) -> Iterator[Operation]:
        match call:
            case "openat":
                yield from self._opened(self._within(_told(given[1])), given[2], result)
            case "mkdir":
                if path := self._within(_told(given[0])):
                    yield MakeFolder(path)
            case "unlink":
                if path := self._within(_told(given[0])):
                    yield Unlink(path)
            case "rename":
                if path := self._within(_told(given[0])):
                    yield Rename(path, self._within(_told(given[1])) or "")
            case "close":
                self._places.pop(_number(given[0]), None)
            case _:
                if path := self._within(_path(given[0])):
                    yield from self._on_file(call, path, given, result)
                elif any(self._root.encode().hex() in part.replace("\\x", "") for part in given):
                    raise Untold(f"{call} {given} {rest}")

    def _opened(self, path: str | None, flags: str, handle: int) -> Iterator[Operation]:
        self._places[handle] = 0
        if path is None:
            return
        if "O_APPEND" in flags:
            raise Untold(f"{path} is opened to append")
        if "O_CREAT" in flags and path not in self._files:
            yield MakeFile(path)
        elif "O_TRUNC" in flags:
            yield Truncate(path, 0)

    def _on_file(self, call: str, path: str, given: list[str], result: int) -> Iterator[Operation]:
        handle = _number(given[0])
        match call:
            case "pwrite64":
                yield Write(path, int(given[3]), _bytes(given[1])[:result])
            case "write":
                yield Write(path, self._places[handle], _bytes(given[1])[:result])
                self._places[handle] += result
            case "lseek":
                self._places[handle] = result
            case "ftruncate":
                yield Truncate(path, int(given[1]))
            case "fsync" | "fdatasync":
                yield Flush(path)
            case _:
                raise Untold(f"{call} {path}")

    def _within(self, path: str) -> str | None:
        """A path as it is called in the folder; None outside of it."""
        if path == self._root:
            return "."
        return path.removeprefix(self._root + "/") if path.startswith(self._root + "/") else None


def _bytes(text: str) -> bytes:
    match = _TEXT.match(text)
    if match is None:
        raise Untold(text[:300])
    return bytes.fromhex(match[1].replace("\\x", ""))


def _told(text: str) -> str:
    return _bytes(text).decode()


def _number(text: str) -> int:
    return int(text.partition("<")[0])


def _path(text: str) -> str:
    match = _FILE.match(text)
    return bytes.fromhex((match[2] or "").replace("\\x", "")).decode() if match else ""
