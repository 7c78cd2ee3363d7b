"""Mutations of every schema that was ever released, read in today's words.

A mutation's bytes are frozen when it is minted, and may be sent months later by the program that minted them or by a
newer one. Whoever reads them, server or device, brings them up step by step; the bytes, and their hash, stay.

When a field is renamed or means something else: raise `protocol.SCHEMA`, add the step from the old number, a pure
function of plain JSON values, and freeze the new shapes (`make freeze`).
"""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from sync.protocol import SCHEMA, Mutation

Step = Callable[[dict[str, Any]], dict[str, Any]]
Read = Callable[[bytes], Mutation]

STEPS: Mapping[int, Step] = {}
"""From each schema to the next."""


class _Dated(Struct):
    """The one part of a mutation whose name and meaning never change."""

    schema: int = 1


_schema_of = msgspec.json.Decoder(_Dated).decode
_plain = msgspec.json.Decoder(dict[str, Any]).decode


def reader(steps: Mapping[int, Step] = STEPS, newest: int = SCHEMA) -> Read:
    """What reads a mutation's frozen bytes. It raises `msgspec.DecodeError` for what no released program wrote."""
    decode: Read = msgspec.json.Decoder(Mutation).decode
    if not steps:
        return decode

    def read(frozen: bytes) -> Mutation:
        if _schema_of(frozen).schema >= newest:
            return decode(frozen)
        try:
            return msgspec.convert(upcast(_plain(frozen), steps, newest), Mutation)
        except (LookupError, TypeError, AttributeError) as trouble:  # a step may rely on what its schema promised
            raise msgspec.ValidationError("This is not of the schema that it names.") from trouble

    return read


def upcast(mutation: dict[str, Any], steps: Mapping[int, Step], newest: int) -> dict[str, Any]:
    """The same mutation as the newest schema would have it."""
    for schema in range(mutation.get("schema", 1), newest):
        mutation = {**steps[schema](mutation), "schema": schema + 1}
    return mutation


def is_from_the_future(frozen: bytes, newest: int = SCHEMA) -> bool:
    """Whether a newer program wrote it, so that it may look like nothing that is known here."""
    try:
        return _schema_of(frozen).schema > newest
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
