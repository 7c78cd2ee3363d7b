"""How things stand with the server, in words, numbers and a picture."""

from ui.sync_screen.screen import SyncScreen

__all__ = ["SyncScreen"]
