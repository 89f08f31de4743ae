"""Tables and sentences for people, and the writers of text, Markdown and HTML."""
