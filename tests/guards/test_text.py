"""What must not stand in a committed file: where it was made, where packages come from, an ignore without a reason."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# Written in two halves, so that this file does not name them either.
INDEX_HOSTS = [a + b for a, b in (("py", "pi.org"), ("python", "hosted"), ("deb.", "debian"), ("registry.", "npmjs"))]
FORBIDDEN = re.compile(
    "|".join([*map(re.escape, INDEX_HOSTS), r"(?<![\w.\-/*$}])/(?:home|opt|root|Users|work|mnt|workspace)/\w"])
)
IGNORE = re.compile(r"#\s*(?:noqa|type:\s*ignore|pragma:\s*no cover|pyright:\s*ignore)\b(?P<rest>.*)$")
REASON = re.compile(r"^(?:\[[\w\-, ]+\]|:\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*)\W+\w+\W+\w+")


def _committed(*patterns: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def _lines(paths: list[Path]) -> Iterator[tuple[str, str]]:
    for path in paths:
        data = path.read_bytes()
        if b"\0" in data:
            continue
        for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
            yield f"{path.relative_to(ROOT)}:{number}", line


def test_no_file_names_a_machine_or_an_index() -> None:
    found = [f"{where}: {line.strip()[:120]}" for where, line in _lines(_committed()) if FORBIDDEN.search(line)]
    assert found == []


def test_every_ignore_in_the_code_has_a_reason_beside_it() -> None:
    bare = [
        f"{where}: {line.strip()[:120]}"
        for where, line in _lines(_committed("*.py"))
        if (ignore := IGNORE.search(line)) and not REASON.search(ignore["rest"])
    ]
    assert bare == []


def test_every_ignore_in_the_configuration_has_a_reason_beside_it() -> None:
    lint = (ROOT / "pyproject.toml").read_text().partition("\nignore = [\n")[2].partition("\n[tool.ruff.format]")[0]
    ignored = [line for line in lint.splitlines() if line.startswith(("    ", '"')) and not line.endswith("= [")]
    assert ignored
    assert [line for line in ignored if "#" not in line] == []


@pytest.mark.parametrize(
    ("text", "is_reasoned"),
    [
        ("noqa", False),
        ("noqa: S603", False),
        ("noqa: S603 the program is our own", True),
        ("type: ignore[misc]", False),
        ("type: ignore[misc]  # Qt's stub says object", True),
    ],
)
def test_the_guard_tells_a_reason_from_none(text: str, is_reasoned: bool) -> None:
    ignore = IGNORE.search(f"# {text}")
    assert ignore is not None
    assert bool(REASON.search(ignore["rest"])) is is_reasoned


LONG = 300
PROGRAM = ("client", "sync", "storage", "ui", "server_stub")


def _is_long_without_a_reason(text: str) -> bool:
    return text.count("\n") > LONG and "Over 300 lines: " not in text.split('"""')[1]


def test_a_long_file_says_why() -> None:
    files = _committed(*(f"{folder}/*.py" for folder in (*PROGRAM, "tests")))
    program = [path for path in files if path.parts[-3:-1] != ("tests", "ui")]
    assert [path.name for path in program if _is_long_without_a_reason(path.read_text())] == []


def test_a_long_file_would_be_found() -> None:
    head, body = '"""What it does."""\n', "x = 1\n" * LONG
    assert _is_long_without_a_reason(head + body)
    assert not _is_long_without_a_reason(head.replace("does.", "does.\n\nOver 300 lines: a table.\n") + body)
