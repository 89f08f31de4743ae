"""Reckoning: pure functions about a concept; the day they are asked on is an argument."""
