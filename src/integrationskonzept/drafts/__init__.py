"""Drafts: concepts read from documents by rule, each with the doubts that a person resolves."""
