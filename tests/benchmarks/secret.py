"""The passphrase of the benchmarks' devices: a machine that only measures has no keyring."""

PASSPHRASE = "only for measuring"
