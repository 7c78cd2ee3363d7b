"""Count and checksum of the records of a kind: two that are equal hold the same records, in whatever order.

The checksum is the sum, modulo 2⁶⁴, of eight bytes of a hash of each record: kind, id, version and the very bytes of
its body. A sum asks for no order, and unlike XOR it sees a record that is there twice. Nobody attacks it: it looks for
our own faults, and one that changes anything escapes it once in 2⁶⁴ times.
"""

from collections.abc import Iterable
from hashlib import blake2b

from sync.protocol import Tally

_MODULUS = 2**64


def tally(kind: str, rows: Iterable[tuple[str, int, bytes]]) -> Tally:
    """Of the present records of a kind, each as id, version and body."""
    count = total = 0
    for record_id, version, body in rows:
        count += 1
        total += digest(kind, record_id, version, body)
    return Tally(kind=kind, count=count, checksum=f"{total % _MODULUS:016x}")


def digest(kind: str, record_id: str, version: int, body: bytes) -> int:
    head = f"{kind}\n{record_id}\n{version}\n".encode()
    return int.from_bytes(blake2b(head + body, digest_size=8).digest(), "big")
