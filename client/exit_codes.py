"""What an exit code of `streamflow` says."""

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes, for scripts; they are part of what `streamflow` promises."""

    DONE = 0
    REFUSED = 1
    USAGE = 2
    SIGN_IN_NEEDED = 3
    NO_NETWORK = 4
    STORAGE = 5
    BUSY = 6
    ATTENTION = 7
    BUG = 70
    INTERRUPTED = 130


EXIT_HELP = (
    "exit codes: 0 done · 1 refused, with a reason · 2 not understood · 3 sign-in needed · 4 the server can't be "
    "reached, nothing is lost · 5 the disk or the data file is in trouble · 6 another command is still running · "
    "7 sent, but some items need attention · 70 a mistake in this program · 130 stopped; look what was saved"
)
