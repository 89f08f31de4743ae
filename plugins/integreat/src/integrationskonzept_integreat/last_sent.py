"""Hashes of the pages as they were last sent, so that an editor's changes are seen and not overwritten.

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
from integrationskonzept_integreat.i18n import say

_OURS = re.compile(r'<div lang="[\w-]+" dir="(?:ltr|rtl)">')
_NOTHING = re.compile(r"(?:\s|&nbsp;|<br ?/?>|</?(?:div|p|span|h\d)(?: [^<>]*)?>)*")


@define(kw_only=True)
class LastSent:
    """What is known of the pages of one region, by number and language."""

    file: Path
    region: str
    """Address of the CMS and name of the region."""
    pages: dict[str, list[str]]
    """Hashes of what the CMS shows unless somebody else changed it: as it was seen after sending, and as sent since."""

    @classmethod
    def beside(cls, site: Path, server: str, region: str, *, afresh: bool = False) -> "LastSent":
        """Read what is kept beside a site's file; nothing where there is none yet.

        Raises `OptionError` where the file is damaged, unless it may be written afresh.
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
        """Tell whether somebody else changed a page since it was last sent; None where nothing is known of that."""
        hashes = self.pages.get(_key(number, language))
        return None if hashes is None else _hash(content) not in hashes

    def has_sent(self, number: int) -> bool:
        """Tell whether a page was sent before, in whatever language."""
        return any(page.startswith(f"{number} ") for page in self.pages)

    def sending(self, number: int, language: str, content: str) -> None:
        """Keep what is about to be sent: should its outcome never be heard of, it is still no editor's change.

        Raises `OSError`.
        """
        seen = self.pages.get(_key(number, language), [])[:1]
        self._keep(_key(number, language), [*seen, _hash(content)])

    def seen(self, number: int, language: str, content: str) -> None:
        """Keep what the CMS shows of what was sent. Raises `OSError`."""
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
    """Tell by its beginning whether a page was made by this plugin, whatever became of it since."""
    return _OURS.match(content) is not None


def is_empty(content: str) -> bool:
    """Tell whether a page has nothing on it that could be lost."""
    return _NOTHING.fullmatch(content) is not None


def _key(number: int, language: str) -> str:
    return f"{number} {language}"


def _hash(content: str) -> str:
    return sha256(content.encode("utf-8", "surrogatepass")).hexdigest()


def _kept(file: Path) -> dict[str, dict[str, list[str]]]:
    """Read what is kept of all regions. Raises `OSError`, `ValueError` and `RecursionError`."""
    try:
        kept = json.loads(file.read_bytes())
    except FileNotFoundError:
        return {}
    if not _is_whole(kept):
        raise ValueError("regions, pages and hashes were expected")
    return kept  # type: ignore[no-any-return]  # as has been seen


def _is_whole(kept: Any) -> bool:
    return isinstance(kept, dict) and all(
        isinstance(pages, dict) and all(isinstance(hashes, list) for hashes in pages.values())
        for pages in kept.values()
    )


def _damaged(file: Path, problem: str) -> Message:
    return say(
        "{file} cannot be read, so nobody knows which pages were edited in the CMS: {problem}; bring back an older"
        " copy, or go on with -o overwrite=yes, which writes it anew and replaces what the CMS shows",
        "{file} ist nicht lesbar; welche Seiten im CMS bearbeitet wurden, ist daher nicht bekannt: {problem};"
        " eine ältere Kopie zurückholen oder mit -o overwrite=yes fortfahren: das schreibt die Datei neu und ersetzt,"
        " was das CMS zeigt",
        file=file,
        problem=problem,
    )
