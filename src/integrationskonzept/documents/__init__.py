"""Accounts for people: a concept and its elements, how it stands, what changed, what was found."""
