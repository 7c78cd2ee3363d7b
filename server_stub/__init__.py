"""The companion server: the same records and rules, one ledger, and a version for every change."""
