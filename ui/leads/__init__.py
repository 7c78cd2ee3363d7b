"""Leads: the list, one lead beside it, and leads out of a file."""

from ui.leads.screen import LeadsScreen

__all__ = ["LeadsScreen"]
