"""Evaluate a concept as of a day: schedule, status, progress, deadlines, open questions."""
