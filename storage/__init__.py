"""The local file: one SQLite database per profile, in which visible rows are always project(confirmed, pending)."""
