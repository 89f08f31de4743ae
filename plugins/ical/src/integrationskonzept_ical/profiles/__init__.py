"""Profiles of a calendar, by the program it is for."""
