"""Templates: the ones that come along, and those a town puts in their place."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from integrationskonzept import Message
from integrationskonzept.errors import OptionError
from integrationskonzept_integreat.html_text import markup
from integrationskonzept_integreat.i18n import say

if TYPE_CHECKING:  # heavy, and not needed by whoever only checks a concept
    from jinja2.sandbox import ImmutableSandboxedEnvironment

TEMPLATES: Mapping[str, str] = {
    file.name: file.read_text("utf-8")
    for file in files("integrationskonzept_integreat").joinpath("templates").iterdir()
    if file.name.endswith(".html")
}
"""The templates that come along, by the name under which a town can replace each."""


def templates_in(folder: Path) -> tuple[tuple[str, str], ...]:
    """Read a town's own templates. Raises `OptionError` where one can be of no use."""
    if not folder.is_dir():
        raise OptionError(say("{folder} is no folder", "{folder} ist kein Ordner", folder=folder))
    own = tuple((file.name, file.read_text("utf-8")) for file in sorted(folder.glob("*.html")))
    for name, source in own:
        _usable(name, source)
    return own


def _usable(name: str, source: str) -> None:
    from jinja2 import TemplateError

    if name not in TEMPLATES:
        raise OptionError(
            say(
                "no page is made by a template {name}; there are {known}",
                "keine Seite entsteht aus einer Vorlage {name}; es gibt {known}",
                name=name,
                known=", ".join(sorted(TEMPLATES)),
            )
        )
    try:
        environment(()).parse(source, name)
    except TemplateError as error:
        raise OptionError(_problem(name, error)) from None


@cache
def environment(own: tuple[tuple[str, str], ...]) -> "ImmutableSandboxedEnvironment":
    """Return what renders templates, a town's own before those that come along.

    Whatever a template prints is escaped, and stays text for the CMS as well.
    """
    from jinja2 import ChoiceLoader, DictLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([DictLoader(dict(own)), DictLoader(dict(TEMPLATES))]),
        autoescape=True,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def _shown(value: Any) -> Any:
    """Print nothing for what is not stated, and text as text."""
    if value is None:
        return ""
    return value if hasattr(value, "__html__") else Markup(markup(str(value)))  # noqa: S704 - escaped in `markup`


def rendered(own: tuple[tuple[str, str], ...], name: str, **given: Any) -> str:
    """Fill in a template. Raises `OptionError` where a town's own one asks for what there is not."""
    from jinja2 import TemplateError

    try:
        return environment(own).get_template(name).render(**given)
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        raise OptionError(_problem(name, error)) from error


def _problem(name: str, error: Exception) -> Message:
    line = getattr(error, "lineno", None)
    return say(
        "the template {name} cannot be used: {problem}",
        "die Vorlage {name} ist nicht zu gebrauchen: {problem}",
        name=name,
        problem=f"line {line}: {error}" if line else str(error),
    )
