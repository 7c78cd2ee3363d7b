"""Python's collector of circles, kept from stopping the window: it holds every thread while it looks."""

import gc


def calm_the_collector(_workshop: object) -> None:
    """What the program is made of stays, and need not be looked through again while thousands of rows pass by."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
