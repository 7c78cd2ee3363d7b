"""Staging and store as one thing, opened by address."""

from dataclasses import dataclass
from pathlib import Path

from server_stub.files.staging import Staging
from server_stub.files.store import DiskStore, Store

_STAGED = "staged"


@dataclass(frozen=True)
class Depot:
    store: Store
    staging: Staging


def open_depot(address: str, staging: Path | None = None) -> Depot:
    """`address` is a folder, or a bucket as `server_stub.files.s3` describes it.

    What arrives in part is staged in the folder itself, unless another is named; a bucket needs one.
    """
    if address.startswith("s3://"):
        from server_stub.files.s3 import S3Store

        return Depot(S3Store(address), Staging(staging or Path("streamflow-staged")))
    folder = Path(address)
    return Depot(DiskStore(folder), Staging(staging or folder / _STAGED))
