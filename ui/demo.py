"""The demo: a made-up company on this computer, and a network that a switch cuts."""

import shutil
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from client.demo.folder import demo_folder
from client.home import Home
from ui.demo_strip import DemoStrip
from ui.opening import DemoOpening

if TYPE_CHECKING:
    from client.demo.world import DemoWorld
    from ui.program import Program


class _Demo:
    """Holds the world as soon as there is one, and ends it."""

    def __init__(self, folder: Path) -> None:
        self.world: DemoWorld | None = None
        self.opening = DemoOpening(folder, self._keep)

    def prepare(self, program: "Program") -> None:
        program.opened.connect(lambda _workshop: self._add_switch(program))

    def stop(self) -> None:
        if self.world is not None:
            self.world.stop()

    def _keep(self, world: "DemoWorld") -> None:
        self.world = world

    def _add_switch(self, program: "Program") -> None:
        if self.world is not None and not program.findChildren(DemoStrip):
            strip = DemoStrip(self.world, program.worker)
            strip.switched.connect(partial(_tell_of_line, program))
            program.add_strip(strip)


def _tell_of_line(program: "Program", is_up: bool) -> None:
    """As the operating system does, which knows nothing of the demo's line."""
    if is_up and program.workshop is not None:
        program.workshop.place.session.network_came_up()


def run_demo() -> int:
    """With a window, until it is closed; then nothing stays behind. A demo that was killed is gone on with."""
    from ui.door import claim_or_raise, open_door
    from ui.showing import application, show
    from ui.walls import keep_log

    folder = demo_folder(Home.from_environment().data)
    home = Home.at(folder / "worker")
    instance = claim_or_raise(home)
    if isinstance(instance, int):
        return instance
    keep_log(home)
    demo = _Demo(folder)

    def prepare(program: "Program") -> None:
        demo.prepare(program)
        open_door(instance, program)

    try:
        return show(application(), demo.opening, prepare)
    finally:
        demo.stop()
        instance.release()
        shutil.rmtree(folder, ignore_errors=True)


def walk_headless() -> int:
    """Without a display: the same day by commands, then every screen as a picture, drawn in memory."""
    import random

    from client.demo.walk import walk
    from ui.tour import take_pictures

    _say("There is no display here, so the demo walks the day without a window and then draws the screens as pictures.")
    with tempfile.TemporaryDirectory(prefix="streamflow-demo-", ignore_cleanup_errors=True) as folder:
        report = walk(Path(folder) / "day", "Walked without a display", _say, random.Random())
        _say(report.line())
        pictures = Home.from_environment().data / "screenshots"
        take_pictures(Path(folder) / "tour", pictures)
        _say(f"The pictures are in {pictures}")
    return 0 if report.is_clean else 1


def _say(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()
