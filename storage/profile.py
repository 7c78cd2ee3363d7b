"""One (installation, organisation, user): its folder, opened once and told honestly when it is not what it was."""

import contextlib
from contextlib import closing
from pathlib import Path

from storage.attention import Attention
from storage.blobs import BlobFolder
from storage.cargo import LocalCargo
from storage.connection import Connect, connect
from storage.database import Database
from storage.files import Ballast, Mark, MarkFile, make_private_file, make_private_folder
from storage.import_undo import ImportUndo
from storage.instance import InstanceLock
from storage.migrations import migrate, version_of
from storage.outbox import Outbox
from storage.putting_off import make_up_if_possible
from storage.queries import Queries
from storage.store import LocalStore
from storage.streams import move_to_new_stream
from storage.trouble import told_plainly
from storage.understanding import show_what_is_understood_now
from sync.clock import Clock
from sync.errors import Corrupt, OlderFile
from sync.ids import NewId
from sync.language import marked, translate

DATABASE = "profile.db"
BLOBS = "attachments"

EMPTIED = marked(
    "storage",
    "The data file of this account is empty or missing, although work was saved in it before. "
    "Nothing was overwritten. Restore a copy of the file, or start this account afresh.",
)
FOREIGN = marked(
    "storage",
    "The data file in this account's folder belongs to another account or computer. Nothing was "
    "overwritten. Put the right file back, or start this account afresh.",
)
OLDER = marked(
    "storage",
    "The data file is older than what was last saved here: the newest entries are missing from "
    "it. Nothing was overwritten. Put the newer file back, or go on with this older one.",
)


class Profile:
    """The open file with everything that works on it. Close it, or use it in a `with`."""

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        new_id: NewId,
        *,
        open_connection: Connect = connect,
        accepts_older: bool = False,
    ) -> None:
        """Raises `InUse`, `TooNew`, `Corrupt`, `DiskFull` or `Unwritable`, and then leaves everything as it was.

        `accepts_older`: a person has decided to go on where it would be an `OlderFile`, which lacks its newest entries.
        """
        self.folder = folder
        self.ballast = Ballast(folder / "ballast")
        self._lock = InstanceLock(folder / "lock")
        self._mark = MarkFile(folder / "mark.json")
        with contextlib.ExitStack() as undo, told_plainly():
            make_private_folder(folder)
            self._lock.take()
            undo.callback(self._lock.release)
            _bring_up_to_date(folder / DATABASE, self._mark.read(), new_id, open_connection)
            self.database = Database(folder / DATABASE, open_connection)
            undo.callback(self.database.close)
            self._compare_mark(new_id, accepts_older=accepts_older)
            show_what_is_understood_now(self.database)
            make_up_if_possible(self.database)
            self.ballast.take()
            undo.pop_all()
        self.blobs = BlobFolder(folder / BLOBS)
        self.cargo = LocalCargo(self.database, self.blobs)
        self.store = LocalStore(self.database, clock, new_id, self.cargo.wipe)
        self.outbox = Outbox(self.database, clock, new_id)
        self.import_undo = ImportUndo(self.database, self.outbox, self.store.deliveries, clock)
        self.attention = Attention(self.database, clock, new_id)
        self.queries = Queries(self.database, self.store.deliveries)

    def __enter__(self) -> "Profile":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self.database.close()
        self._mark.close()
        self._lock.release()

    def _compare_mark(self, new_id: NewId, *, accepts_older: bool) -> None:
        """Hold the file against what was last saved into it."""
        known = self._mark.read()
        with self.database.read() as tx:
            profile, next_place = tx.one("SELECT profile, next_place FROM sync_state") or ("", 1)
        if known is not None and known.profile != profile:
            raise Corrupt(translate("storage", FOREIGN))
        if known is not None and known.place >= next_place:
            if not accepts_older:
                raise OlderFile(translate("storage", OLDER))
            with self.database.write() as tx:
                move_to_new_stream(tx, new_id())
        self._mark.write(Mark(profile, next_place - 1))
        self.database.on_mint = lambda place: self._mark.write(Mark(profile, place))


def _bring_up_to_date(path: Path, known: Mark | None, new_id: NewId, open_connection: Connect) -> None:
    """Create or migrate the file; where work was saved before, an empty file is no fresh start."""
    is_empty = not path.exists() or path.stat().st_size == 0
    if is_empty and known is not None:
        raise Corrupt(translate("storage", EMPTIED))
    make_private_file(path)
    if known is not None:
        with closing(open_connection(path)) as connection:
            if version_of(connection) == 0:
                raise Corrupt(translate("storage", EMPTIED))
    migrate(path, profile=new_id(), stream=new_id(), open_connection=open_connection)
