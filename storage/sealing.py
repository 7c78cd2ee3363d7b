"""A device that was locked out: what came from the server goes, what only this device has stays until somebody decides.

Until the server lets this person in again nothing is changed here, except that a punch is never refused, and a copy
leaves the device only encrypted. The mutations keep their keys, so whatever had arrived after all is done once.
"""

from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from storage.database import Database, Tx
from storage.pruning import SPEAKS_OF_UNSTORED
from storage.search_index import drop_all_words
from storage.show import show
from storage.subjects import ATTENTION, OUTBOX, Subject
from storage.visible import TABLES
from sync.errors import InvalidInput, Problem
from sync.kinds import Kind
from sync.language import marked, translate
from sync.protocol import Mutation

SEALED = marked(
    "storage",
    "This device was locked out by your organisation. What was not sent is kept, and can't be "
    "changed until you sign in again. To take it along: streamflow rescue.",
)

_IS_SEALED = "SELECT is_sealed FROM sync_state"
_SEAL = """
UPDATE sync_state SET is_sealed = 1, cursor = '', token = '', rebuilding = '[]', is_sweeping = 0, sets_aside = 0,
    generation = generation + 1 WHERE is_sealed = 0
"""
_UNSEAL = "UPDATE sync_state SET is_sealed = 0 WHERE is_sealed"
_PENDING = "SELECT DISTINCT kind, id FROM outbox UNION SELECT DISTINCT kind, id FROM attention"
_OVERWRITE, _AS_BEFORE = "PRAGMA secure_delete = ON", "PRAGMA secure_delete = OFF"
# What no backup of the server holds is kept: the server may still need it. So is what speaks of bytes that only this
# device has, for by that they are known.
_WIPE = (
    "DELETE FROM confirmed",
    "DELETE FROM set_aside",
    f"DELETE FROM sent WHERE version <= (SELECT backed_up FROM sync_state) AND NOT {SPEAKS_OF_UNSTORED}",
    "DELETE FROM time_entry",
    "DELETE FROM plan_change",
    "DELETE FROM import_digest",
)


def seal(database: Database) -> None:
    """Wipe, and overwrite what was wiped. Repeated it does nothing."""
    with database.write() as tx:
        if not tx.run(_SEAL).rowcount:
            return
        tx.run(_OVERWRITE)
        for statement in _WIPE:
            tx.run(statement)
        for table in TABLES.values():
            tx.run(f"DELETE FROM {table.name}")
        drop_all_words(tx)
        for kind, ids in _by_kind(tx.all(_PENDING)).items():
            show(tx, kind, ids, {})
        tx.run(_AS_BEFORE)
        tx.touch({Subject(OUTBOX), Subject(ATTENTION), *(Subject(table.name) for table in TABLES.values())})
    database.fold()
    for copy in database.path.parent.glob(f"{database.path.stem}-before-step-*"):
        with suppress(OSError):
            copy.unlink()


def unseal(tx: Tx) -> None:
    """The server has answered this person again."""
    tx.run(_UNSEAL)


def is_sealed(tx: Tx) -> bool:
    return bool(tx.value(_IS_SEALED))


def check_may_mint(mutations: Iterable[Mutation]) -> None:
    """On a sealed device nothing is made but punches: no rule ever refuses one."""
    if any(mutation.kind != Kind.PUNCH for mutation in mutations):
        raise sealed()


def sealed() -> InvalidInput:
    return InvalidInput(Problem("", "sealed", translate("storage", SEALED)))


def _by_kind(refs: Iterable[tuple[Any, ...]]) -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = {}
    for kind, record_id in refs:
        kinds.setdefault(kind, []).append(record_id)
    return kinds
