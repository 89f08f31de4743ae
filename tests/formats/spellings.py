"""One concept in many spellings of YAML, as people and programs write it."""

import json
from collections.abc import Callable
from typing import Any

import yaml

from integrationskonzept.formats import yaml_reader
from integrationskonzept.formats.yaml_writer import Layout, pair


class QuotingDumper(yaml.SafeDumper):
    """A dumper that writes every text in double quotes."""


QuotingDumper.add_representer(
    str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')
)


def dumped(data: Any, dumper: Any = yaml.SafeDumper, **options: Any) -> str:
    return str(yaml.dump(data, Dumper=dumper, sort_keys=False, allow_unicode=True, **options))


def emitted(data: Any, layout: Layout) -> str:
    return "".join(line + "\n" for key, value in data.items() for line in pair(key, value, 0, layout))


def commented(data: Any) -> str:
    """Return the text with a comment after every line, and one above."""
    lines = dumped(_on_one_line(data), width=10**9).splitlines()
    said = (f"# vor {number}\n{line}  # nach {number}\n" for number, line in enumerate(lines))
    return "".join(said)


def _on_one_line(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _on_one_line(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_on_one_line(value) for value in data]
    return data.replace("\n", " ").strip() if isinstance(data, str) else data


Spelling = Callable[[str], str]


def _respelled(spell: Callable[[Any], str]) -> Spelling:
    return lambda text: spell(yaml_reader.read(text.encode()).data)


SPELLINGS: dict[str, Spelling] = {
    "as it is": lambda text: text,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "no newline at the end": lambda text: text.rstrip("\n"),
    "four spaces": _respelled(lambda data: emitted(data, Layout(step=4, dash=4))),
    "dashes not indented": _respelled(lambda data: emitted(data, Layout(dash=0))),
    "leaves in brackets": _respelled(lambda data: dumped(data, default_flow_style=None, width=10**9)),
    "all in brackets": _respelled(lambda data: dumped(data, default_flow_style=True)),
    "all quoted": _respelled(lambda data: dumped(data, QuotingDumper)),
    "JSON": _respelled(lambda data: json.dumps(data, indent=2, ensure_ascii=False)),
    "comments on every line": _respelled(commented),
    "byte order mark": lambda text: f"\ufeff{text}",
}
IN_BRACKETS = {"leaves in brackets", "all in brackets", "JSON"}
