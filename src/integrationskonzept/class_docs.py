"""Docstrings of classes that list their attributes with type, default and meaning, for `help` and ``?``.

The meanings are the docstrings that stand below the attributes in the source. Python does not keep those, so that
``python -m tools.meanings`` writes them into a file. It is read when a docstring is asked for.
"""

import json
from functools import cache
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

MEANINGS = Path(__file__).with_name("meanings.json")
"""The docstring of every attribute of a class that attrs builds, by class and name."""


_LONGEST_DEFAULT = 40


@cache
def meanings() -> "dict[str, dict[str, str]]":
    """Return the docstring of every attribute, by the class that declares it and by name."""
    found: dict[str, dict[str, str]] = json.loads(MEANINGS.read_text("utf-8"))
    return found


class ClassDoc:
    """The docstring of a class, with a section on its attributes that is made when the docstring is read."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __get__(self, instance: object, owner: type) -> str:
        """Return the docstring."""
        lines = [f"    {name}: {text}" for name, text in attribute_texts(owner).items()]
        return "\n".join([self.text, "", "Attributes:", *lines]) if lines else self.text


def attribute_texts(kind: type) -> "dict[str, str]":
    """Return what each attribute of a class that attrs builds holds, and what it means, by name."""
    found = {}
    for each in getattr(kind, "__attrs_attrs__", ()):
        if not each.name.startswith("_"):
            texts = (meanings().get(owner.__name__, {}).get(each.name) for owner in kind.__mro__)
            typed = f"{type_text(_stated_type(kind, each.name))}{_default(each.default)}."
            found[each.name] = " ".join([typed, *filter(None, [next(filter(None, texts), None)])])
    return found


def _stated_type(kind: type, name: str) -> object:
    """Return the annotation of an attribute as the source has it, whether attrs has resolved it or not."""
    return next(_annotations(owner)[name] for owner in kind.__mro__ if name in _annotations(owner))


def _annotations(kind: type) -> "dict[str, object]":
    found: dict[str, object] = vars(kind).get("__annotations__", {})
    return found


def type_text(annotation: object) -> str:
    """Return an annotation as a reader writes it: without modules, and with the names of annotated types."""
    if isinstance(annotation, str):
        return annotation
    if isinstance(annotation, type) and not hasattr(annotation, "__args__"):
        return annotation.__name__
    inside = getattr(annotation, "__metadata__", None)
    if inside is not None:
        return type_text(annotation.__origin__)  # type: ignore[attr-defined]  # an annotated type
    arguments = getattr(annotation, "__args__", ())
    if not arguments:
        return str(annotation).rpartition(".")[2]
    if type(annotation).__name__ in {"UnionType", "_UnionGenericAlias"}:
        return " | ".join("None" if each is type(None) else type_text(each) for each in arguments)
    texts = ["..." if each is ... else type_text(each) for each in arguments]
    if str(annotation).startswith("collections.abc.Callable"):
        return f"Callable[[{', '.join(texts[:-1])}], {texts[-1]}]"
    listed = ", ".join(texts)
    return f"{getattr(annotation, '__name__', str(annotation))}[{listed}]"


def _default(default: object) -> str:
    """Return the default of an attribute, as an addition to its type."""
    if repr(default) == "NOTHING":
        return ", required"
    shown = default.__name__ if isinstance(default, type) else repr(default)
    is_told = default is not None and len(shown) <= _LONGEST_DEFAULT and shown not in {"()", "Extra({})"}
    return f", default {shown}" if is_told else ""


def document_classes(names: "Mapping[str, object]") -> None:
    """Give the classes that attrs built among some names a docstring with their attributes."""
    for found in [*names.values()]:
        if isinstance(found, type) and "__attrs_attrs__" in vars(found):
            document_class(found)


def document_class(kind: type) -> None:
    """Give a class that attrs builds a docstring with its attributes."""
    stated = vars(kind).get("__doc__")
    if isinstance(stated, str):
        type.__setattr__(kind, "__doc__", ClassDoc(stated))
