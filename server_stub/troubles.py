"""An answer that is not 2xx, as an exception; its body is `protocol.Trouble`."""

from collections.abc import Mapping

from sync.errors import StreamFlowError
from sync.protocol import PROTOCOL, Trouble


class TurnedAway(StreamFlowError):
    def __init__(
        self,
        status: int,
        error: str,
        message: str,
        *,
        fields: dict[str, str] | None = None,
        expected_seq: int | None = None,
        epoch: str | None = None,
        min_version: str | None = None,
        retry_after: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.status = status
        self.retry_after = retry_after
        self.headers = headers or {}
        self.trouble = Trouble(
            protocol=PROTOCOL,
            error=error,
            message=message,
            fields=fields or {},
            expected_seq=expected_seq,
            epoch=epoch,
            min_version=min_version,
        )
        super().__init__(message)


def unauthenticated() -> TurnedAway:
    """The same words whatever was wrong, so that nothing can be learnt from them."""
    return TurnedAway(401, "unauthenticated", "Please sign in.")


def not_found() -> TurnedAway:
    return TurnedAway(404, "not_found", "There is nothing here.")


def bad_request(message: str) -> TurnedAway:
    return TurnedAway(400, "bad_request", message)


def invalid(message: str, fields: dict[str, str] | None = None) -> TurnedAway:
    return TurnedAway(422, "invalid", message, fields=fields)


def unsupported(media_type: str) -> TurnedAway:
    return TurnedAway(415, "media_type", f"Send {media_type}.")


def too_large(most: int) -> TurnedAway:
    return TurnedAway(413, "too_large", f"This is more than {most} bytes at once.")


def too_many(retry_after: int) -> TurnedAway:
    return TurnedAway(429, "too_many", "Too many requests; please wait a moment.", retry_after=retry_after)


def unavailable() -> TurnedAway:
    message = "The server can't reach its database for the moment. Nothing was lost; try again."
    return TurnedAway(503, "unavailable", message, retry_after=2)
