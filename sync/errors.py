"""Everything that can go wrong and is not a bug.

    StreamFlowError
    ├── InvalidInput          what a person typed; shown beside the field
    ├── NetworkTrouble        what the network or the server's envelope did; the engine chooses a phase
    │   ├── Unreachable       no answer, or an answer that is not the server's word
    │   ├── Busy              408, 425, 429, 5xx: later, perhaps at a named time
    │   ├── Unauthenticated   401: the token is not (or no longer) good
    │   ├── WrongUser         403: this token belongs to somebody else
    │   ├── DeviceRevoked     403: an administrator has locked this device out
    │   ├── StreamForked      409: another copy of this profile went on before us
    │   ├── SequenceGap       409: the server misses earlier mutations
    │   ├── EpochChanged      409: the server's database is another one than before
    │   ├── CursorGone        410: too far behind; start again from a snapshot
    │   ├── TooLarge          413: halve the batch
    │   ├── UpdateNeeded      426: this program is too old to pull
    │   └── Rejected          400, 404, 405, 422 in our own words: a bug of ours
    └── StorageTrouble        what the world did to the file; told plainly, nothing is overwritten
        ├── DiskFull · Unwritable · TooNew · InUse
        └── Corrupt           the file is not what was last saved: damaged, emptied, foreign
            └── OlderFile     a person may go on with it

A refusal of one mutation is a value (`sync.protocol.Refusal`), not an exception.
Anything else that is raised is a bug, caught whole at the three walls.
"""

from dataclasses import dataclass


class StreamFlowError(Exception):
    """Its text is a sentence for a person: what happened, what was kept, what to do."""


@dataclass(frozen=True)
class Problem:
    """One thing wrong with one field; `field` is empty where the whole is meant."""

    field: str
    code: str
    message: str


class InvalidInput(StreamFlowError):
    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__(" ".join(problem.message for problem in problems))


class NetworkTrouble(StreamFlowError):
    """The outcome of the request is unknown or negative; whatever was sent may be sent again unchanged."""


class Unreachable(NetworkTrouble):
    pass


class Busy(NetworkTrouble):
    def __init__(self, message: str, retry_after: float | None = None, status: int = 503) -> None:
        """`retry_after` is in seconds, as the server asked."""
        self.retry_after = retry_after
        self.status = status
        super().__init__(message)

    @property
    def is_crowded(self) -> bool:
        """Whether the server has too much to do, rather than trouble with what it was asked."""
        return self.retry_after is not None or self.status in (429, 503)


class Unauthenticated(NetworkTrouble):
    pass


class WrongUser(NetworkTrouble):
    pass


class DeviceRevoked(NetworkTrouble):
    pass


class StreamForked(NetworkTrouble):
    pass


class SequenceGap(NetworkTrouble):
    def __init__(self, message: str, expected_seq: int) -> None:
        self.expected_seq = expected_seq
        super().__init__(message)


class EpochChanged(NetworkTrouble):
    def __init__(self, message: str, epoch: str) -> None:
        self.epoch = epoch
        super().__init__(message)


class CursorGone(NetworkTrouble):
    pass


class TooLarge(NetworkTrouble):
    pass


class UpdateNeeded(NetworkTrouble):
    pass


class Rejected(NetworkTrouble):
    def __init__(self, message: str, code: str = "rejected") -> None:
        self.code = code
        super().__init__(message)


class StorageTrouble(StreamFlowError):
    pass


class DiskFull(StorageTrouble):
    pass


class Unwritable(StorageTrouble):
    pass


class Corrupt(StorageTrouble):
    pass


class OlderFile(Corrupt):
    pass


class TooNew(StorageTrouble):
    pass


class InUse(StorageTrouble):
    pass
