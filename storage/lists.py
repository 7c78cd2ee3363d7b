"""Many values as one parameter, for `json_each`."""

from collections.abc import Iterable

import msgspec

_encode = msgspec.json.Encoder().encode


def json_list(values: Iterable[str] | Iterable[int]) -> str:
    return _encode(list(values)).decode()
