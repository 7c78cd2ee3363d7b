"""The demo: a whole company on loopback, and a day walked through it by real processes."""
