"""Values from outside, merged into a concept."""
