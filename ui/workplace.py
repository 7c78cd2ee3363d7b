"""What every screen is given to work with."""

from dataclasses import dataclass
from datetime import tzinfo

from client.session import Session
from ui.bridge import Bridge
from ui.drafts import Drafts
from ui.puncher import Puncher
from ui.shell import Shell
from ui.widgets.ticker import Now
from ui.writer import Writer


@dataclass(frozen=True)
class Workplace:
    """`writer` makes the user's writes, `messenger` whatever waits for the network or takes long (CSV files), and
    `reader` reads the long lists."""

    session: Session
    bridge: Bridge
    writer: Writer
    messenger: Writer
    reader: Writer
    drafts: Drafts
    puncher: Puncher
    shell: Shell
    zone: tzinfo
    now: Now
