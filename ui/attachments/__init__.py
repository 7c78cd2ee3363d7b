"""Attachments beside a lead and on a work order."""
