"""Plan of a publication: each page compared with the page in the CMS and with the last one sent."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from attrs import define, evolve, field, frozen

from integrationskonzept import Loss, Message, SendStep, TargetState
from integrationskonzept.errors import OptionError
from integrationskonzept_integreat import cms_messages
from integrationskonzept_integreat.client import Cms, Missing, Refusal, Shown
from integrationskonzept_integreat.cms_html import cleaned
from integrationskonzept_integreat.i18n import message
from integrationskonzept_integreat.last_sent import LastSent, is_empty, is_ours
from integrationskonzept_integreat.options import PushOptions
from integrationskonzept_integreat.page import Page
from integrationskonzept_integreat.pages import PageSet
from integrationskonzept_integreat.token import Token


@frozen(kw_only=True)
class PageStep(SendStep):
    """The update of one page in one language."""

    page: Page
    number: int
    """Number of the page in the CMS."""
    before: str | None = field(repr=False)
    """The content visible when it was planned; None if nothing was."""
    edited: Message | None = None
    """The reason to send it only on request: it would overwrite edits made in the CMS."""


@define(kw_only=True)
class Planner:
    """Planner that collects steps, losses and warnings page by page."""

    options: PushOptions
    last: LastSent
    steps: list[PageStep] = field(factory=list)
    losses: list[Loss] = field(factory=list)
    warnings: list[Loss] = field(factory=list)

    def plan(self, cms: Cms, page_set: PageSet, tokens: Mapping[str, Token]) -> None:
        """Compare every page that has a number. Raises `OptionError` and `UnreachableError`."""
        place = self.options.place
        self.losses += _unplaced(page_set, place.pages)
        self.warnings += _unknown_pages(page_set, place.pages, self.last)
        self.warnings += _unknown_tokens(page_set, [key for key in tokens if key not in place.pages])
        for page in self._in_known_languages(cms, [page for page in page_set.pages if page.key in place.pages]):
            self._plan_page(cms, page, place.pages[page.key])
        self.warnings += _without_token(self.steps, self.options, tokens)

    def _in_known_languages(self, cms: Cms, pages: list[Page]) -> Iterator[Page]:
        """Yield the pages in languages of the region; others become losses."""
        languages = cms.languages()
        if isinstance(languages, Missing):
            raise OptionError(_with(cms_messages.UNKNOWN_REGION, region=cms.region))
        if isinstance(languages, Refusal):
            raise OptionError(languages.reason)
        for page in pages:
            if page.language in languages:
                yield page
            else:
                self._lose(page, cms_messages.UNKNOWN_LANGUAGE, language=page.language)

    def _plan_page(self, cms: Cms, page: Page, number: int) -> None:
        """Compare a page with the one that visitors see."""
        shown = cms.page(page.language, number)
        if isinstance(shown, Refusal):
            raise OptionError(shown.reason)
        if isinstance(shown, Shown):
            self._compare(page, number, shown)
        elif cms_messages.is_unknown(shown.words):
            self._lose(page, cms_messages.UNKNOWN_PAGE, number=number)
        else:
            self._doubt(page, _with(cms_messages.invisible(shown.words), number=number, language=page.language))
            edited = f"{cms.server}/{cms.region}/pages/{page.language}/{number}/edit/"
            self._add(page, number, TargetState.NEW, edited, None)

    def _compare(self, page: Page, number: int, shown: Shown) -> None:
        """Add a step that distinguishes changes of the concept from edits in the CMS."""
        edited = self.last.is_edited(number, page.language, shown.content)
        if is_same(page, shown, self.options):
            self._add(page, number, TargetState.SAME, shown.url, shown.content)
        elif edited:
            self._keep(page, number, shown, cms_messages.EDITED_STATE, cms_messages.EDITED)
        elif edited is None and is_ours(shown.content):
            unknown = _with(cms_messages.PERHAPS_EDITED, file=self.last.file)
            self._keep(page, number, shown, cms_messages.PERHAPS_EDITED_STATE, unknown)
        else:
            self._add(page, number, TargetState.CHANGED, shown.url, shown.content)
            if edited is None and not is_empty(shown.content):
                self._doubt(page, _with(cms_messages.NEVER_SENT, number=number, language=page.language))

    def _keep(self, page: Page, number: int, shown: Shown, words: Message, why: Message) -> None:
        self._add(page, number, TargetState.EDITED, shown.url, shown.content, state_words=words, edited=why)
        said = cms_messages.OVERWRITTEN if self.options.overwrite else why
        self._doubt(page, _of_page(page, said))

    def _add(
        self, page: Page, number: int, state: TargetState, target: str, before: str | None, **why: Message
    ) -> None:
        step = PageStep(
            address=page.address,
            action=_named(page),
            state=state,
            target=target,
            page=page,
            number=number,
            before=before,
            **why,
        )
        self.steps.append(step)

    def _lose(self, page: Page, sentence: Message, **values: object) -> None:
        self.losses.append(Loss(address=page.address, message=_with(sentence, **values)))

    def _doubt(self, page: Page, said: Message) -> None:
        self.warnings.append(Loss(address=page.address, message=said))


def is_same(page: Page, shown: Shown, options: PushOptions) -> bool:
    """Return whether visitors see a page as it would be sent."""
    internal = options.place.internal
    ours = cleaned(page.content, internal)
    return shown.content == ours or cleaned(shown.content, internal) == ours


def _named(page: Page) -> Message:
    return message("page {title!r} in {language}", title=page.title, language=page.language)


def _of_page(page: Page, said: Message) -> Message:
    return message("{page}: {said}", page=_named(page), said=said)


def _with(sentence: Message, **values: object) -> Message:
    return evolve(sentence, values=values)


def _unplaced(page_set: PageSet, numbers: Mapping[str, int]) -> Iterator[Loss]:
    for key, address in dict.fromkeys((page.key, page.address) for page in page_set.pages):
        if key not in numbers:
            lost = message(
                "the site names no number of the page {key!r} in the CMS, so it is not sent",
                key=key,
            )
            yield Loss(address=address, message=lost)


def _unknown_pages(page_set: PageSet, numbers: Mapping[str, int], last: LastSent) -> Iterator[Loss]:
    """Yield the pages of the site that the concept no longer has, or never had."""
    known = {page.key for page in page_set.pages}
    for key, number in numbers.items():
        if key not in known:
            sentence = _DROPPED if last.has_sent(number) else _DROPPED_OR_MISTYPED
            doubt = _with(sentence, key=key, number=number, hint=_hint(key, known))
            yield Loss(address=page_set.concept.address, message=doubt)


_DROPPED = message(
    "the concept has no page {key!r} any more; page {number} stays visible as it was last sent:"
    " archive it in the CMS, and remove its line from the site",
)
_DROPPED_OR_MISTYPED = message(
    "the concept has no page {key!r}{hint}; if it had one before, page {number} stays visible until somebody archives"
    " it in the CMS",
)


def _unknown_tokens(page_set: PageSet, keys: Iterable[str]) -> Iterator[Loss]:
    known = {page.key for page in page_set.pages}
    for key in keys:
        if key not in known:
            doubt = message(
                "there is a token for a page {key!r}, which the concept has not{hint}",
                key=key,
                hint=_hint(key, known),
            )
            yield Loss(address=page_set.concept.address, message=doubt)


def _hint(key: str, known: Iterable[str]) -> Message | str:
    near = next(iter(get_close_matches(key, known, 1)), None)
    return message("; did you mean {near!r}?", near=near) if near else ""


def _without_token(steps: list[PageStep], options: PushOptions, tokens: Mapping[str, Token]) -> Iterator[Loss]:
    held = {TargetState.SAME} if options.overwrite else {TargetState.SAME, TargetState.EDITED}
    waiting = {step.page.key: step for step in steps if step.state not in held}
    for key, step in waiting.items():
        if key not in tokens:
            doubt = message(
                "there is no token for the page {key!r}; without one it cannot be sent",
                key=key,
            )
            yield Loss(address=step.address, message=doubt)
