"""Hearing what one plugin has to say, alone, so that its mistakes stay its own.

A plugin manager that hears all plugins at once loses every answer when one raises, and takes
a misspelt hook for one nobody asks for. So each plugin gets a manager to itself.
"""

import inspect
from collections.abc import Callable, Iterator, Sequence
from types import ModuleType
from typing import Any

import pluggy

from integrationskonzept.errors import PluginError
from integrationskonzept.language import message
from integrationskonzept.model.nearby import nearest
from integrationskonzept.plugins import hookspecs
from integrationskonzept.plugins.entry import Entry
from integrationskonzept.plugins.fence import fenced, shown
from integrationskonzept.plugins.hookspecs import INTERFACE
from integrationskonzept.plugins.kind import KINDS, Kind

_STATES = "INTEGRATIONSKONZEPT_INTERFACE"


def heard(entry: Entry, load: Callable[[], object], specs: ModuleType | type = hookspecs) -> Iterator[tuple[Kind, Any]]:
    """Load a plugin and yield everything its hooks answer, with the kind it is announced as.

    What goes wrong is noted in `entry`; nothing but a `KeyboardInterrupt` is raised.
    """
    try:
        with fenced(entry, message("loading")):
            plugin = load()
            _check_interface(plugin)
            manager = pluggy.PluginManager("integrationskonzept")
            manager.add_hookspecs(specs)
            manager.register(plugin, name="guest")
    except PluginError as error:
        entry.fault(error)
        return
    _check_hooks(entry, plugin, manager)
    for kind in KINDS.values():
        for implementation in getattr(manager.hook, kind.hook).get_hookimpls():
            for thing in _answer(entry, kind, implementation):
                yield kind, thing
    entry.works = True


def _check_interface(plugin: object) -> None:
    module = plugin if inspect.ismodule(plugin) else inspect.getmodule(type(plugin))
    wanted: int = getattr(plugin, _STATES, getattr(module, _STATES, INTERFACE))
    if wanted > INTERFACE:
        raise RuntimeError(
            f"it was built for interface {wanted}, and this version of integrationskonzept has interface {INTERFACE};"
            " update integrationskonzept"
        )


def _check_hooks(entry: Entry, plugin: object, manager: pluggy.PluginManager) -> None:
    specified = {name for name, hook in vars(manager.hook).items() if hook.has_spec()}
    for hook in sorted(vars(manager.hook).keys() - specified):
        near = nearest(hook, specified)
        if near is None:
            entry.fault(message("there is no hook {hook}", hook=hook))
        else:
            entry.fault(message("there is no hook {hook}; did you mean {near}?", hook=hook, near=near))
    listening = {hook.name for hook in manager.get_hookcallers(plugin) or ()}
    for hook in sorted(specified - listening):
        if inspect.getattr_static(plugin, hook, None) is not None:
            kind = hook.removeprefix("integrationskonzept_")
            entry.fault(message("{hook} is not marked with @hookimpl and is not heard", hook=hook), kind)
    for hook in sorted(specified & listening):
        spec = getattr(manager.hook, hook).spec
        if spec.warn_on_impl is not None:
            entry.remark(message("the hook {hook} is leaving: {why}", hook=hook, why=str(spec.warn_on_impl)))


def _answer(entry: Entry, kind: Kind, implementation: pluggy.HookImpl) -> Sequence[Any]:
    try:
        with fenced(entry, message("answering the hook {hook}", hook=kind.hook)):
            answer = implementation.function()
            if isinstance(answer, (str, bytes)) or not isinstance(answer, Sequence):
                raise TypeError(f"expected a sequence of {kind.contract.__name__}, got {shown(answer)}")
            return tuple(answer)
    except PluginError as error:
        entry.fault(error, kind.name)
        return ()
