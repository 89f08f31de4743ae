"""What changed between two editions of a concept, and whether concepts can be compared."""
