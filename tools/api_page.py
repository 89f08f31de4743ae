"""Write the reference pages of the Python API: one page for each public module, from signatures and docstrings."""

import inspect
import re
from collections.abc import Iterator
from enum import Enum
from functools import cached_property
from importlib import import_module
from pathlib import Path
from types import FunctionType
from typing import Any

from integrationskonzept.class_docs import ClassDoc, attribute_texts

FOLDER = Path(__file__).parent.parent / "docs" / "reference" / "api"

MODULES = (
    "integrationskonzept",
    "integrationskonzept.blocks",
    "integrationskonzept.cli.session",
    "integrationskonzept.comparison",
    "integrationskonzept.documents",
    "integrationskonzept.drafts",
    "integrationskonzept.errors",
    "integrationskonzept.evaluation",
    "integrationskonzept.findings",
    "integrationskonzept.formats",
    "integrationskonzept.i18n",
    "integrationskonzept.merging",
    "integrationskonzept.model",
    "integrationskonzept.observations",
    "integrationskonzept.plugins",
    "integrationskonzept.plugins.inputs",
    "integrationskonzept.plugins.kit",
    "integrationskonzept.portfolio",
    "integrationskonzept.rules",
    "integrationskonzept.tabular",
    "integrationskonzept.testing",
    "integrationskonzept.translation",
)
"""The public modules; what is public in them is what their ``__all__`` lists."""

_CONSTANTS = {
    "hookimpl": "Decorator that marks a function as the implementation of the hook of its name.",
    "pass_session": "Decorator of a click command that passes the `Session` of the call as the first argument.",
}

_HEADER = "<!-- written by `nox -s generate` from the sources; edit the docstrings there -->\n"
_SECTION = re.compile(r"(Args|Returns|Raises|Yields|Attributes):")
_ITEM = re.compile(r"(?P<name>[\w.* ,]+): (?P<text>.*)")


def file_of(module: str) -> Path:
    """Return the page of a module."""
    return FOLDER / f"{module.removeprefix('integrationskonzept.')}.md"


def page(module: str) -> str:
    """Return the page of a module."""
    found = import_module(module)
    lines = [f"# `{module}`", "", _HEADER, *prose(found.__doc__ or ""), ""]
    for name in sorted(found.__all__, key=lambda name: (name.lower(), name)):
        lines += [*entry(name, getattr(found, name), module), ""]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).rstrip() + "\n"


def index() -> str:
    """Return the page that lists the modules."""
    lines = ["# The Python API", "", _HEADER]
    lines += ["Every public module, and what it is for. [Stability](../stability.md) says what stays as it is.", ""]
    lines += ["| module | |", "| --- | --- |"]
    for module in MODULES:
        summary = (import_module(module).__doc__ or "").split("\n", maxsplit=1)[0]
        lines.append(f"| [`{module}`]({file_of(module).name}) | {summary} |")
    return "\n".join(lines) + "\n"


def entry(name: str, thing: Any, module: str) -> Iterator[str]:
    """Yield the lines about one public name."""
    yield f"## `{name}`"
    yield ""
    if home := _elsewhere(thing, name, module):
        yield f"See [`{home}`]({file_of(home).name})."
    elif isinstance(thing, type):
        yield from class_lines(thing)
    elif not isinstance(thing, FunctionType):
        yield from prose(_CONSTANTS.get(name, f"A constant of the type `{type(thing).__name__}`."))
    else:
        yield from [f"```text\n{name}{signature(thing)}\n```", "", *prose(inspect.getdoc(thing) or "")]


def _elsewhere(thing: Any, name: str, module: str) -> str | None:
    """Return the public module, the one with the longest name, whose page describes a thing of another module."""
    defined = f"{getattr(thing, '__module__', '')}."
    home = max((each for each in MODULES[1:] if defined.startswith(f"{each}.")), key=len, default=None)
    return home if home not in {None, module} and name in import_module(str(home)).__all__ else None


def class_lines(kind: type) -> Iterator[str]:
    """Yield the lines about a class: what it is, its attributes and its methods."""
    stated = next((vars(each)["__doc__"] for each in kind.__mro__ if vars(each).get("__doc__")), "")
    yield from prose(stated.text if isinstance(stated, ClassDoc) else str(stated))
    yield ""
    if issubclass(kind, Enum):
        yield "Values: " + ", ".join(f"`{member.value}`" for member in kind)
        yield ""
    for name, text in attribute_texts(kind).items():
        typed, _, meaning = text.partition(". ")
        yield f"- `{name}`: `{typed.rstrip('.')}`. {one_line(meaning)}".rstrip()
    yield ""
    for name, member in sorted(_members(kind).items()):
        if name.startswith("_"):
            continue
        function = member.__func__ if isinstance(member, (classmethod, staticmethod)) else member
        if isinstance(member, (property, cached_property)):
            got = member.fget if isinstance(member, property) else member.func
            yield f"- `{name}` (property): {one_line((got and got.__doc__) or '')}"
        elif isinstance(function, FunctionType):
            summary = (inspect.getdoc(function) or "").partition("\n\n")[0]
            yield f"- `{name}{signature(function)}`: {one_line(summary)}"


def _members(kind: type) -> dict[str, Any]:
    """Return the members of a class, with those of its bases that stand on no page."""
    public = {id(getattr(found, name)) for found in map(import_module, MODULES) for name in found.__all__}
    ours = [base for base in kind.__mro__ if base.__module__.startswith("integrationskonzept")]
    return {
        name: member
        for base in reversed(ours)
        if base is kind or id(base) not in public
        for name, member in vars(base).items()
    }


def signature(function: Any) -> str:
    """Return the signature of a function without ``self``, and with the names of types only."""
    try:
        found = inspect.signature(function)
    except (TypeError, ValueError):
        return "(…)"
    kept = [one for name, one in found.parameters.items() if name not in {"self", "cls"}]
    text = str(found.replace(parameters=kept))
    text = re.sub(r"\b(?:[a-z_]\w*\.)+(?=[A-Za-z_])", "", text)
    text = re.sub(r"<(\w+)[^>]*>", r"\1", text)
    return text.replace("'", "") if "->" in text and "'" in text.partition("->")[2] else text


def one_line(text: str) -> str:
    """Return a docstring's paragraph as one line of Markdown."""
    return " ".join(text.split()).replace("``", "`").replace("|", "\\|")


def prose(docstring: str) -> Iterator[str]:
    """Yield a docstring as Markdown: paragraphs, sections as lists, examples as code."""
    for paragraph in inspect.cleandoc(docstring).split("\n\n"):
        first = paragraph.split("\n", maxsplit=1)[0]
        if paragraph.startswith(">>>"):
            yield f"```pycon\n{paragraph}\n```"
        elif section := _SECTION.fullmatch(first):
            yield f"{section[1]}:"
            yield ""
            yield from _items(paragraph.split("\n")[1:])
        else:
            yield "\n".join(line.strip() for line in paragraph.split("\n")).replace("``", "`")
        yield ""


def _items(lines: list[str]) -> Iterator[str]:
    """Yield the entries of a section as items of a list."""
    items: list[str] = []
    for line in map(str.rstrip, lines):
        if line.startswith("    ") and not line.startswith("     ") and _ITEM.match(line.strip()):
            items.append(line.strip())
        elif items:
            items[-1] += f" {line.strip()}"
        else:
            items.append(line.strip())
    for item in items:
        found = _ITEM.fullmatch(item)
        yield f"- `{found['name']}`: {one_line(found['text'])}" if found else f"- {one_line(item)}"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "index.md").write_text(index(), encoding="utf-8")
    for public in MODULES:
        file_of(public).write_text(page(public), encoding="utf-8")
