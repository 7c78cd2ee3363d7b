"""What may leave a device in its log: where something happened and of what kind, and nothing that anybody typed."""

import re
from collections.abc import Iterable, Iterator

HIDDEN = "…"
_HEAD = re.compile(r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} [A-Z]+ [\w.]+ ")
_FRAME = re.compile(r'^\s*File "(?P<file>[^"]*)", line (?P<line>\d+), in (?P<name>[\w<>]+)')
_RAISED = re.compile(r"^(?P<kind>[a-z_][\w.]*\.\w+|[A-Z]\w*(?:Error|Exception|Interrupt|Exit|Warning))(?::|$)")
_SLASH = re.compile(r"[/\\]")
_LEFT_OUT = (
    re.compile(r"sf1_[\w-]+"),
    re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)*"),
    re.compile(r"'[^']*'|\"[^\"]*\"|“[^”]*”|‘[^’]*’"),
    re.compile(r"\+?\d(?:[\s()./-]?\d){5,}"),
    re.compile(r"(?:/[^\s:,]+){2,}|[A-Za-z]:\\[^\s:,]+"),
)
_ID = re.compile(r"\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b")


class Redactor:
    """`names` are left out wherever they stand, whatever their case."""

    def __init__(self, names: Iterable[str]) -> None:
        known = sorted({name for name in names if len(name) > 1}, key=len, reverse=True)
        self._names = re.compile("|".join(map(re.escape, known)), re.IGNORECASE) if known else None

    def log(self, text: str) -> str:
        return "\n".join(self._lines(text.splitlines()))

    def sentence(self, text: str) -> str:
        """An id says nothing by itself, and is what support asks for; it would pass for a number."""
        if self._names is not None:
            text = self._names.sub(HIDDEN, text)
        parts, ids = _ID.split(text), _ID.findall(text)
        return "".join(part + found for part, found in zip(map(_plain, parts), [*ids, ""], strict=True))

    def _lines(self, lines: Iterable[str]) -> Iterator[str]:
        for line in lines:
            if head := _HEAD.match(line):
                yield head.group() + self.sentence(line[head.end() :])
            elif frame := _FRAME.match(line):
                yield f"  {_SLASH.split(frame['file'])[-1]}:{frame['line']} in {frame['name']}"
            elif raised := _RAISED.match(line):
                yield raised["kind"]


def _plain(text: str) -> str:
    for pattern in _LEFT_OUT:
        text = pattern.sub(HIDDEN, text)
    return text
