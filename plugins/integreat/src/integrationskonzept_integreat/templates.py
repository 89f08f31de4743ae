"""Page templates of towns: HTML in place of the body that `page_blocks` makes."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from integrationskonzept import Message
from integrationskonzept.errors import OptionError
from integrationskonzept_integreat.html_text import markup
from integrationskonzept_integreat.i18n import message

if TYPE_CHECKING:  # slow to import, and not needed to check a concept
    from jinja2.sandbox import ImmutableSandboxedEnvironment


TEMPLATES = frozenset(
    f"{page}.html"
    for page in ("action-days", "activities", "concept", "field", "offers", "overarching", "roles", "start")
)
"""Names of the templates that a town can write: one for each kind of page."""


def templates_in(folder: Path) -> tuple[tuple[str, str], ...]:
    """Return a town's own templates. Raises `OptionError` if one cannot be used."""
    if not folder.is_dir():
        raise OptionError(message("{folder} is no folder", folder=folder))
    own = tuple((file.name, file.read_text("utf-8")) for file in sorted(folder.glob("*.html")))
    for name, source in own:
        _usable(name, source)
    return own


def _usable(name: str, source: str) -> None:
    from jinja2 import TemplateError

    if name not in TEMPLATES:
        raise OptionError(
            message(
                "no page is made by a template {name}; there are {known}",
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
    """Return the Jinja environment with a town's own templates.

    Printed values are escaped, and remain text in the CMS as well.
    """
    from jinja2 import DictLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(
        loader=DictLoader(dict(own)),
        autoescape=True,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def _shown(value: Any) -> Any:
    """Return printed values as HTML: None is empty, text is escaped."""
    if value is None:
        return ""
    return value if hasattr(value, "__html__") else Markup(markup(str(value)))  # noqa: S704 - escaped in `markup`


def rendered(own: tuple[tuple[str, str], ...], name: str, **given: Any) -> str:
    """Return a town's own template, rendered. Raises `OptionError` if it uses unknown names."""
    from jinja2 import TemplateError

    try:
        return environment(own).get_template(name).render(**given)
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        raise OptionError(_problem(name, error)) from error


def _problem(name: str, error: Exception) -> Message:
    line = getattr(error, "lineno", None)
    return message(
        "the template {name} cannot be used: {problem}",
        name=name,
        problem=f"line {line}: {error}" if line else str(error),
    )
