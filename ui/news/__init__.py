"""What others have done to one's own work: a bell in the header, and the list behind it."""

from ui.news.bell import Bell
from ui.news.panel import NewsPanel

__all__ = ["Bell", "NewsPanel"]
