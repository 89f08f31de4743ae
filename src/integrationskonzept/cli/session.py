"""Session of one call: language, plugin host, concepts, and messages to the user."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

import click
from attrs import frozen

from integrationskonzept import api
from integrationskonzept.cli.terminal import erase_line, put
from integrationskonzept.errors import UnknownNameError
from integrationskonzept.findings import Finding
from integrationskonzept.i18n.languages import LANGUAGES
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.foreign_attribute import has_foreign
from integrationskonzept.plugins.host import PluginHost, host_from_environment
from integrationskonzept.portfolio.entry import warnings_of
from integrationskonzept.printable import printable, visible
from integrationskonzept.rules.report import line
from integrationskonzept.suggest import named_by_title, suggestion_or_choices

_QUOTED = re.compile(r"[\s'&();<>|^*?$`]")
"""Characters that mean something to a shell."""


@frozen(kw_only=True)
class Session:
    """One call of the command line."""

    language: str
    environment: Mapping[str, str]
    program: str = "integrationskonzept"
    """The program as it was called, such as ``python -m integrationskonzept``."""
    off: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    """Plugins that are one Python file each."""
    trace: bool = False
    terminal: bool = False
    """Whether standard error is a terminal."""

    @cached_property
    def host(self) -> PluginHost:
        """The plugins of this call, by its options and the environment."""
        return host_from_environment(
            self.environment, off=self.off, only=self.only, files=self.files, trace=self._trace()
        )

    def _trace(self) -> Any:
        return (lambda line: put(line, err=True)) if self.trace else None

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that can be asked for."""
        return tuple(LANGUAGES)

    def has_language(self, code: str) -> bool:
        """Return whether there is a language with this code; plugins are searched for one that is not built in."""
        return code in LANGUAGES or code in self.host.languages()

    def named(self, name: str, titles: Mapping[str, Message]) -> str:
        """Return the name of the thing that has this title in any language, or else `name` as it is."""
        return named_by_title(
            name, {known: [title.text(code) for code in LANGUAGES] for known, title in titles.items()}
        )

    def command(self, *words: object) -> str:
        """Return a further call of this program as it is typed; words with spaces are in quotes."""
        typed = (f'"{word}"' if _QUOTED.search(str(word)) else str(word) for word in words)
        return " ".join([self.program, *typed])

    def say(self, template: str, /, *, err: bool = True, **values: Any) -> None:
        """Print a sentence in the language of this call."""
        put(message(template, **values).text(self.language), err=err)

    def print_findings(self, findings: Iterable[Finding]) -> None:
        """Print findings of a file on standard error."""
        for finding in findings:
            put(line(finding, self.language), err=True)

    def print_plugin_notices(self) -> None:
        """Print, on standard error, plugins that are not used and the output of others."""
        for notice in self.host.notices():
            put(f"integrationskonzept: {printable(notice.text(self.language))}", err=True)

    def concept(self, source: str, *, public: bool = False) -> Concept:
        """Return the concept of a file or a bundled concept, or its public view; a folder of this name is neither."""
        if self.is_bundled(source) or (Path(source).is_dir() and source in self.host.concepts()):
            found = api.concept(source, host=self.host)
        else:
            with self.working(message("reading {source}", source=source).text(self.language)):
                found = api.load(source, host=self.host)
            self.print_findings(warnings_of(found))
        if has_foreign(found):
            self.host.attributes()  # documents show the labels that plugins give
        return found.public() if public else found

    def is_bundled(self, source: str) -> bool:
        """Return whether `source` is the name of a bundled concept rather than a file."""
        if Path(source).suffix or Path(source).exists() or len(Path(source).parts) > 1:
            return False
        bundled = self.host.concepts()
        if source not in bundled:
            nothing = message("there is no file '{source}' and no bundled concept of that name", source=source)
            raise UnknownNameError(suggestion_or_choices(nothing, source, bundled))
        return True

    @contextmanager
    def working(self, what: str) -> Iterator[None]:
        """Show an activity in the terminal while it takes place."""
        if not self.terminal:
            yield
            return
        put(f"{what} …", err=True, nl=False)
        try:
            yield
        finally:
            erase_line()

    @contextmanager
    def counting(self, what: str) -> Iterator[Callable[[int, int], None] | None]:
        """Show a progress bar in the terminal; yield None without a terminal."""
        if not self.terminal:
            yield None
            return
        with click.progressbar(length=1, label=visible(what), file=sys.stderr) as bar:

            def report(done: int, total: int) -> None:
                bar.length = max(total, 1)
                bar.update(done - bar.pos)

            yield report


pass_session = click.make_pass_decorator(Session)


__all__ = ["Session", "pass_session"]
