"""What generates files of this project from its sources; `nox -s generate` runs every module here."""
