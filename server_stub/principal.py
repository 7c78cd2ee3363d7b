"""Who asks: everything about rights comes from the token, nothing from the request."""

from dataclasses import dataclass

from sync.terms import Role


@dataclass(frozen=True)
class Principal:
    org: int
    organisation_id: str
    user_id: str
    name: str
    role: Role
    device_id: str
