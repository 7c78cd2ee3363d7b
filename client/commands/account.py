"""`streamflow sign-in|sign-out|print-paths`: what needs no open session."""

import argparse
import getpass
import os
import sys
from typing import TYPE_CHECKING

from client import account
from client.commands.context import as_json
from client.exit_codes import Exit
from client.home import Home
from client.instance import Say
from client.profile import Profiles
from client.secrets import SecretsUnavailable, passphrase_from
from client.settings import Settings
from sync.errors import InvalidInput, Problem

if TYPE_CHECKING:
    from client.session import Session

PASSWORD = "STREAMFLOW_PASSWORD"  # noqa: S105 — the name of a variable


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    sign_in = commands.add_parser(
        "sign-in",
        help="connect this computer to your organisation",
        description=f"The password is asked for, or taken from {PASSWORD}; so is a passphrase (STREAMFLOW_PASSPHRASE) "
        "where this computer has no keyring.",
    )
    sign_in.set_defaults(alone=_sign_in)
    sign_in.add_argument("--server", metavar="URL", help="the address of your organisation's server")
    sign_in.add_argument("--organisation", required=True)
    sign_in.add_argument("--email", required=True)

    sign_in.add_argument(
        "--new-passphrase", action="store_true", help="the old one is lost; what was saved on this computer stays"
    )

    paths = commands.add_parser("print-paths", help="say where everything is kept")
    paths.set_defaults(alone=_print_paths)
    paths.add_argument("--json", action="store_true", help="answer in JSON")

    leave = commands.add_parser("sign-out", help="disconnect this computer")
    leave.set_defaults(here=sign_out)
    leave.add_argument("--keep-unsent", action="store_true", help="although work is unsent; it stays here")


def _sign_in(home: Home, args: argparse.Namespace, say: Say) -> int:
    server = args.server or Settings(home).text("server_url")
    if not server:
        raise InvalidInput(Problem("server_url", "required", "Please name the server with --server."))
    password = os.environ.get(PASSWORD) or _ask("Password: ")
    form = account.SignInForm(server, args.organisation, args.email, password)
    try:
        profile = account.sign_in(home, form, passphrase_from(), forget_secrets=args.new_passphrase)
    except SecretsUnavailable as trouble:
        if not sys.stdin.isatty() or passphrase_from():
            raise
        say.err(str(trouble))
        profile = account.sign_in(home, form, _ask("Passphrase: "))
    say.out(f"Signed in as {profile.name}, {profile.organisation}.")
    return Exit.DONE


def _print_paths(home: Home, args: argparse.Namespace, say: Say) -> int:
    profile = Profiles(home).current()
    paths = {
        "data": home.data,
        "settings": home.settings_file,
        "secrets": home.secrets_file,
        "logs": home.logs,
        "profile": profile.folder(home) if profile else "",
    }
    say.out(as_json(paths) if args.json else "\n".join(f"{name}\t{path}" for name, path in paths.items()))
    return Exit.DONE


def sign_out(session: "Session", args: argparse.Namespace, say: Say) -> int:
    account.sign_out(session, keep_unsent=args.keep_unsent)
    say.out("Signed out.")
    return Exit.DONE


def _ask(prompt: str) -> str:
    if not sys.stdin.isatty():
        raise InvalidInput(Problem("password", "required", f"There is nobody to ask; set {PASSWORD}."))
    return getpass.getpass(prompt)
