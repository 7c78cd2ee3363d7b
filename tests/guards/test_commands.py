"""Each installed command starts, and loads no floor that it does not stand on."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS: dict[str, str] = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"]
FOREIGN = {
    "client": ["PySide6", "server_stub", "ui"],
    "server_stub": ["PySide6", "client", "httpx", "keyring", "storage", "ui"],
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_command_says_what_it_can(name: str) -> None:
    done = subprocess.run([Path(sys.executable).parent / name, "--help"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"usage: {name}")


def test_the_window_is_shown_before_the_work_behind_it_is_loaded() -> None:
    look = "import sys, ui.showing; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True).stdout.split()
    assert "ui.program" in loaded
    assert set(loaded).isdisjoint({"client.session", "ui.composition", "cryptography"})


def test_what_the_first_screen_does_without_is_not_loaded_for_it() -> None:
    """docs/decisions/0036: each of these takes longer to load than a day to read."""
    look = "import sys, client.session, ui.composition, ui.door; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True).stdout.split()
    assert {"client.session", "ui.today"} <= set(loaded)
    assert set(loaded).isdisjoint({"PIL", "asyncio", "httpx", "keyring", "sqlalchemy", "ui.leads", "ui.timesheet"})


def test_sqlalchemy_comes_with_the_first_long_list() -> None:
    look = "import sys, ui.composition; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True).stdout.split()
    assert "storage.queries" in loaded
    assert "sqlalchemy" not in loaded


@pytest.mark.parametrize("entry", SCRIPTS.values())
def test_the_command_loads_only_its_own_floors(entry: str) -> None:
    module = entry.partition(":")[0]
    look = f"import sys, {module}; print(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    loaded = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True).stdout.split()
    assert set(loaded).isdisjoint(FOREIGN[module.partition(".")[0]])
