"""A guest built for hooks that do not exist yet."""

INTEGRATIONSKONZEPT_INTERFACE = 2
