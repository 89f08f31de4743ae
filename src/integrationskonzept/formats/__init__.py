"""Files: bytes to plain data to a concept, and back."""
