"""What makes a quick way give up, so that a careful one looks again."""


class UnusualError(ValueError):
    """Something the careful way should look at."""
