"""A guest that takes the name of another plugin."""
