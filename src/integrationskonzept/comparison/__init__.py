"""Comparison of two editions, and comparability of concepts."""
