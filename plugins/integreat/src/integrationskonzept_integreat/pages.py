"""Build the pages of a concept in every language."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any

from attrs import field, frozen

from integrationskonzept import Concept
from integrationskonzept.evaluation import corrected_dates
from integrationskonzept.translation import Phrase, TranslationCoverage
from integrationskonzept_ical.sequence import day_of
from integrationskonzept_integreat.cms_html import cleaned
from integrationskonzept_integreat.context_builder import ContextBuilder
from integrationskonzept_integreat.language import source_language
from integrationskonzept_integreat.options import PageOptions
from integrationskonzept_integreat.page import ACTION_DAYS, ACTIVITIES, CONCEPT, OFFERS, OVERARCHING, ROLES, START, Page
from integrationskonzept_integreat.page_blocks import page_html
from integrationskonzept_integreat.page_outline import Outline, outlines
from integrationskonzept_integreat.pursuit import pursued
from integrationskonzept_integreat.translator import Text, Translator

DEFAULT_OPTIONS = PageOptions()

LONGEST_TITLE = 1024
"""Maximum length of a title in the CMS."""


@frozen(kw_only=True)
class PageSet:
    """All pages of a concept in all languages."""

    given: Concept
    """The concept as given."""
    concept: Concept
    """The part of the concept that is still pursued, from which the pages are built."""
    source: str
    """The language of the concept."""
    today: date
    """The day of the export: activities that are over are on no page."""
    about_concept: bool
    """Whether there are pages about the concept."""
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


def build_pages(
    concept: Concept, options: PageOptions = DEFAULT_OPTIONS, languages: Collection[str] | None = None
) -> PageSet:
    """Return the pages of the public part of a concept, in its own language and in those of the catalogues.

    What is over on the day of the export is left out, and the concept itself unless it is asked for; of it, measures
    and goals that are no longer pursued. A page exists in a translation as soon as one of the concept's texts on it is
    translated and its parent exists. `languages`, if given, replace those of the options.
    Raises `OptionError` if a town's own template fails.
    """
    concept = corrected_dates(concept.public()) if options.corrected_dates else concept.public()
    today = options.today or day_of(concept)
    given, concept = concept, pursued(concept)
    source, wanted = source_language(concept), options.languages if languages is None else languages
    others = [catalogue for catalogue in options.catalogues if catalogue.language != source]
    phrases: dict[Phrase, None] = {}
    pages: list[Page] = []
    changed: list[Page] = []
    orphans: list[Page] = []
    for language, catalogue in [(source, None), *((one.language, one) for one in others)]:
        if wanted and language not in wanted:
            continue
        there: set[str | None] = {None}
        for outline in outlines(concept, today, about_concept=options.about_concept):
            translator = Translator(language=language, source=source, catalogue=catalogue)
            page, same = _page(
                ContextBuilder(concept=concept, translator=translator, today=today), outline, options.own
            )
            phrases |= dict.fromkeys(translator.asked)
            said = [is_said for phrase, is_said in translator.asked.items() if "/" in phrase.place]
            if page.parent not in there:
                orphans += [page] if any(said) else []
            elif any(said) or not said:
                there.add(page.key)
                pages.append(page)
                changed += [] if same else [page]
    return PageSet(
        given=given,
        concept=concept,
        source=source,
        today=today,
        about_concept=options.about_concept,
        pages=tuple(pages),
        phrases=tuple(phrases),
        changed=tuple(changed),
        orphans=tuple(orphans),
    )


def _page(builder: ContextBuilder, outline: Outline, own: tuple[tuple[str, str], ...]) -> tuple[Page, bool]:
    translator = builder.translator
    title, shown = _shown(builder, outline)
    content = page_html(own, outline.template, translator, shown)
    kept = cleaned(content)
    page = Page(
        key=outline.key,
        address=outline.address,
        parent=outline.parent,
        language=translator.language,
        title=_short(title.value),
        content=kept,
        coverage=TranslationCoverage(texts=len(translator.asked), translated=sum(translator.asked.values())),
    )
    return page, kept == content


def _short(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"


_Shown = tuple[Text, Mapping[str, Any]]
"""The title of a page, and the context of its template."""


def _shown(builder: ContextBuilder, outline: Outline) -> _Shown:
    make = _CONTEXTS.get(outline.key)
    if make:
        return make(builder)
    field = builder.field_of_action(builder.concept.field_of_action(outline.address.partition("/")[2]))
    return field.title, {"field_of_action": field}


def _start(builder: ContextBuilder) -> _Shown:
    shown = {"municipality": builder.municipality(), "overview": builder.overview()}
    return builder.translator.word("about_start"), shown


def _offers(builder: ContextBuilder) -> _Shown:
    return builder.translator.word("about_offers"), {"themes": builder.themes()}


def _activities(builder: ContextBuilder) -> _Shown:
    return builder.translator.word("about_activities"), {"activities": builder.activities()}


def _action_days(builder: ContextBuilder) -> _Shown:
    return builder.translator.word("about_action_days"), {"activities": builder.action_days()}


def _concept(builder: ContextBuilder) -> _Shown:
    view = builder.concept_view()
    return view.title, {"concept": view}


def _overarching(builder: ContextBuilder) -> _Shown:
    stated = builder.concept.overarching
    assert stated is not None  # noqa: S101 - checked by `outlines`
    return builder.translator.word("about_overarching"), {"field_of_action": builder.overarching(stated)}


def _roles(builder: ContextBuilder) -> _Shown:
    parts = {"roles": builder.roles(), "interfaces": builder.interfaces(), "groups": builder.groups()}
    return builder.translator.word("about_roles"), parts


_CONTEXTS: Mapping[str, Callable[[ContextBuilder], _Shown]] = {
    START: _start,
    OFFERS: _offers,
    ACTIVITIES: _activities,
    ACTION_DAYS: _action_days,
    CONCEPT: _concept,
    OVERARCHING: _overarching,
    ROLES: _roles,
}
"""What makes title and context of a page, by its key; all others are fields of action."""
