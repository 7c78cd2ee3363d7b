"""What holds for every test: no real home folder, no display, and no warning that nobody asked for."""

import logging
import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("shared-machine", deadline=None, print_blob=True)
settings.load_profile("shared-machine")


class _Complaints(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(scope="session", autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Whatever a test starts, it never touches the files of the person who runs it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STREAMFLOW_HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture(autouse=True)
def _no_unexpected_logs(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning or an error in the log fails the test, unless it is marked `logs` or reads `caplog` itself."""
    if request.node.get_closest_marker("logs") or "caplog" in request.fixturenames:
        yield
        return
    complaints = _Complaints()
    logging.getLogger().addHandler(complaints)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(complaints)
    if complaints.lines:
        pytest.fail("Logged and not expected:\n  " + "\n  ".join(complaints.lines), pytrace=False)
