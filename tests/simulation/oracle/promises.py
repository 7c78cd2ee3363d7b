"""The promises and the invariants, and by which checks each is watched."""

PROMISES: dict[str, tuple[str, tuple[str, ...]]] = {
    "P1": ("saved means durable", ("what was called saved is there", "what was called not saved is not there")),
    "P2": (
        "exactly once",
        (
            "one effect for each accepted key",
            "every delivery gets the same verdict",
            "a number is given once",
            "bytes are taken once",
        ),
    ),
    "P3": (
        "in order, and whole",
        (
            "the server rules as the reference does",
            "a change names what it builds on",
            "a group stands or falls together",
            "numbers without a gap",
        ),
    ),
    "P4": (
        "one bad item holds up only what depends on it",
        ("the server rules as the reference does", "what waited is released", "nothing is convicted without proof"),
    ),
    "P5": (
        "nothing is silently lost",
        (
            "every key can be found",
            "both sides name the same outcome",
            "what loses is kept",
            "a file stays until the server has it",
        ),
    ),
    "P6": ("no skipped change", ("a device holds its scope",)),
    "P7": (
        "convergence",
        (
            "a device holds its scope",
            "the screen shows the projection",
            "a search finds what shows",
            "the time on a job is that of its punches",
            "a self-check finds nothing wrong",
            "what was attached arrives",
            "what is asked for is fetched",
        ),
    ),
    "P8": ("my own work stays on my screen", ("the screen shows the projection", "a verdict brings its row")),
    "P9": ("walls", ("nothing of another organisation", "a device holds its scope")),
    "P10": ("it never stops trying", ("a timer is set", "all comes to rest by itself", "no wall was hit")),
    "P11": (
        "the server may lose its disk",
        ("both sides name the same outcome", "a device holds its scope", "nobody is told of one thing twice"),
    ),
    "P12": ("bounded", ("confirmed verdicts are forgotten", "a receipt is small", "room is counted right")),
    "I1": ("no lost write", ("every key can be found", "a key lies in one place")),
    "I2": ("exactly once", ("one effect for each accepted key", "each version has one audit record and one event")),
    "I3": ("outcome agreement", ("both sides name the same outcome", "every delivery gets the same verdict")),
    "I4": ("no lost update", (
            "the server rules as the reference does",
            "what is stored is what was ruled",
            "a change names what its author saw",
        )),
    "I5": ("order", ("the server rules as the reference does", "one device's changes keep their order")),
    "I6": (
        "no orphans",
        (
            "no child without its parent",
            "a change names what it builds on",
            "bytes go behind their record",
            "what is stored is whole",
        ),
    ),
    "I7": ("cursor", ("a cursor never goes back", "a device holds its scope")),
    "I8": ("no resurrection", ("a record never grows older", "a device holds its scope")),
    "I9": ("epoch", ("both sides name the same outcome", "every key can be found", "all comes to rest by itself")),
    "I10": ("isolation", ("nothing of another organisation",)),
    "I11": ("read your writes", ("a verdict brings its row", "a record never grows older")),
    "I12": ("convergence in a bounded number of rounds", ("rest comes within the rounds that the backlog needs",)),
    "I13": ("liveness", ("a timer is set", "all comes to rest by itself")),
    "I14": ("bounded load", ("what the server asks for is kept to", "failures are waited for")),
    "I15": ("revocation", ("whoever is locked out gets nothing", "every key can be found")),
}

CHECKS = frozenset(check for _, checks in PROMISES.values() for check in checks)


class Broken(BaseException):  # no handler of the program may swallow it
    """A promise was broken."""

    def __init__(self, check: str, about: object) -> None:
        self.check = check
        self.promises = tuple(name for name, (_, checks) in PROMISES.items() if check in checks)
        super().__init__(f"{', '.join(self.promises)}: {check}: {about}")


def require(check: str, *, is_kept: bool, about: object = "") -> None:
    assert check in CHECKS, check
    if not is_kept:
        raise Broken(check, about)
