"""Options given as ``key=value``, their help, and the report of losses, for ``export`` and ``publish``."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

import click

from integrationskonzept.cli.dates import today_or
from integrationskonzept.cli.session import Session
from integrationskonzept.cli.terminal import put
from integrationskonzept.i18n.messages import message
from integrationskonzept.plugins.contracts import Exporter, Loss, Publisher
from integrationskonzept.plugins.options import describe

SETTING = re.compile(r"(?P<key>[a-z_][a-z0-9_]*)=(?P<value>.*)", re.DOTALL)
"""An option on a command line."""


def show_help(session: Session, owners: Mapping[str, Exporter | Publisher], named: Iterable[str | None]) -> None:
    """Print the help of the command, and the options of the exporters or publishers in `named`."""
    put(click.get_current_context().get_help())
    for name in named:
        owner = owners.get(name or "")
        if owner is not None:
            put("\n" + _options_help(owner, session.language))


def _options_help(owner: Exporter | Publisher, language: str) -> str:
    lines = [f"{owner.name}: {owner.title.text(language)}"]
    for option in describe(owner):
        lines.append(f"  -o {option.name}={option.kind}  [{option.default}]")
        lines.append(f"      {option.help.text(language)}")
    return "\n".join(lines)


def with_today(owner: Exporter | Publisher, options: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the options, with ``today`` added if the owner has that option and it is not given."""
    takes_today = any(option.name == "today" for option in describe(owner))
    return {"today": today_or(None), **options} if takes_today else options


def print_losses(session: Session, template: str, losses: Iterable[Loss]) -> None:
    """Print the losses; the same loss of several elements once."""
    alike: dict[str, list[str]] = {}
    for loss in losses:
        alike.setdefault(loss.message.text(session.language), []).append(loss.address)
    for text, addresses in alike.items():
        first, *others = addresses
        where = message("{first} and {count} more", first=first, count=len(others)) if others else first
        session.say(template, loss=message("{where}: {text}", where=where, text=text))
