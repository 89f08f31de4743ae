"""Options given as ``key=value``, their help, and the report of losses, for ``export`` and ``publish``."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from integrationskonzept import api
from integrationskonzept.cli.dates import today_or
from integrationskonzept.cli.session import Session
from integrationskonzept.cli.terminal import put
from integrationskonzept.errors import OptionError
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.plugins.contracts import Loss
from integrationskonzept.plugins.options import OptionOwner, describe
from integrationskonzept.plugins.settings import Settings, read_settings

SETTING = re.compile(r"(?P<key>[a-z_][a-z0-9_]*)=(?P<value>.*)", re.DOTALL)
"""An option on a command line."""

_WORDS = ("yes", "no")
"""Defaults that are written in the language of the call."""


def show_help(session: Session, owners: Mapping[str, OptionOwner], named: Iterable[str | None]) -> None:
    """Print the help of the command, and the options of the exporters or publishers in `named`."""
    put(click.get_current_context().get_help())
    for name in named:
        owner = owners.get(session.named(name or "", titles_of(owners)))
        if owner is not None:
            put("\n" + _options_help(owner, session.language))


def titles_of(owners: Mapping[str, OptionOwner]) -> dict[str, Message]:
    """Return the titles of exporters or publishers by their names."""
    return {name: owner.title for name, owner in owners.items()}


def _options_help(owner: OptionOwner, language: str) -> str:
    lines = [f"{owner.name}: {owner.title.text(language)}"]
    for option in describe(owner):
        default = message(option.default).text(language) if option.default in _WORDS else option.default
        lines.append(f"  -o {option.name}={option.kind.text(language)}" + (f"  [{default}]" if default else ""))
        lines.append(f"      {option.help.text(language)}")
    return "\n".join(lines)


def pairs_in(settings: Iterable[str]) -> dict[str, str]:
    """Return options given as ``key=value``."""
    options: dict[str, str] = {}
    for setting in settings:
        match = SETTING.fullmatch(setting)
        if match is None:
            raise OptionError(message("an option is written key=value; got '{got}'", got=setting))
        options[match["key"]] = match["value"]
    return options


def with_defaults(session: Session, owner: OptionOwner, source: str, options: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the options together with those that stand in the settings file beside `source`, and with ``today``.

    What is given outweighs the settings file; ``today`` is added if the owner has that option.
    """
    takes_today = any(option.name == "today" for option in describe(owner))
    settings = read_settings(Path(source).parent) if not session.is_bundled(source) else Settings()
    stated = settings.options_of(owner, load=lambda file: api.load(file, host=session.host))
    return {**({"today": today_or(None)} if takes_today else {}), **stated, **options}


def print_losses(session: Session, template: str, losses: Iterable[Loss]) -> None:
    """Print the losses; the same loss of several elements once."""
    alike: dict[str, list[str]] = {}
    for loss in losses:
        alike.setdefault(loss.message.text(session.language), []).append(loss.address)
    for text, addresses in alike.items():
        first, *others = addresses
        where = message("{first} and {count} more", first=first, count=len(others)) if others else first
        session.say(template, loss=message("{where}: {text}", where=where, text=text))
