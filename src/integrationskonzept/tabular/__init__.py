"""Tidy tables of a concept."""
