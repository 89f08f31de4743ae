"""A guest that is loading when the user presses Ctrl-C."""

raise KeyboardInterrupt
