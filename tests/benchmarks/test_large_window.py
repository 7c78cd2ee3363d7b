"""The window on a large company: 100 000 leads, 20 000 work orders, 50 000 time entries."""

import json
import os
import time
from pathlib import Path
from typing import Any

import pytest

from benchmarks.big import found_big_company
from benchmarks.company import start
from benchmarks.results import Results

pytestmark = pytest.mark.bench

STARTS = 5
CACHES = Path("/proc/sys/vm/drop_caches")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("large")
    found_big_company(folder)
    return folder


def test_nothing_holds_the_window_up(large: Path, results: Results) -> None:
    """Using a screen, building it ahead, opening it for the first time, and opening one of its records."""
    facts = ask("benchmarks.large", "frame", large)
    longest, floor = facts["longest"], facts["floor"]
    print(f"\n{longest}", end="")
    first = {name: took for name, took in longest.items() if name.endswith(("first", "ahead"))}
    opened = {name: took for name, took in longest.items() if name.endswith("open")}
    used = {name: took for name, took in longest.items() if name not in first | opened}
    for name, took in (("ui_frame", used), ("ui_frame_first", first), ("ui_frame_open", opened)):
        results.add(name, "ms", [max(took.values())], floor)


def test_a_keystroke_is_answered(large: Path, results: Results) -> None:
    facts = ask("benchmarks.large", "search", large)
    print(f"\n{facts}", end="")
    results.add("search_keystroke", "ms", facts["took"])
    results.add("search_keystroke_worst", "ms", [max(facts["took"])])
    results.add("search_keystroke_cpu", "ms", [max(facts["cpu"])])


def test_memory_after_scrolling_everything(large: Path, results: Results) -> None:
    results.add("memory_window", "MiB", [ask("benchmarks.large", "memory", large)["mib"]])


def test_start_on_a_large_file(large: Path, results: Results) -> None:
    results.add("start_window_large", "ms", [_start(large) for _ in range(STARTS + 1)][1:])


@pytest.mark.skipif(not os.access(CACHES, os.W_OK), reason="only root may empty the system's caches")
def test_start_with_cold_caches(large: Path, results: Results) -> None:
    took = []
    for _ in range(STARTS):
        os.sync()
        CACHES.write_text("3")
        took.append(_start(large))
    results.add("start_window_cold", "ms", took)


def _start(home: Path) -> float:
    began = time.monotonic()
    return (ask("benchmarks.window", "start", home)["at"] - began) * 1_000


def ask(module: str, what: str, home: Path) -> dict[str, Any]:
    process = start((module, what, str(home)))
    output, _ = process.communicate(timeout=600)
    assert process.returncode == 0
    facts: dict[str, Any] = json.loads(output.splitlines()[-1])
    return facts
