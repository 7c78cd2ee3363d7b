"""What only a person can decide."""

from ui.attention.screen import AttentionScreen

__all__ = ["AttentionScreen"]
