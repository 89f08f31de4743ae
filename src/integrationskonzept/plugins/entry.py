"""What the host knows of one plugin, good and bad."""

from collections.abc import Callable

from attrs import Factory, define

from integrationskonzept.errors import PluginError
from integrationskonzept.language import Message, message
from integrationskonzept.plugins.provider import PluginInfo, PluginState, Provider

_MANY = 20
"""Remarks kept of one plugin; one that prints without end fills no memory."""


@define
class Entry:
    """A plugin's page in the host's book."""

    provider: Provider
    trace: Callable[[str], None]
    ours: bool = False
    """Whether it is what this library brings itself."""
    off: Message | None = None
    """Why it was not loaded."""
    brings: list[str] = Factory(list)
    faults: list[Message] = Factory(list)
    remarks: list[Message] = Factory(list)

    def tell(self, what: str) -> None:
        """Trace what the plugin does."""
        self.trace(f"{self.provider}: {what}")

    def remark(self, sentence: Message) -> None:
        """Note something that is no fault."""
        if sentence not in self.remarks and len(self.remarks) < _MANY:
            self.remarks.append(sentence)
        self.tell(sentence.text())

    def fault(self, wrong: Message | PluginError) -> None:
        """Note why the plugin, or a part of what it brings, is not used."""
        said = wrong.args[0] if isinstance(wrong, PluginError) else wrong
        sentence = said if isinstance(said, Message) else message("{problem}", problem=said)
        self.faults.append(sentence)
        self.tell(sentence.text())

    def leave_out(self, why: Message) -> None:
        """Note that the plugin is switched off."""
        self.off = why
        self.tell(why.text())

    def bring(self, what: str) -> None:
        """Note something that it brings in."""
        self.brings.append(what)
        self.tell(f"brings {what}")

    @property
    def state(self) -> PluginState:
        """How the plugin stands."""
        if self.off:
            return PluginState.OFF
        if not self.faults:
            return PluginState.OK
        return PluginState.PARTLY if self.brings else PluginState.FAILED

    @property
    def info(self) -> PluginInfo:
        """The page as one line of the list of plugins."""
        return PluginInfo(
            name=self.provider.name,
            distribution=self.provider.distribution,
            version=self.provider.version,
            state=self.state,
            brings=tuple(self.brings),
            faults=(self.off,) if self.off else tuple(self.faults),
            remarks=tuple(self.remarks),
        )
