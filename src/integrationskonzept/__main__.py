"""The command line as ``python -m integrationskonzept``, where the command itself is not on the path."""

from integrationskonzept.cli import main

if __name__ == "__main__":
    main()
