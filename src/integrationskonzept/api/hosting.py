"""The host of calls that name none, and what they ask of it."""

from functools import cache

from integrationskonzept.errors import UnknownNameError
from integrationskonzept.formats.format import Format
from integrationskonzept.i18n.messages import message
from integrationskonzept.plugins.host import PluginHost


@cache
def default_host() -> PluginHost:
    """Return the host used where a call names none: every installed plugin, found when first needed."""
    return PluginHost()


def readable(host: PluginHost, suffix_or_name: str) -> Format:
    """Return the format of a suffix or name, where it is one that is read."""
    form = host.format_for(suffix_or_name)
    if form.read is None:
        raise UnknownNameError(message("the format '{format}' is only written, not read", format=form.name))
    return form


def writable(host: PluginHost, suffix_or_name: str) -> Format:
    """Return the format of a suffix or name, where it is one that is written."""
    form = host.format_for(suffix_or_name)
    if form.write is None:
        raise UnknownNameError(message("the format '{format}' is only read, not written", format=form.name))
    return form
