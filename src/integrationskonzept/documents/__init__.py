"""Reports on a concept, as tables and sentences and as plain data."""
