"""Run by test_kills: a child per statement of saving, settling and absorbing, killed by SIGKILL just after it."""

import json
import os
import random
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from storage.profile import Profile
from support.clock import FakeClock
from support.faulty import killer
from support.profiles import applied, change_lead, new_lead, page, refused, reply, row
from sync.ids import id_maker

MOST = 1_000
PLENTY = 10**9


def record(profile: Profile) -> None:
    profile.outbox.record(new_lead("f" * 36, "Saved"), change_lead("f" * 36, stage="quoted"))


def settle(profile: Profile) -> None:
    first, second = profile.store.next_batch(2, PLENTY)
    profile.store.settle(reply(applied(first, 7, created_by="u" * 36), refused(second)))


def absorb(profile: Profile) -> None:
    profile.store.absorb(page([row("a" * 36, 8, name="Pulled"), row("f" * 36, 9, name="Office")], "far"))


ACTIONS: dict[str, Callable[[Profile], None]] = {"record": record, "settle": settle, "absorb": absorb}


def main() -> None:
    origin, folder = (Path(argument) for argument in sys.argv[1:3])
    for name, action in ACTIONS.items():
        for statement in range(1, MOST):
            target = folder / f"{name}-{statement}"
            shutil.copytree(origin, target)
            if not is_killed(target, action, statement):
                break
    print(json.dumps(sorted(path.name for path in folder.iterdir())))


def is_killed(folder: Path, action: Callable[[Profile], None], statement: int) -> bool:
    """False: it came to its end before."""
    child = os.fork()
    if child == 0:
        clock = FakeClock()
        new_id = id_maker(clock, random.Random(folder.name))  # a number may be the one that made the origin's ids
        action(Profile(folder, clock, new_id, open_connection=killer(statement)))
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code <= 0, f"{folder.name} ended with {code}"
    return code < 0


if __name__ == "__main__":
    main()
