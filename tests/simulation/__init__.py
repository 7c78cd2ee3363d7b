"""The real devices and the real server in one process, on one virtual clock, under every fault that the model knows.

    python -m tests.simulation --seeds 1000

A seed is a day or a week of a small company; everything that happens in it follows from that number alone.
"""
