"""Figures that a council can read, as plain SVG, each with the table of what it shows."""
