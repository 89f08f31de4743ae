"""Hashes of the pages as last sent, to detect changes by editors and not overwrite them.

A small file beside the site's own, such as ``integreat.sent.json`` beside ``integreat.toml``, holds a
hash for each page and language of each region; no text and no token.
"""

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

from attrs import define

from integrationskonzept import Message
from integrationskonzept.errors import OptionError
from integrationskonzept.files import write_whole
from integrationskonzept_integreat.i18n import message

_OURS = re.compile(r'<div lang="[\w-]+" dir="(?:ltr|rtl)">')
_NOTHING = re.compile(r"(?:\s|&nbsp;|<br ?/?>|</?(?:div|p|span|h\d)(?: [^<>]*)?>)*")


@define(kw_only=True)
class LastSent:
    """Hashes of the pages of one region, by number and language."""

    file: Path
    region: str
    """Address of the CMS and name of the region."""
    pages: dict[str, list[str]]
    """Hashes of pages that nobody else changed: as seen after sending, and as sent since."""

    @classmethod
    def beside(cls, site: Path, server: str, region: str, *, afresh: bool = False) -> "LastSent":
        """Return the hashes in the file beside the site's; none if there is no file yet.

        Raises `OptionError` if the file is damaged, unless it may be replaced.
        """
        file, name = site.with_suffix(".sent.json"), f"{server}/{region}"
        try:
            kept = _kept(file)
        except (OSError, ValueError, RecursionError) as error:
            if not afresh:
                raise OptionError(_damaged(file, getattr(error, "strerror", None) or str(error))) from None
            kept = {}
        return cls(file=file, region=name, pages=kept.get(name, {}))

    def is_edited(self, number: int, language: str, content: str) -> bool | None:
        """Return whether somebody else changed a page since it was last sent; None if unknown."""
        hashes = self.pages.get(_key(number, language))
        return None if hashes is None else _hash(content) not in hashes

    def has_sent(self, number: int) -> bool:
        """Return whether a page was sent before, in any language."""
        return any(page.startswith(f"{number} ") for page in self.pages)

    def sending(self, number: int, language: str, content: str) -> None:
        """Record a page before sending: if the outcome remains unknown, it is no change by an editor.

        Raises `OSError`.
        """
        seen = self.pages.get(_key(number, language), [])[:1]
        self._keep(_key(number, language), [*seen, _hash(content)])

    def seen(self, number: int, language: str, content: str) -> None:
        """Record a page as the CMS shows it after sending. Raises `OSError`."""
        self._keep(_key(number, language), [_hash(content)])

    def _keep(self, page: str, hashes: list[str]) -> None:
        if self.pages.get(page) == hashes:
            return
        self.pages[page] = hashes
        try:
            kept = _kept(self.file)  # other regions
        except (ValueError, RecursionError):
            kept = {}
        write_whole(
            self.file, (json.dumps({**kept, self.region: self.pages}, indent=1, sort_keys=True) + "\n").encode()
        )


def is_ours(content: str) -> bool:
    """Return whether a page begins like those of this plugin, even if it was edited since."""
    return _OURS.match(content) is not None


def is_empty(content: str) -> bool:
    """Return whether a page has no content that could be lost."""
    return _NOTHING.fullmatch(content) is not None


def _key(number: int, language: str) -> str:
    return f"{number} {language}"


def _hash(content: str) -> str:
    return sha256(content.encode("utf-8", "surrogatepass")).hexdigest()


def _kept(file: Path) -> dict[str, dict[str, list[str]]]:
    """Return the hashes of all regions. Raises `OSError`, `ValueError` and `RecursionError`."""
    try:
        kept = json.loads(file.read_bytes())
    except FileNotFoundError:
        return {}
    if not _is_whole(kept):
        raise ValueError("regions, pages and hashes were expected")
    return kept  # type: ignore[no-any-return]  # checked by `_is_whole`


def _is_whole(kept: Any) -> bool:
    return isinstance(kept, dict) and all(
        isinstance(pages, dict) and all(isinstance(hashes, list) for hashes in pages.values())
        for pages in kept.values()
    )


def _damaged(file: Path, problem: str) -> Message:
    return message(
        "{file} cannot be read, so nobody knows which pages were edited in the CMS: {problem}; bring back an older"
        " copy, or go on with -o overwrite=yes, which writes it anew and replaces what the CMS shows",
        file=file,
        problem=problem,
    )
