"""Kit for exporters: what every plugin that writes a concept needs."""

from integrationskonzept.plugins.kit.losses import Declaration, undeclared

__all__ = ["Declaration", "undeclared"]
