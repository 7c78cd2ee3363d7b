"""`streamflow demo`: a whole day with real processes, real kills and a real cut of the network."""

import argparse


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("demo", help="walk a field worker's day and check the books")
    parser.add_argument("--headless", action="store_true", required=True)
