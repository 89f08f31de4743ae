"""Sites of the bundled towns, and of one of any size."""

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import integrationskonzept as ik
from integrationskonzept.testing import town
from integrationskonzept.translation import CatalogueFile, new_file, phrases_in, update_catalogue

TOWNS = ("musterstadt-2025", "musterstadt-2027", "sachsenheim")
TODAY = "2027-11-30"


def site(concept: ik.Concept, **options: Any) -> dict[str, str]:
    """Return the text files of a site by their names."""
    files = ik.export(concept, "site", **{"today": TODAY, **options}).files
    return {file.name: file.content.decode("utf-8") for file in files}


def large_town(measures: int) -> ik.Concept:
    """Return a fictitious town with many measures."""
    lines = ["fields_of_action:"]
    for field in range(measures // 30):
        lines += [f"  - id: feld-{field}", f"    title: Feld {field}", "    measures:"]
        for number in range(30):
            lines += [
                f"      - id: m-{field}-{number}",
                f"        title: Maßnahme {field}.{number}",
                "        leads: [stadt]",
                f"        indicators: [{{id: i-{field}-{number}, title: Teilnehmende, unit: Personen}}]",
            ]
    return town("\n".join(["actors: [{id: stadt, title: Stadt}]", *lines]))


class Page(HTMLParser):
    """The links, ids and headings of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.headings: list[int] = []
        self.root: dict[str, str | None] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Take what a tag says."""
        stated = dict(attributes)
        if tag == "html":
            self.root = stated
        if tag in {"a", "link"} and stated.get("href"):
            self.links.append(stated["href"] or "")
        if tag == "script" and stated.get("src"):
            self.links.append(stated["src"] or "")
        if stated.get("id"):
            self.ids.add(stated["id"] or "")
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self.headings.append(int(tag[1]))


def catalogue(concept: ik.Concept, language: str, folder: Path) -> Path:
    """Write a catalogue of a whole concept, and return the folder."""
    found = update_catalogue(new_file(language, "musterstadt"), phrases_in(concept.public()))
    entries = [one.entry.changed(translation=f"«{one.phrase.text}»") for one in found.texts]
    content = CatalogueFile(entries=(found.file.entries[0], *entries)).content
    (folder / f"{language}.po").write_bytes(content)
    return folder
