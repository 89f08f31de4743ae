"""Build the pages of a concept in every language."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import field, frozen

from integrationskonzept import Concept
from integrationskonzept.model import ActionDay, FieldOfAction, Group, Interface, Offer, Role
from integrationskonzept_integreat.catalogue import Catalogue, Phrase
from integrationskonzept_integreat.cms_html import cleaned
from integrationskonzept_integreat.context_builder import ContextBuilder
from integrationskonzept_integreat.language import source_language
from integrationskonzept_integreat.page import ACTION_DAYS, OFFERS, OVERARCHING, ROLES, START, Page
from integrationskonzept_integreat.page_blocks import page_html
from integrationskonzept_integreat.pursuit import pursued
from integrationskonzept_integreat.translator import Text, Translator

LONGEST_TITLE = 1024
"""Maximum length of a title in the CMS."""


@frozen(kw_only=True)
class Outline:
    """A page independent of language."""

    key: str
    address: str
    parent: str | None
    template: str


@frozen(kw_only=True)
class PageSet:
    """All pages of a concept in all languages."""

    given: Concept
    """The concept as given."""
    concept: Concept
    """The part of the concept that is still pursued, from which the pages are built."""
    source: str
    """The language of the concept."""
    pages: tuple[Page, ...]
    """Language by language, the concept's own first; a page comes after its parent."""
    phrases: tuple[Phrase, ...] = field(repr=False)
    """Every text that could be translated, in the order of the pages."""
    changed: tuple[Page, ...] = ()
    """Pages whose template produced HTML that the CMS would change."""
    orphans: tuple[Page, ...] = ()
    """Pages left out because their parent is not translated: the CMS would not show them."""

    def inside(self, language: str) -> tuple[Page, ...]:
        """Return the pages in one language."""
        return tuple(page for page in self.pages if page.language == language)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the pages, the concept's own first."""
        return tuple(dict.fromkeys(page.language for page in self.pages))


def outlines(concept: Concept) -> Iterator[Outline]:
    """Yield every page with content, the start page first."""
    yield Outline(key=START, address=concept.address, parent=None, template="start.html")
    for area in concept.every(FieldOfAction):
        above = concept.parent(area.address)
        parent = above.address if isinstance(above, FieldOfAction) else START
        yield Outline(key=area.address, address=area.address, parent=parent, template="field.html")
    stated = concept.overarching
    if stated and any((stated.goals, stated.measures, stated.activities, stated.action_days)):
        yield Outline(key=OVERARCHING, address=concept.address, parent=START, template="overarching.html")
    for key, nouns in ((OFFERS, (Offer,)), (ACTION_DAYS, (ActionDay,)), (ROLES, (Role, Interface, Group))):
        if any(concept.every(noun) for noun in nouns):
            yield Outline(key=key, address=concept.address, parent=START, template=f"{key}.html")


def build_pages(
    concept: Concept,
    *,
    own: tuple[tuple[str, str], ...] = (),
    catalogues: Iterable[Catalogue] = (),
    languages: Iterable[str] = (),
) -> PageSet:
    """Return the pages of a concept, in its own language and in those of the catalogues.

    Measures and goals that are no longer pursued are left out. A page exists in a translation as soon as one of
    the concept's texts on it is translated and its parent exists. `languages`, if given, are the only ones built.
    Raises `OptionError` if a town's own template fails.
    """
    given, concept = concept, pursued(concept)
    source, wanted = source_language(concept), set(languages)
    others = [catalogue for catalogue in catalogues if catalogue.language != source]
    phrases: dict[Phrase, None] = {}
    pages: list[Page] = []
    changed: list[Page] = []
    orphans: list[Page] = []
    for language, catalogue in [(source, None), *((one.language, one) for one in others)]:
        if wanted and language not in wanted:
            continue
        there: set[str | None] = {None}
        for outline in outlines(concept):
            translator = Translator(language=language, source=source, catalogue=catalogue)
            page, same = _page(concept, outline, translator, own)
            phrases |= dict.fromkeys(translator.asked)
            if page.parent not in there:
                orphans += [page] if page.translated else []
            elif page.translated or not page.texts:
                there.add(page.key)
                pages.append(page)
                changed += [] if same else [page]
    return PageSet(
        given=given,
        concept=concept,
        source=source,
        pages=tuple(pages),
        phrases=tuple(phrases),
        changed=tuple(changed),
        orphans=tuple(orphans),
    )


def _page(
    concept: Concept, outline: Outline, translator: Translator, own: tuple[tuple[str, str], ...]
) -> tuple[Page, bool]:
    builder = ContextBuilder(concept=concept, translator=translator)
    title, shown = _shown(builder, outline)
    content = page_html(own, outline.template, translator, shown)
    kept = cleaned(content)
    texts = [said for phrase, said in translator.asked.items() if "/" in phrase.place]
    page = Page(
        key=outline.key,
        address=outline.address,
        parent=outline.parent,
        language=translator.language,
        title=_short(title.value),
        content=kept,
        texts=len(texts),
        translated=sum(texts),
    )
    return page, kept == content


def _short(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"


def _shown(builder: ContextBuilder, outline: Outline) -> tuple[Text, Mapping[str, Any]]:
    """Return the title of a page and the context of its template."""
    word, concept = builder.translator.word, builder.concept
    match outline.key:
        case "start":
            view = builder.concept_view()
            return view.title, {"concept": view}
        case "overarching":
            assert concept.overarching is not None  # noqa: S101 - checked by `outlines`
            return word("about_overarching"), {"field_of_action": builder.overarching(concept.overarching)}
        case "offers":
            return word("about_offers"), {"themes": builder.themes()}
        case "action-days":
            return word("about_action_days"), {"activities": builder.action_days()}
        case "roles":
            parts = {"roles": builder.roles(), "interfaces": builder.interfaces(), "groups": builder.groups()}
            return word("about_roles"), parts
        case _:
            field = builder.field_of_action(concept.field_of_action(outline.address.partition("/")[2]))
            return field.title, {"field_of_action": field}
