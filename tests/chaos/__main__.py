"""The long runs, one command each: `python -m tests.chaos power-cuts --cuts 100000`; the last line is JSON."""

import argparse
import json
import logging
import shutil
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parents[1])]

from chaos.ground import quick_folder  # noqa: E402 found only by the line above
from support.company import found  # noqa: E402 found only by the line above
from support.theatre import DEVICES  # noqa: E402 found only by the line above

Facts = dict[str, Any]


def _tell(words: str) -> None:
    """How far a long run has come, beside its result."""
    print(words, file=sys.stderr, flush=True)


def _power_cuts(folder: Path, options: argparse.Namespace) -> Facts:
    from chaos import power

    company = found(folder / "company.db", DEVICES)
    tally = power.many(folder, company, options.cuts, options.seed, options.recordings, _tell)
    return {
        "cuts": tally.cuts,
        "images": tally.images,
        "recordings": options.recordings,
        "saved_keys_checked": tally.saved_keys,
        "acknowledged_lost": tally.lost,
        "violations": len(tally.wrong),
        "examples": tally.wrong[:5],
        "found": dict(tally.found),
    }


def _io_faults(folder: Path, options: argparse.Namespace) -> Facts:
    from chaos import io_faults

    logging.disable(logging.CRITICAL)  # what fails is logged, thousands of times
    tally = io_faults.strike(folder, options.stride)
    return {
        "points": tally.points,
        "days": tally.days,
        "failed_calls": tally.hits,
        "violations": len(tally.wrong),
        "examples": tally.wrong[:5],
        "told": dict(tally.troubles),
    }


def _kills(folder: Path, options: argparse.Namespace) -> Facts:
    from chaos import kills

    company = found(folder / "company.db", DEVICES)
    landings: list[kills.Landing] = []
    wrong: list[str] = []
    while len(landings) < options.kills:
        most = min(kills.AT_ONCE, options.kills - len(landings))
        landed, findings = kills.slaughter(folder / "lives", company, options.seed + len(landings), most)
        landings += landed
        _tell(f"{len(landings)} kills, {len(wrong)} wrong")
        wrong += [f"{name}: {each}" for name, found in vars(findings).items() for each in found]
        shutil.rmtree(folder / "lives")
    return {
        "kills": len(landings),
        "in_a_transaction": sum(one["is_in_transaction"] for one in landings),
        "inside_and_outside_by_phase": kills.table_of(landings),
        "violations": len(wrong),
        "examples": wrong[:5],
    }


def _attachments(folder: Path, options: argparse.Namespace) -> Facts:
    from chaos import carrying

    company = found(folder / "company.db", DEVICES)
    landings: Counter[str] = Counter()
    wrong: list[str] = []
    files = 0
    while landings.total() < options.kills:
        most = min(carrying.AT_ONCE, options.kills - landings.total())
        facts = carrying.slaughter(folder / "lives", company, options.seed + landings.total(), most)
        landings.update(facts["landings"])
        files += facts["files"]
        wrong += facts["wrong"]
        _tell(f"{landings.total()} kills, {len(wrong)} wrong")
        shutil.rmtree(folder / "lives")
    return {
        "kills": landings.total(),
        "by_phase": dict(landings),
        "files": files,
        "violations": len(wrong),
        "examples": wrong[:5],
    }


def _partitions(_folder: Path, options: argparse.Namespace) -> Facts:
    from chaos import partitions

    tally = partitions.run(range(options.seed, options.seed + options.schedules))
    return {
        "schedules": tally.schedules,
        "faults": dict(+tally.faults),
        "entries": tally.entries,
        "slowest_to_settle_s": round(tally.slowest),
        "violations": len(tally.wedged),
        "examples": tally.wedged[:5],
    }


def _herd(folder: Path, options: argparse.Namespace) -> Facts:
    from chaos import herd

    tally = herd.come_back(options.clients, options.per_second, 2.0, options.seed)
    real = herd.come_back_over_sockets(folder, found(folder / "company.db", DEVICES), options.real)
    is_kept = tally.home + real.home == options.clients + options.real and not tally.parked + real.parked
    return {
        "clients": tally.clients,
        "calls_per_client": round(tally.calls_per_client, 2),
        "drained_s": round(tally.seconds),
        "times_ideal": round(tally.seconds / tally.ideal_seconds, 2),
        "real_clients": real.clients,
        "real_calls_per_client": round(real.calls_per_client, 2),
        "real_drained_s": round(real.seconds, 1),
        "violations": int(not is_kept),
    }


def _postgres_kills(folder: Path, options: argparse.Namespace) -> Facts:
    from chaos.pg_kills import Slaughter
    from support.postgres import OUTLIVES_KILLS, Cluster

    with closing(Cluster(OUTLIVES_KILLS)) as cluster:
        tally = Slaughter(folder, cluster, options.seed).go(options.backends, options.postmasters)
    return {
        "backend_kills": tally.backends,
        "postmaster_kills": tally.postmasters,
        "acknowledged": tally.acknowledged,
        "acknowledged_lost": len(tally.findings.lost),
        "doubled": len(tally.findings.doubled),
        "answers": dict(tally.seen),
        "violations": len(tally.wrong),
        "examples": tally.wrong[:5],
    }


def _postgres_commits(_folder: Path, options: argparse.Namespace) -> Facts:
    from chaos import commits
    from support.postgres import Cluster

    with closing(Cluster()) as cluster:
        tally = commits.run(cluster, options.commits)
    return {
        "commits": tally.commits,
        "writers": commits.WRITERS,
        "pages_read_meanwhile": tally.pages,
        "missed": tally.missed,
        "violations": tally.missed + tally.out_of_order,
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="RUN")

    def command(name: str, run: Callable[[Path, argparse.Namespace], Facts], **counts: int) -> None:
        one = commands.add_parser(name)
        one.add_argument("--seed", type=int, default=1)
        for option, default in counts.items():
            one.add_argument(f"--{option.replace('_', '-')}", type=int, default=default)
        one.set_defaults(run=run)

    command("power-cuts", _power_cuts, cuts=100_000, recordings=20)
    command("io-faults", _io_faults, stride=1)
    command("kills", _kills, kills=10_000)
    command("attachments", _attachments, kills=2_000)
    command("partitions", _partitions, schedules=5_000)
    command("herd", _herd, clients=1_000, per_second=50, real=400)
    command("postgres-kills", _postgres_kills, backends=100, postmasters=10)
    command("postgres-commits", _postgres_commits, commits=100_000)
    return parser


def main() -> int:
    options = _parser().parse_args()
    began = time.monotonic()
    with quick_folder() as folder:
        facts = options.run(folder, options)
    print(json.dumps({**facts, "seed": options.seed, "seconds": round(time.monotonic() - began)}))
    return 1 if facts["violations"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
