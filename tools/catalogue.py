"""Update the gettext catalogues from the sources: `nox -s generate`.

The library and each plugin of this repository has a domain: a package with a catalogue of its own.
A catalogue holds these kinds of text: sentences (marked by `message`, `N_`, `say` or `Message(template=…)`),
the labels of the model's nouns and attributes (context ``label``), the values of its lists
(context: the list's class, such as ``MeasureKind``), and, in the library's, the help of the commands
(context ``help``) with click's own sentences, and what the schema for editors says (context ``meaning``).

A new sentence is added without German, a new label with the German term of its docstring, marked
fuzzy until somebody has checked it and removed the mark. Tests fail until then.

The words that a plugin writes for the public, in its module ``headings.py``, have further languages: one for each
folder beside ``locale/de``.
"""

import ast
import io
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from integrationskonzept.formats.schema import english_texts
from tools.docstrings import attributes
from tools.help_texts import added_help_texts, click_sentences, help_texts

_ROOT = Path(__file__).parent.parent

GERMAN = "de"
PUBLIC = "headings.py"
"""The module of a plugin with words for the public, which are in more languages than those for staff."""


def fields(language: str) -> tuple[str, ...]:
    """Return the header of a catalogue; only German has a form for the plural."""
    plural = ("Plural-Forms: nplurals=2; plural=(n != 1);",) if language == GERMAN else ()
    return (
        f"Language: {language}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        *plural,
    )


_ABOUT = {
    True: "# What {domain} says to people, in German. English is the source.",
    False: "# What {domain} writes for the public, in one of its languages. English is the source.",
}
_PLACES = "# Sentences keep their places ({measure}) exactly; nox -s generate brings in what is new."
_MARKERS = {"N_", "message", "say"}
_TERM_ENDS = re.compile(
    r"[.,:;(]|\s(?:a|about|and|as|at|by|for|found|from|in|it|made|named|of|on|or|seen|such|that|the|they|to|used|where|with)\s"
)


class Text(NamedTuple):
    """A translatable text with its file, its context and the German term at the start of its docstring."""

    english: str
    file: str
    context: str | None = None
    suggestion: str = ""
    plural: str = ""

    @property
    def id(self) -> str | tuple[str, str]:
        """The text, and the one for several if there is one."""
        return (self.english, self.plural) if self.plural else self.english


class Domain(NamedTuple):
    """A package with sentences for people, and the catalogue of one language."""

    package: Path
    language: str = GERMAN

    @property
    def name(self) -> str:
        """Return the name of the package, which is that of its catalogue."""
        return self.package.name

    @property
    def file(self) -> Path:
        """Return the catalogue; the compiled one lies beside it."""
        return self.package / "locale" / self.language / "LC_MESSAGES" / f"{self.name}.po"


CORE = Domain(_ROOT / "src" / "integrationskonzept")
_PLUGINS = [Domain(module.parent) for module in sorted(_ROOT.glob("plugins/*/src/*/__init__.py"))]
_FURTHER = [
    Domain(plugin.package, folder.name)
    for plugin in _PLUGINS
    for folder in sorted(plugin.package.glob("locale/*"))
    if folder.name != GERMAN
]
DOMAINS = (CORE, *_PLUGINS, *_FURTHER)


def texts(domain: Domain) -> Iterator[Text]:
    """Yield every text for people in the sources of a domain, in a stable order."""
    for file in sorted(domain.package.rglob("*.py" if domain.language == GERMAN else PUBLIC)):
        name = file.relative_to(domain.package.parent.parent).as_posix()
        tree = ast.parse(file.read_text(encoding="utf-8"))
        yield from (Text(sentence, name) for sentence in _sentences(tree))
        if domain is not CORE:
            continue
        if "model" in file.relative_to(domain.package).parts:
            yield from _labels(tree, name)
        if "model" in file.relative_to(domain.package).parts or file.name == "findings.py":
            yield from _values(tree, name)
    if domain is not CORE and domain.language == GERMAN:
        yield from (Text(text, file, "help") for text, file in added_help_texts(domain.package.name))
    if domain is CORE:
        yield from (Text(text, file, "help") for text, file in help_texts())
        yield from (Text(text, "integrationskonzept/formats/schema.py", "meaning") for text in english_texts())
        yield from (Text(text, "click", plural=plural) for text, plural in click_sentences())


def _sentences(tree: ast.AST) -> Iterator[str]:
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        marked = call.args[:1] if name in _MARKERS else []
        marked += [keyword.value for keyword in call.keywords if name == "Message" and keyword.arg == "template"]
        if not any(keyword.arg == "translations" for keyword in call.keywords):
            yield from (str(found.value) for found in marked if isinstance(found, ast.Constant))


def _classes(tree: ast.Module) -> Iterator[tuple[ast.ClassDef, bool]]:
    """Yield the public classes, each with True if it is a list of values."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node, any(isinstance(base, ast.Name) and base.id == "StrEnum" for base in node.bases)


def _is_record(decorator: ast.expr) -> bool:
    return ast.unparse(decorator) == "record"


def _labels(tree: ast.Module, file: str) -> Iterator[Text]:
    for node in (node for node, is_list in _classes(tree) if not is_list):
        if not any(_is_record(decorator) for decorator in node.decorator_list):
            continue
        noun = re.sub(r"(?<!^)(?=[A-Z])", " ", node.name).lower()
        yield Text(noun, file, "label", _term(ast.get_docstring(node)))
        for name, said in attributes(node):
            if not name.startswith("_"):
                yield Text(name.replace("_", " "), file, "label", _term(said))


def _values(tree: ast.Module, file: str) -> Iterator[Text]:
    for node in (node for node, is_list in _classes(tree) if is_list):
        for statement in node.body:
            if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant):
                yield Text(ast.unparse(statement.targets[0]).lower().replace("_", " "), file, node.name)


def _term(docstring: str | None) -> str:
    return _TERM_ENDS.split(docstring or "", maxsplit=1)[0].strip()


def template(said: Iterable[Text]) -> Catalog:
    """Return a catalogue of the texts without translations."""
    catalogue = Catalog()
    for text in said:
        catalogue.add(text.id, context=text.context, locations=[(text.file, 0)])
    return catalogue


def current(domain: Domain) -> Catalog:
    """Return the catalogue of a domain, updated from the sources."""
    said = list(texts(domain))
    catalogue = _read(domain)
    new = {(text.id, text.context) for text in said} - {(entry.id, entry.context) for entry in catalogue}
    catalogue.update(template(said), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    for text in said:
        entry = catalogue.get(text.english, context=text.context)
        if entry and not entry.string and text.suggestion and (text.id, text.context) in new:
            entry.string = text.suggestion
            entry.flags.add("fuzzy")
    return catalogue


def _read(domain: Domain) -> Catalog:
    if not domain.file.exists():
        return Catalog(locale=domain.language)
    with domain.file.open("rb") as file:
        return read_po(file, locale=domain.language)


def written(catalogue: Catalog, domain: Domain) -> bytes:
    """Return the catalogue of a domain as a .po file, the same bytes for the same texts."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=110, omit_header=True, include_lineno=False, sort_output=True)
    stated = (f'"{field}\\n"' for field in fields(domain.language))
    lines = [_ABOUT[domain.language == GERMAN], _PLACES, 'msgid ""', 'msgstr ""', *stated, "", ""]
    header = "\n".join(lines).replace("{domain}", "the library" if domain is CORE else domain.name)
    return header.encode() + buffer.getvalue()


class _Shipped(Catalog):
    """A catalogue with a stable header: Babel's holds its version and a date."""

    def __init__(self, said: Catalog, language: str) -> None:
        super().__init__()
        self.said, self.language = said, language

    def __iter__(self) -> Iterator[Message]:
        yield Message("", "".join(f"{field}\n" for field in fields(self.language)))
        yield from (entry for entry in self.said if entry.id)


def compiled(catalogue: Catalog, language: str) -> bytes:
    """Return the catalogue as a .mo file, the same bytes for the same texts, whichever Babel is installed."""
    buffer = io.BytesIO()
    write_mo(buffer, _Shipped(catalogue, language))
    return buffer.getvalue()


def lacking(catalogue: Catalog) -> list[str]:
    """List the texts without a translation, or with one that nobody has checked."""
    return [str(entry.id) for entry in catalogue if entry.id and (entry.fuzzy or not _complete(entry.string))]


def _complete(translation: str | Sequence[str] | None) -> bool:
    return bool(translation) and all(translation or ())


def main() -> int:
    """Write both files of every domain; print the texts without a translation, and return 1 if there are any."""
    missing = []
    for domain in DOMAINS:
        catalogue = current(domain)
        domain.file.parent.mkdir(parents=True, exist_ok=True)
        domain.file.write_bytes(written(catalogue, domain))
        domain.file.with_suffix(".mo").write_bytes(compiled(catalogue, domain.language))
        missing += [f"{domain.name}, {domain.language}: {english}" for english in lacking(catalogue)]
    for english in missing:
        print(f"no translation yet: {english}", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main())
