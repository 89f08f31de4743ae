"""Accounts of a concept for people and programs."""
