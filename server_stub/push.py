"""Push: a stream's next mutations get their verdicts, in one transaction."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from server_stub.apply import Desk, apply
from server_stub.auth import admit_again
from server_stub.database import Database
from server_stub.ledger import Line
from server_stub.lines import read_line
from server_stub.principal import Principal
from server_stub.schema import organisation, receipt
from server_stub.streams import Stream, lock_stream, move_stream
from server_stub.troubles import TurnedAway, invalid
from sync.ids import NewId, is_id
from sync.protocol import MAX_MUTATIONS, PROTOCOL, PushReply, PushRequest, Verdict
from sync.timekeeping import Sending

_SELECT_KNOWN = select(receipt.c.key).where(
    receipt.c.org == bindparam("org"), receipt.c.key.in_(bindparam("some", expanding=True))
)
_SELECT_VERSION = select(organisation.c.version).where(organisation.c.org == bindparam("org"))


def push(database: Database, new_id: NewId, who: Principal, request: PushRequest, at: datetime) -> PushReply:
    check_envelope(request, database.epoch)
    lines = [read_line(item) for item in request.mutations]
    sending = Sending(request.sent_at, request.monotonic_ms, request.boot_id)
    with database.write() as connection:
        stream = lock_stream(connection, who, request.stream)
        if stream.user_id != who.user_id:
            raise TurnedAway(403, "wrong_user", "This device's queue belongs to somebody else.")
        admit_again(connection, who)
        _check_position(connection, who.org, stream, lines)
        desk = Desk(connection, database.sql, new_id, who, stream.number, at, request.sent_at, sending)
        verdicts, version = _rule(desk, lines)
        last_seq = max(stream.last_seq, lines[-1].seq if lines else 0)
        move_stream(connection, who, stream, last_seq, request.confirmed_seq)
    return PushReply(
        protocol=PROTOCOL,
        epoch=database.epoch,
        last_seq=last_seq,
        version=version,
        server_time=at,
        verdicts=verdicts,
    )


def check_envelope(request: PushRequest, epoch: str) -> None:
    """Refuse what no mutation can be blamed for."""
    if not is_id(request.stream):
        raise invalid("The stream's name is not an id.", {"stream": "Not an id."})
    if request.epoch not in ("", epoch):
        raise TurnedAway(409, "epoch", "The server's database is another one than before.", epoch=epoch)
    if len(request.mutations) > MAX_MUTATIONS:
        raise TurnedAway(413, "too_large", f"At most {MAX_MUTATIONS} mutations at once.")
    seqs = [item.seq for item in request.mutations]
    if seqs and seqs != list(range(seqs[0], seqs[0] + len(seqs))):
        raise invalid("The mutations are not in one unbroken line.", {"mutations": "Not contiguous."})
    if not all(is_id(item.key) for item in request.mutations):
        raise invalid("A mutation's key is not an id.", {"mutations": "A key is not an id."})


def _rule(desk: Desk, lines: list[Line]) -> tuple[list[Verdict], int]:
    if not lines:
        return [], int(desk.connection.execute(_SELECT_VERSION, {"org": desk.who.org}).scalar_one())
    answer = apply(desk, lines)
    return answer.verdicts, answer.version


def _check_position(connection: Connection, org: int, stream: Stream, lines: list[Line]) -> None:
    """A line that was passed before must be known by its key: else two copies of one profile write this stream."""
    if lines and lines[0].seq > stream.last_seq + 1:
        expected = stream.last_seq + 1
        raise TurnedAway(409, "seq_gap", f"Number {expected} is missing.", expected_seq=expected)
    passed = {line.key for line in lines if line.seq <= stream.last_seq}
    if not passed:
        return
    known = set(connection.execute(_SELECT_KNOWN, {"org": org, "some": list(passed)}).scalars())
    if passed - known:
        raise TurnedAway(409, "forked", "Another copy of this profile has gone on before this one.")
