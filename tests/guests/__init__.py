"""Plugins of strangers, written from the documentation alone."""
