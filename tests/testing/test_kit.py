"""The kit's hosts hold what a test puts into them, and nothing else."""

from collections.abc import Sequence

import pytest

import integrationskonzept.testing as kit
from integrationskonzept import Exporter, hookimpl
from integrationskonzept.plugins import PluginState


@hookimpl
def integrationskonzept_exporters() -> Sequence[Exporter]:
    return ()


def test_a_host_with_hooks_has_heard_them_as_if_a_module_held_them() -> None:
    plugins = kit.host_with(integrationskonzept_exporters, name="poster").plugins()
    assert [(plugin.name, plugin.state) for plugin in plugins] == [("poster", PluginState.OK)]


def test_an_empty_host_has_no_plugin() -> None:
    assert kit.empty_host().plugins() == ()


@pytest.mark.parametrize("name", kit.__all__)
def test_everything_in_the_kit_says_what_it_is(name: str) -> None:
    assert getattr(kit, name).__doc__
