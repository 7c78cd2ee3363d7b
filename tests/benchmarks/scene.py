"""A queue and the server that it is for: made once, and copied for each round."""

import shutil
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from benchmarks.company import found_company
from benchmarks.device import open_profile
from benchmarks.leads import leads

SAVED_AT_ONCE = 500


@dataclass(frozen=True)
class Scene:
    """A device's folder with a queue, a server that knows nothing of it yet, and the device's token."""

    folder: Path
    token: str

    def copy(self, to: Path) -> "Scene":
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(self.folder, to)
        return Scene(to, self.token)

    @property
    def profile(self) -> Path:
        return self.folder / "profile"

    @property
    def server(self) -> Path:
        return self.folder / "server.db"


def make_scene(folder: Path, count: int) -> Scene:
    folder.mkdir()
    drafts = leads(count)
    with open_profile(folder / "profile") as profile:
        while some := list(islice(drafts, SAVED_AT_ONCE)):
            profile.outbox.record(*some)
    (token,) = found_company(folder / "server.db")
    return Scene(folder, token)
