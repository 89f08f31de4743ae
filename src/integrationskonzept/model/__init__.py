"""The nouns of an integration concept: frozen, comparable, picklable, and free of any I/O."""
