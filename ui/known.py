"""What a person need not type again when signing in."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Known:
    server_url: str = ""
    organisation: str = ""
    email: str = ""
