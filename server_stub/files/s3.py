"""The store of files as a bucket, on anything that speaks S3. Needs the extra `s3`; see docs/decisions/0022.

    s3://bucket/prefix?endpoint=https://storage.example&region=eu-west-1

Credentials come from where boto3 looks for them: the environment, a profile, the machine's role.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import boto3  # type: ignore[import-untyped] # it brings no types, and is used for these five calls only
from boto3.exceptions import Boto3Error  # type: ignore[import-untyped] # as above
from botocore.config import Config  # type: ignore[import-untyped] # as above
from botocore.exceptions import BotoCoreError, ClientError  # type: ignore[import-untyped] # as above

from server_stub.files.store import PIECE, StoreAway
from sync.errors import StreamFlowError

_MISSING = frozenset({"404", "NoSuchKey", "NotFound"})
_SECONDS = 10


class S3Store:
    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        options = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        if not parts.netloc or not options.keys() <= {"endpoint", "region"}:
            raise StreamFlowError(f"{url} is not the address of a bucket: s3://bucket/prefix?endpoint=…&region=…")
        self._bucket = parts.netloc
        self._prefix = parts.path.strip("/")
        self._client: Any = boto3.client(
            "s3",
            endpoint_url=options.get("endpoint"),
            region_name=options.get("region"),
            config=Config(connect_timeout=_SECONDS, read_timeout=_SECONDS, retries={"max_attempts": 2}),
        )

    def put(self, organisation: str, sha256: str, file: Path) -> None:
        with _worded():
            self._client.upload_file(str(file), self._bucket, self._key(organisation, sha256))
        file.unlink()

    def size(self, organisation: str, sha256: str) -> int | None:
        with _worded():
            try:
                found = self._client.head_object(Bucket=self._bucket, Key=self._key(organisation, sha256))
            except ClientError as trouble:
                if trouble.response["Error"]["Code"] not in _MISSING:
                    raise
                self._client.head_bucket(Bucket=self._bucket)  # a bucket that is gone is no proof that a file is
                return None
        return int(found["ContentLength"])

    def read(self, organisation: str, sha256: str, start: int, end: int) -> Iterator[bytes]:
        key = self._key(organisation, sha256)
        with _worded():
            found = self._client.get_object(Bucket=self._bucket, Key=key, Range=f"bytes={start}-{end - 1}")
            try:
                yield from found["Body"].iter_chunks(PIECE)
            finally:
                found["Body"].close()

    def remove(self, organisation: str, sha256: str) -> None:
        with _worded():
            self._client.delete_object(Bucket=self._bucket, Key=self._key(organisation, sha256))

    def close(self) -> None:
        self._client.close()

    def _key(self, organisation: str, sha256: str) -> str:
        return "/".join(part for part in (self._prefix, organisation, sha256) if part)


@contextmanager
def _worded() -> Iterator[None]:
    try:
        yield
    except (ClientError, BotoCoreError, Boto3Error) as trouble:
        raise StoreAway("The server's store of files does not answer. Nothing was lost; try again.") from trouble
