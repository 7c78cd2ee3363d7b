"""The floor: the same tables and bytes, written by bare `executemany` at both ends, with JSON and a socket between.

No rules, no receipts looked up, no versions compared, no projection, no HTTP: what is left is what any program that
keeps the same rows on both sides has to pay. Both ends commit each batch with WAL and `synchronous=FULL`, as ours do.

    python -m benchmarks.floor serve DATABASE         prints its port
    python -m benchmarks.floor drain|first-sync DATABASE PORT
"""

import json
import socket
import sqlite3
import struct
import sys
import time
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.company import peak_mib
from storage.connection import connect

BATCH = 1_000
PAGE = 2_000
ORG = 1
STREAM = 1

_encode = msgspec.json.encode
_decode = msgspec.json.decode
_HASH = bytes(16)
_OUTBOX = "SELECT seq, place, key, kind, id, op, group_key, occurred_at, frozen FROM outbox ORDER BY seq LIMIT ?"
_CONFIRMED = """
INSERT INTO confirmed (kind, id, version, state, generation, body) VALUES ('lead', ?, ?, 'present', 1, ?)
"""
_LEAD = """
INSERT INTO lead (
    n, id, name_key, stage, source, assignee_id, follow_up_on, phone_key, email_key, body
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


def send(line: socket.socket, value: Any) -> None:
    data = _encode(value)
    line.sendall(struct.pack("!I", len(data)) + data)


def receive(file: Any) -> Any:
    head = file.read(4)
    return _decode(file.read(struct.unpack("!I", head)[0])) if head else None


# The server's end.


def serve(path: Path) -> None:
    database = sqlite3.connect(path, isolation_level=None, cached_statements=256)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "cache_size=-32000", "wal_autocheckpoint=4000"):
        database.execute(f"PRAGMA {pragma}")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        print(json.dumps({"port": listener.getsockname()[1]}), flush=True)
        line, _ = listener.accept()
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    with line, line.makefile("rb") as file:
        while (request := receive(file)) is not None:
            send(line, take(database, request["push"]) if "push" in request else give(database, request["after"]))
    database.close()


def take(database: sqlite3.Connection, items: list[dict[str, Any]]) -> dict[str, Any]:
    """Write record, receipt, audit and event for each mutation, and answer with the rows."""
    version = database.execute("SELECT version FROM organisation WHERE org = ?", (ORG,)).fetchone()[0]
    now = int(time.time() * 1000)
    records, receipts, audits, events, verdicts = [], [], [], [], []
    for item in items:
        mutation = item["mutation"]
        version += 1
        key, kind, record_id, op = mutation["key"], mutation["kind"], mutation["id"], mutation["op"]
        body = {**mutation["fields"], "created_by": record_id}
        created = version, STREAM, now
        records.append(
            (ORG, kind, record_id, version, "present", _encode(body).decode(), None, *created, None, now, now)
        )
        receipts.append((ORG, key, _HASH, "applied", None, version, STREAM, item["seq"], None))
        audits.append((ORG, key, STREAM, op, kind, record_id, "applied", version, None, now, now))
        events.append((ORG, version, f"{kind}.{op}", record_id, STREAM, now, now))
        row = {"kind": kind, "id": record_id, "version": version, "body": body}
        verdicts.append({"key": key, "outcome": "applied", "version": version, "row": row})
    database.execute("BEGIN IMMEDIATE")
    database.executemany("INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", records)
    database.executemany("INSERT INTO receipt VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", receipts)
    database.executemany("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", audits)
    database.executemany("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?)", events)
    database.execute("UPDATE organisation SET version = ? WHERE org = ?", (version, ORG))
    database.execute("COMMIT")
    return {"verdicts": verdicts}


def give(database: sqlite3.Connection, after: int) -> dict[str, Any]:
    rows = database.execute(
        "SELECT version, kind, id, body FROM record WHERE org = ? AND version > ? ORDER BY version LIMIT ?",
        (ORG, after, PAGE),
    ).fetchall()
    return {"rows": [{"version": v, "kind": k, "id": i, "body": msgspec.Raw(b.encode())} for v, k, i, b in rows]}


# The device's end.


def drain(path: Path, port: int) -> None:
    database = connect(path)
    began = time.perf_counter()
    count = 0
    with socket.create_connection(("127.0.0.1", port)) as line, line.makefile("rb") as file:
        while lines := database.execute(_OUTBOX, (BATCH,)).fetchall():
            send(line, {"push": [{"seq": row[0], "key": row[2], "mutation": msgspec.Raw(row[-1])} for row in lines]})
            settle(database, lines, receive(file)["verdicts"])
            count += len(lines)
    say(time.perf_counter() - began, count)
    database.close()


def settle(database: sqlite3.Connection, lines: list[tuple[Any, ...]], verdicts: list[dict[str, Any]]) -> None:
    rows = [verdict["row"] for verdict in verdicts]
    bodies = [(_encode(row["body"]), row["id"], row["version"]) for row in rows]
    now = int(time.time() * 1_000_000)
    database.execute("BEGIN IMMEDIATE")
    database.executemany(
        _CONFIRMED,
        [(record_id, version, body) for body, record_id, version in bodies],
    )
    database.executemany("UPDATE lead SET body = ? WHERE id = ?", [each[:2] for each in bodies])
    database.executemany(
        "INSERT INTO sent VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)",
        [(*line[1:-1], now, now, line[-1]) for line in lines],
    )
    database.executemany("DELETE FROM outbox WHERE seq = ?", [(row[0],) for row in lines])
    database.execute("UPDATE sync_state SET confirmed_seq = ?, turn = turn + 1", (lines[-1][0],))
    database.execute("COMMIT")


def first_sync(path: Path, port: int) -> None:
    database = connect(path)
    began = time.perf_counter()
    count = after = 0
    with socket.create_connection(("127.0.0.1", port)) as line, line.makefile("rb") as file:
        while True:
            send(line, {"after": after})
            rows = receive(file)["rows"]
            if not rows:
                break
            absorb(database, [row for row in rows if row["kind"] == "lead"], count)
            count, after = count + len(rows), rows[-1]["version"]
    say(time.perf_counter() - began, count)
    database.close()


def absorb(database: sqlite3.Connection, rows: list[dict[str, Any]], known: int) -> None:
    confirmed, visible, words = [], [], []
    for n, row in enumerate(rows, known + 1):
        body, record_id = row["body"], row["id"]
        data = _encode(body)
        confirmed.append((record_id, row["version"], data))
        name, phone, email = body["name"], body["phone"], body["email"]
        digits = phone[1:].replace(" ", "")
        text = " ".join((name, phone, digits, email, body["address"], body["need"], body["source"]))
        visible.append(
            (n, record_id, name.lower(), body["stage"], body["source"], None, None, digits[-9:], email, data)
        )
        words.append((n, text))
    database.execute("BEGIN IMMEDIATE")
    database.executemany(_CONFIRMED, confirmed)
    database.executemany(_LEAD, visible)
    database.executemany("INSERT INTO lead_words (rowid, words) VALUES (?, ?)", words)
    database.execute("UPDATE sync_state SET cursor = ?, turn = turn + 1", (str(known),))
    database.execute("COMMIT")


def say(seconds: float, count: int) -> None:
    print(json.dumps({"seconds": seconds, "count": count, "peak_mib": peak_mib()}), flush=True)


def main(what: str, database: str, *rest: str) -> None:
    match what:
        case "serve":
            serve(Path(database))
        case "drain":
            drain(Path(database), int(rest[0]))
        case "first-sync":
            first_sync(Path(database), int(rest[0]))


if __name__ == "__main__":
    main(*sys.argv[1:])
