"""Run by test_migrations: one child per statement of a migration, killed there; how far it got stays in the folder."""

import json
import os
import shutil
import sys
from pathlib import Path

import storage.migrations
from support.faulty import killer

SECOND_STEP = """
ALTER TABLE lead ADD COLUMN colour TEXT NOT NULL DEFAULT 'green';
CREATE TABLE swatch (id TEXT PRIMARY KEY);
INSERT INTO swatch SELECT id FROM lead;
CREATE INDEX lead_colour ON lead (colour);
"""
MOST = 1_000


def main() -> None:
    origin, folder = (Path(argument) for argument in sys.argv[1:3])
    for statement in range(1, MOST):
        target = folder / str(statement)
        shutil.copytree(origin, target)
        if not killed(target, statement):
            break
    else:
        raise AssertionError("this migration never ends")
    print(json.dumps(sorted(path.name for path in folder.iterdir())))


def killed(folder: Path, statement: int) -> bool:
    """Migrate in a child that dies at a statement; whether it did, and had not come to the end."""
    child = os.fork()
    if child == 0:
        if (folder / "profile.db").exists():
            storage.migrations.STEPS = (*storage.migrations.STEPS, SECOND_STEP)
        connect = killer(statement)
        storage.migrations.migrate(folder / "profile.db", "p" * 36, "s" * 36, open_connection=connect)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) < 0


if __name__ == "__main__":
    main()
