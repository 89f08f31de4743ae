"""Files of gettext (PO) as lists of entries; an entry that is not changed is written back as it was, line for line.

Babel drops headers it does not know and the previous texts of entries, which a translator's program wrote; so the
files that people work on are read and written here.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator

from attrs import define, evolve, field, frozen

from integrationskonzept.errors import InvalidCatalogueError
from integrationskonzept.i18n.messages import message

FUZZY = "fuzzy"
"""The flag of a translation that somebody has to look at."""

_LF = "\n"
_SHOWN = 60
"""Letters of a line that is shown."""
_KEYWORD = re.compile(r'(?P<name>msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)\s*(?P<text>".*")')
_ESCAPED = re.compile(r'\\(?:([abfnrtv"\\])|x([0-9a-fA-F]{2})|([0-7]{1,3}))')
_CHARACTERS = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", '"': '"', "\\": "\\"}
_ESCAPES = str.maketrans({character: f"\\{letter}" for letter, character in _CHARACTERS.items()})


@frozen(kw_only=True)
class Entry:
    """A text with its translation, as a file of gettext holds it."""

    text: str
    """The text to translate; empty for the header of the file."""
    context: str | None = None
    """What tells equal texts apart: the place of the text."""
    translation: str = ""
    """The translation; empty if there is none."""
    comments: tuple[str, ...] = ()
    """The lines that are neither about the kind of text nor flags or previous texts, such as a translator's remarks."""
    kind: tuple[str, ...] = ()
    """What kind of text it is, for translators."""
    flags: tuple[str, ...] = ()
    """Marks, `FUZZY` among them."""
    previous: str | None = None
    """The text that the translation was made for, where that was a different one."""
    previous_context: str | None = None
    """The place of that text, where it was a different one."""
    is_obsolete: bool = False
    """Whether nothing asks for the text any more, so that only its translation is kept."""
    is_plural: bool = False
    """Whether it has forms for one and for several."""
    raw: str | None = field(default=None, eq=False)
    """The lines of the file; None for an entry that was made or changed."""

    @property
    def is_fuzzy(self) -> bool:
        """Whether somebody has to look at the translation."""
        return FUZZY in self.flags

    def changed(self, **attributes: object) -> "Entry":
        """Return the entry with different attributes; itself if they are the same."""
        new = evolve(self, **attributes)  # type: ignore[arg-type]  # the attributes of this class
        return self if new == self else evolve(new, raw=None)

    @property
    def written(self) -> str:
        """The lines of the entry."""
        return self.raw if self.raw is not None else "".join(f"{line}\n" for line in self._lines())

    def _lines(self) -> Iterator[str]:
        yield from self.comments
        yield from (f"#. {line}" for line in self.kind)
        if self.flags:
            yield f"#, {', '.join(self.flags)}"
        mark = "#~ " if self.is_obsolete else ""
        before = "#~| " if self.is_obsolete else "#| "
        if self.previous_context is not None:
            yield from _keyword(before, "msgctxt", self.previous_context)
        if self.previous is not None:
            yield from _keyword(before, "msgid", self.previous)
        if self.context is not None:
            yield from _keyword(mark, "msgctxt", self.context)
        yield from _keyword(mark, "msgid", self.text)
        yield from _keyword(mark, "msgstr", self.translation)


def _keyword(mark: str, name: str, text: str) -> Iterator[str]:
    lines = [line for line in re.split(r"(?<=\n)", text) if line]
    if len(lines) > 1:
        lines = ["", *lines]
    first, *others = lines or [""]
    yield f"{mark}{name} {_quoted(first)}"
    yield from (f"{mark}{_quoted(line)}" for line in others)


def _quoted(text: str) -> str:
    return f'"{text.translate(_ESCAPES)}"'


@frozen(kw_only=True)
class CatalogueFile:
    """A file of gettext."""

    entries: tuple[Entry, ...] = ()
    """Its entries, with its header, in their order."""
    rest: str = ""
    """Comments after the last entry."""
    line_end: str = "\n"
    """The end of its lines."""

    @property
    def content(self) -> bytes:
        """The bytes of the file."""
        parts = (*(entry.written for entry in self.entries), self.rest)
        written = "\n".join(f"{part.strip(_LF)}{_LF}" for part in parts if part.strip())
        return written.replace("\n", self.line_end).encode()


def read_file(content: bytes, name: str = "catalogue.po") -> CatalogueFile:
    """Return the entries of a file.

    Raises:
        InvalidCatalogueError: It is not UTF-8, or a line belongs to no entry; `name` is that of the file.
    """
    try:
        text = content.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        raise _invalid(name, str(error)) from None
    lines = text.replace("\r\n", "\n").split("\n")
    entries, rest = _parsed(lines, name)
    return CatalogueFile(entries=tuple(entries), rest=rest, line_end="\r\n" if "\r\n" in text else "\n")


def _invalid(name: str, problem: object) -> InvalidCatalogueError:
    return InvalidCatalogueError(
        message("{file} is no catalogue of translations: {problem}", file=name, problem=problem)
    )


@define
class _Reader:
    """The entry that is being read."""

    lines: list[str] = field(factory=list)
    texts: dict[str, list[str]] = field(factory=dict)
    last: str | None = None
    """The keyword that lines without one continue."""
    comments: list[str] = field(factory=list)
    kind: list[str] = field(factory=list)
    flags: list[str] = field(factory=list)
    is_obsolete: bool = False

    def begins_anew(self, line: str) -> bool:
        """Return whether the entry is complete, and a line is the first of the next one."""
        bare = _bare(line)
        is_first = (line.startswith("#") and bare == line) or bare.startswith(("msgctxt", "msgid ", 'msgid"', "|"))
        return any(name.startswith("msgstr") for name in self.texts) and is_first

    def add(self, line: str) -> bool:
        """Take a line, and return whether it has a place in a file of gettext."""
        self.lines.append(line)
        bare = _bare(line)
        self.is_obsolete |= line.startswith("#~")
        if bare.startswith("#|"):
            bare = bare[1:]
        if bare.startswith("|"):
            return self._take(bare[1:].strip(), "|")
        if bare.startswith("#"):
            self._comment(bare)
            return True
        return not bare or self._take(bare, "")

    def _take(self, bare: str, mark: str) -> bool:
        found = _KEYWORD.fullmatch(bare)
        if found:
            self.last = mark + found["name"]
            self.texts[self.last] = []
        text = found["text"] if found else bare
        if self.last is None or len(text) < 2 or not text.startswith('"') or not text.endswith('"'):  # noqa: PLR2004 - a pair of quotes
            return False
        self.texts[self.last].append(_ESCAPED.sub(_unescaped, text[1:-1]))
        return True

    def _comment(self, line: str) -> None:
        if line.startswith("#."):
            self.kind.append(line[2:].strip())
        elif line.startswith("#,"):
            self.flags += [flag.strip() for flag in line[2:].split(",") if flag.strip()]
        else:
            self.comments.append(line)

    @property
    def raw(self) -> str:
        """The lines as they stand in the file."""
        return "".join(f"{line}\n" for line in self.lines)

    @property
    def entry(self) -> Entry:
        """The entry."""
        texts = {name: "".join(parts) for name, parts in self.texts.items()}
        return Entry(
            text=texts["msgid"],
            context=texts.get("msgctxt"),
            translation=texts.get("msgstr", ""),
            comments=tuple(self.comments),
            kind=tuple(self.kind),
            flags=tuple(self.flags),
            previous=texts.get("|msgid"),
            previous_context=texts.get("|msgctxt"),
            is_obsolete=self.is_obsolete,
            is_plural="msgid_plural" in texts,
            raw=self.raw,
        )


def _bare(line: str) -> str:
    """Return a line without the mark of obsolete entries."""
    return line.removeprefix("#~").strip()


def _unescaped(found: re.Match[str]) -> str:
    letter, hexadecimal, octal = found.groups()
    if letter:
        return _CHARACTERS[letter]
    return chr(int(hexadecimal, 16) if hexadecimal else int(octal, 8))


def _parsed(lines: Iterable[str], name: str) -> tuple[list[Entry], str]:
    """Return the entries, and the comments after the last one."""
    entries: list[Entry] = []
    reader, begin = _Reader(), 1
    for number, line in enumerate(lines, start=1):
        if reader.begins_anew(line):
            entries.append(_complete(reader, begin, name))
            reader, begin = _Reader(), number
        if not reader.add(line):
            raise _invalid(
                name, message("line {line} belongs to no entry: {text}", line=number, text=line.strip()[:_SHOWN])
            )
    if not reader.texts:
        return entries, reader.raw
    return [*entries, _complete(reader, begin, name)], ""


def _complete(reader: _Reader, line: int, name: str) -> Entry:
    if "msgid" not in reader.texts:
        raise _invalid(name, message("the entry in line {line} has no msgid", line=line))
    return reader.entry
