"""A static website of an integration concept: the exporter ``site``, and the command ``site`` for several towns."""

from collections.abc import Sequence

from integrationskonzept import Exporter, hookimpl
from integrationskonzept.plugins import CliCommand
from integrationskonzept.plugins.kit import Deferred
from integrationskonzept_site.i18n import message
from integrationskonzept_site.options import Options

__all__ = ["Options", "integrationskonzept_commands", "integrationskonzept_exporters"]


@hookimpl
def integrationskonzept_exporters() -> Sequence[Exporter]:
    """Return the exporter."""
    site = Exporter(
        name="site",
        title=message("Website of the concept, without a server"),
        media_type="text/html; charset=utf-8",
        suffix=".html",
        export=Deferred("integrationskonzept_site.exporter:export"),
        options=Options,
    )
    return [site]


@hookimpl
def integrationskonzept_commands() -> Sequence[CliCommand]:
    """Return the command that makes a website of several towns."""
    return [
        CliCommand(
            name="site",
            summary=message("Write a website of several towns."),
            build=Deferred("integrationskonzept_site.command:build"),
        )
    ]
