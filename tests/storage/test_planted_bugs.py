"""The tests are tests of the store only if they notice when it is wrong: each bug is planted, one test catches it.

Over 300 lines: a few lines for each bug.
"""

import importlib.util
import inspect
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import storage.absorbing
import storage.attention
import storage.confirmed
import storage.minting
import storage.outbox
import storage.pending
import storage.pruning
import storage.queries.words
import storage.settling
import storage.show
import storage.store
import storage.streams
from storage.database import Database, Tx
from support.clock import FakeClock
from support.profiles import open_profile
from sync.errors import StorageTrouble
from sync.ids import NewId
from sync.protocol import Item


@dataclass(frozen=True)
class Bug:
    name: str
    where: Any
    attribute: str
    wrong: Any
    caught_by: str
    arguments: dict[str, Any] = field(default_factory=dict)


def nothing(*_: object, **__: object) -> Any:
    return ()


def committing(real: Callable[..., None]) -> Callable[..., None]:
    """The function's work in a transaction of its own."""

    def work(tx: Tx, *arguments: object) -> None:
        real(tx, *arguments)
        tx.run("COMMIT")
        tx.run("BEGIN IMMEDIATE")

    return work


def cursor_first(tx: Tx, page: Any, now: int) -> None:
    tx.run("UPDATE sync_state SET cursor = ?", (page.cursor,))
    tx.run("COMMIT")
    tx.run("BEGIN IMMEDIATE")
    real_absorb(tx, page, now)


def drop_everything(tx: Tx, _lines: object) -> None:
    tx.run("DELETE FROM outbox")


def without_groups(tx: Tx, most_items: int, _most_bytes: int) -> tuple[Item, ...]:
    rows = tx.all("SELECT seq, key, frozen FROM outbox ORDER BY seq LIMIT ?", (most_items,))
    return tuple(Item(seq=seq, key=key, mutation=storage.store.Raw(frozen)) for seq, key, frozen in rows)


def without_whole_groups(tx: Tx, members: Sequence[Any]) -> list[Any]:
    return [one for one in real_dependants(tx, members) if one.group is None or one.mutation.after]


def by_key_alone(tx: Tx, table: str, key: str) -> list[Any]:
    return [one for one in real_members(tx, table, key) if one.key == key]


def by_a_clock_ten_years_ahead(tx: Tx, server_time: Any) -> int:
    return real_prune(tx, server_time + timedelta(days=3_650))


def always(answer: bool) -> Callable[..., bool]:
    return lambda *_: answer


def only_one_word(tx: Tx, kind: str, beginning: str) -> Iterator[str]:
    return islice(real_words(tx, kind, beginning), 1)


real_words = storage.queries.words._words
real_prune = storage.pruning.prune
real_absorb = storage.absorbing.absorb_page
real_dependants = storage.attention.dependants
real_members = storage.attention._members
_READ = storage.pending._READ
_OUTBOX_ONLY = re.sub(r"UNION ALL.*(?=ORDER BY)", "", _READ, flags=re.DOTALL)
_UNPROTECTED = re.sub(r"AND NOT EXISTS[^\n]*\n", "", storage.absorbing._UNNAMED)

# A test notices by an assertion, by `pytest.raises` in vain, or by trouble that nobody expected.
CAUGHT = (AssertionError, pytest.fail.Exception, StorageTrouble)

SETTLING, ATTENTION, MINTING = "test_settling", "test_attention", "test_minting"
PRUNING, LONG_QUEUE = "test_pruning", "test_long_queue"
COMMITS, ENTRIES = "test_commit_errors", "test_time_entry_rows"

BUGS = (
    Bug(
        "the outbox row has a transaction of its own",
        storage.outbox,
        "append",
        committing(storage.minting.append),
        f"{COMMITS}::test_a_full_disk_at_any_statement_saves_nothing_or_all",
        {"statement": "INSERT INTO lead "},
    ),
    Bug(
        "the cursor moves before its rows",
        storage.store,
        "absorb_page",
        cursor_first,
        f"{COMMITS}::test_a_cursor_never_moves_without_its_rows",
        {"statement": "INSERT INTO confirmed"},
    ),
    Bug(
        "a commit error is always believed",
        Database,
        "_has_landed",
        always(False),
        f"{COMMITS}::test_what_was_committed_in_spite_of_the_error_is_saved",
    ),
    Bug(
        "a commit error is never believed",
        Database,
        "_has_landed",
        always(True),
        f"{COMMITS}::test_what_was_not_committed_is_said_to_be_not_saved",
    ),
    Bug(
        "settling drops what has no verdict",
        storage.settling,
        "drop_lines",
        drop_everything,
        f"{SETTLING}::test_verdicts_for_keys_that_nobody_knows_are_harmless",
    ),
    Bug(
        "a refusal drops the mutation",
        storage.settling,
        "park",
        nothing,
        f"{SETTLING}::test_a_parked_create_stays_on_the_screen_marked",
    ),
    Bug(
        "the projection leaves out what is parked",
        storage.pending,
        "_READ",
        _OUTBOX_ONLY,
        f"{SETTLING}::test_a_parked_change_stays_on_top_and_theirs_is_kept_beside_it",
    ),
    Bug(
        "the projection replays backwards",
        storage.pending,
        "_READ",
        _READ.replace("ORDER BY 1", "ORDER BY 1 DESC"),
        f"{ATTENTION}::test_the_trash_gives_back_all_that_went_together",
    ),
    Bug(
        "the projection leaves out what is unsent",
        storage.show,
        "read_pending",
        lambda *_: {},
        f"{SETTLING}::test_a_verdict_in_between_never_shows_an_older_state",
    ),
    Bug(
        "an older row replaces a newer one",
        storage.confirmed,
        "_VERSIONS",
        storage.confirmed._VERSIONS + " WHERE 0",
        f"{SETTLING}::test_an_own_applied_write_shows_without_a_pull",
    ),
    Bug(
        "a tombstone forgets its version",
        storage.confirmed,
        "_VERSIONS",
        storage.confirmed._VERSIONS + " WHERE c.state <> 'deleted'",
        f"{SETTLING}::test_a_deleted_record_never_returns_by_an_older_page",
    ),
    Bug(
        "the row of a verdict is not stored",
        storage.settling,
        "store_rows",
        lambda *_, **__: {},
        f"{SETTLING}::test_what_the_server_adds_shows_at_the_verdict",
    ),
    Bug(
        "the sweep takes what has unsettled changes",
        storage.absorbing,
        "_UNNAMED",
        _UNPROTECTED,
        f"{SETTLING}::test_a_snapshot_sweeps_what_no_chunk_named",
    ),
    Bug(
        "what a verdict says counts as named by a snapshot that has not begun",
        storage.confirmed,
        "_GENERATION",
        "SELECT generation, 0 FROM sync_state",
        f"{SETTLING}::test_what_only_a_verdict_named_before_the_snapshot_began_is_swept",
    ),
    Bug(
        "the sweep begins before the snapshot has ended",
        storage.absorbing,
        "_SWEEPING",
        "SELECT is_sweeping, sets_aside, generation FROM sync_state",
        f"{SETTLING}::test_a_pull_in_between_sweeps_nothing",
    ),
    Bug(
        "what a restored server lacks is forgotten",
        storage.absorbing,
        "_SET_ASIDE",
        "SELECT ?1, ?2, ?3",
        f"{SETTLING}::test_what_is_missing_after_a_restore_is_set_aside",
    ),
    Bug(
        "a rebuilt kind is believed as it is",
        storage.absorbing,
        "_DOUBT",
        "SELECT ?1",
        f"{SETTLING}::test_some_kinds_are_rebuilt_and_the_others_left_alone",
    ),
    Bug(
        "a rebuild of one kind moves the cursor of all",
        storage.absorbing,
        "_FINISH",
        "UPDATE sync_state SET checked_at = ?, token = '', cursor = ?, rebuilding = '[]'",
        f"{SETTLING}::test_some_kinds_are_rebuilt_and_the_others_left_alone",
    ),
    Bug(
        "a field forgets the base that was seen first",
        storage.minting,
        "_bases",
        lambda *_: {},
        f"{MINTING}::test_a_field_under_own_changes_keeps_the_base_of_the_earliest",
    ),
    Bug(
        "a mutation does not say what it waits behind",
        storage.minting.Minting,
        "_after",
        nothing,
        f"{MINTING}::test_the_previous_mutation_and_every_latest_writer_are_named",
    ),
    Bug(
        "a late held verdict waits for ever",
        storage.store,
        "release_held",
        nothing,
        f"{ATTENTION}::test_a_held_verdict_that_comes_late_is_released_by_itself",
    ),
    Bug(
        "an undone creation leaves behind what builds on it",
        storage.attention,
        "dependants",
        nothing,
        f"{ATTENTION}::test_undoing_a_create_takes_along_what_builds_on_it",
    ),
    Bug(
        "an undo tears the groups of what builds on it",
        storage.attention,
        "dependants",
        without_whole_groups,
        f"{ATTENTION}::test_what_builds_on_an_undone_create_takes_its_group_along",
    ),
    Bug(
        "one of a group is undone alone",
        storage.attention,
        "_members",
        by_key_alone,
        f"{ATTENTION}::test_a_group_is_undone_whole",
    ),
    Bug(
        "of the words that begin as was typed only one is looked for",
        storage.queries.words,
        "_words",
        only_one_word,
        "test_screen_queries::test_a_beginning_finds_the_same_spelled_out_or_not",
    ),
    Bug(
        "the search is not told of a new record",
        storage.show,
        "add_words",
        nothing,
        "test_screen_queries::test_a_search_finds_words_anywhere_as_they_are_typed",
    ),
    Bug(
        "punches do not make entries",
        storage.show,
        "follow_punches",
        nothing,
        f"{ENTRIES}::test_the_clock_runs_from_the_punch_on",
    ),
    Bug(
        "batches split groups",
        storage.store,
        "_head",
        without_groups,
        "test_screen_queries::test_a_group_waits_whole_for_the_next_batch",
    ),
    Bug(
        "the sent log is let go of by the device's clock",
        storage.pruning,
        "prune",
        by_a_clock_ten_years_ahead,
        f"{PRUNING}::test_a_clock_that_is_years_off_costs_nobody_the_sent_log_or_the_trash",
        {"years": 10},
    ),
    Bug(
        "what was thrown away offline has no date",
        storage.pruning,
        "_DATE",
        "UPDATE {table} SET kept_since = NULL WHERE ?1 IS NULL",
        f"{PRUNING}::test_what_was_thrown_away_offline_counts_from_the_first_contact_after_it",
    ),
    Bug(
        "nothing is ever let go of",
        storage.pruning.Pruning,
        "run_if_due",
        nothing,
        f"{PRUNING}::test_the_sent_log_goes_after_thirty_days",
    ),
    Bug(
        "the whole queue is counted for each batch",
        storage.store,
        "_SIZE",
        "SELECT count(*) FROM outbox",
        f"{LONG_QUEUE}::test_a_round_costs_the_same_however_long_the_queue_is",
    ),
)


@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.name)
def test_the_planted_bug_is_caught(bug: Bug, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, new_id: NewId) -> None:
    test = find_test(bug.caught_by)
    run(test, bug, tmp_path / "right", new_id)
    monkeypatch.setattr(bug.where, bug.attribute, bug.wrong)
    with pytest.raises(CAUGHT):
        run(test, bug, tmp_path / "wrong", new_id)


def find_test(name: str) -> Callable[..., None]:
    module, function = name.split("::")
    found: Callable[..., None] = getattr(load(module), function)
    return found


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"planted_{name}", Path(__file__).with_name(f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(test: Callable[..., None], bug: Bug, folder: Path, new_id: NewId) -> None:
    """Call a test as pytest would, with the fixtures that it asks for."""
    clock = FakeClock()
    with open_profile(folder / "profile", clock) as profile:
        known = {"tmp_path": folder / "other", "new_id": new_id, "clock": clock, "profile": profile, **bug.arguments}
        test(**{name: known[name] for name in inspect.signature(test).parameters})
