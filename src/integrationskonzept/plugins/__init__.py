"""Sockets: the hooks, their contracts, and the host that listens carefully to plugins."""
