"""A German town's integration concept as data."""

__version__ = "0.1.0"
