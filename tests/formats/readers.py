"""YAML readers of other projects, set to the core schema of YAML 1.2."""

import re
from typing import Any

import yaml


class CoreLoader(yaml.SafeLoader):
    """The loader of PyYAML with the scalars of YAML 1.2 instead of those of 1.1."""


CoreLoader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("null", r"null|Null|NULL|~|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_pattern})$"), _first)


def _float(loader: CoreLoader, node: yaml.ScalarNode) -> float:
    return float(node.value)


CoreLoader.add_constructor("tag:yaml.org,2002:float", _float)


def read_as_yaml_1_2(text: str) -> Any:
    """Return the data of PyYAML for `text` under the core schema of YAML 1.2."""
    return yaml.load(text, CoreLoader)  # noqa: S506 - a safe loader


def word_of_yaml_1_2(text: str) -> Any:
    """Return the value of a plain scalar under the core schema of YAML 1.2, by PyYAML's resolver."""
    loader = CoreLoader("")
    tag = loader.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]  # PyYAML's stubs
    return loader.construct_object(yaml.ScalarNode(tag, text))


def read_as_yaml_1_1(text: str) -> Any:
    """Return the data of PyYAML for `text` with its defaults."""
    return yaml.load(text, yaml.CSafeLoader)
