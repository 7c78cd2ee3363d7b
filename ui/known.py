"""What a person need not type again when signing in."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from client.accounts import Account


@dataclass(frozen=True)
class Known:
    server_url: str = ""
    organisation: str = ""
    email: str = ""


def known_of(account: "Account") -> Known:
    return Known(account.profile.server_url, account.profile.code, account.profile.email)
