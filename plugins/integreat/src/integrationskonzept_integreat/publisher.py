"""The publisher ``integreat``: it brings pages of the CMS up to date, and only those that differ."""

import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from difflib import get_close_matches
from importlib.metadata import version
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from integrationskonzept import Concept, Loss, Message, Publisher, SendOutcome, SendPlan, SendStep, Sent, TargetState
from integrationskonzept.errors import OptionError
from integrationskonzept_integreat import answers
from integrationskonzept_integreat.cleaning import cleaned
from integrationskonzept_integreat.client import Cms, Missing, Refusal, Shown, UnreachableError
from integrationskonzept_integreat.losses import LARGEST, losses_of, warnings_of
from integrationskonzept_integreat.options import PushOptions
from integrationskonzept_integreat.page import Page
from integrationskonzept_integreat.pages import Book
from integrationskonzept_integreat.secret import Token, tokens_from
from integrationskonzept_integreat.words import say
from integrationskonzept_integreat.writing import book_for

if TYPE_CHECKING:  # heavy, and not needed by whoever only checks a concept
    import httpx


@frozen(kw_only=True)
class PageStep(SendStep):
    """Bringing one page in one language up to date."""

    page: Page
    number: int
    """Number of the page in the CMS."""
    before: str | None = field(repr=False)
    """What visitors saw when it was planned; None where they saw nothing."""


@define(kw_only=True)
class _Findings:
    """What planning finds out."""

    steps: list[PageStep] = field(factory=list)
    losses: list[Loss] = field(factory=list)
    warnings: list[Loss] = field(factory=list)


@frozen(kw_only=True)
class Pusher:
    """Plans and sends; what it needs of the machine is given to it."""

    environment: Mapping[str, str]
    sleep: Callable[[float], object]
    transport: "httpx.BaseTransport | None" = None

    def plan(self, concept: Concept, options: PushOptions) -> SendPlan:
        """Compare the pages with those that visitors see. Reads the CMS and needs no token.

        Raises `OptionError` where the site lacks something, where tokens are not kept safely, or
        where the CMS cannot be reached: then nothing can be planned.
        """
        book = book_for(concept, options)
        tokens = tokens_from(options.tokens, self.environment)
        found = _Findings(losses=[*losses_of(concept, book), *_unplaced(book, options)], warnings=[*warnings_of(book)])
        found.warnings += _unknown_keys(book, options, tokens)
        placed = [page for page in book.pages if page.key in options.place.pages]
        with self._open(options) as cms:
            try:
                for page in _spoken(cms.languages(), cms.region, placed, found):
                    _look(cms, options, page, found)
            except UnreachableError as error:
                raise OptionError(error.said) from None
        found.warnings += _without_token(found.steps, tokens)
        return SendPlan(steps=tuple(found.steps), losses=tuple(found.losses), warnings=tuple(found.warnings))

    def perform(self, plan: SendPlan, options: PushOptions) -> Iterator[Sent]:
        """Send each page that differs, and look whether visitors see it."""
        tokens = tokens_from(options.tokens, self.environment)
        reachable = True
        with self._open(options) as cms:
            for step in plan.steps:
                if not isinstance(step, PageStep):
                    raise TypeError(f"expected a step of this publisher, got {type(step).__name__}")
                sent = _skipped(step, reachable=reachable)
                try:
                    yield sent or _sent(cms, options, step, tokens.get(step.page.key))
                except UnreachableError as error:
                    reachable = False
                    yield Sent(step=step, outcome=SendOutcome.FAILED, reason=error.said)

    @contextmanager
    def _open(self, options: PushOptions) -> Iterator[Cms]:
        import httpx

        place = options.place
        if place.server is None or place.region is None:
            raise OptionError(_NO_SITE)
        agent = f"integrationskonzept-integreat/{version('integrationskonzept-integreat')}"
        with httpx.Client(
            timeout=options.timeout,
            follow_redirects=False,  # a token goes to the server it was meant for, and nowhere else
            trust_env=not place.is_here,  # nor to a proxy, in the clear, on the way to this very machine
            headers={"User-Agent": agent, "Accept": "application/json", "Accept-Encoding": "gzip"},
            transport=self.transport,
        ) as http:
            yield Cms(
                server=place.server,
                region=place.region,
                http=http,
                timeout=options.timeout,
                attempts=options.attempts,
                sleep=self.sleep,
            )


_NO_SITE = say(
    "the site is not known: name a file with 'server', 'region' and the numbers of the pages, such as"
    " site=integreat.toml; the exporter 'integreat-pages' writes one to be filled in",
    "wo die Seiten sind, ist nicht bekannt: eine Datei mit 'server', 'region' und den Nummern der Seiten angeben, etwa"
    " site=integreat.toml; der Exporter 'integreat-pages' schreibt eine zum Ausfüllen",
)


def _spoken(
    languages: frozenset[str] | Missing | Refusal, region: str, pages: list[Page], found: _Findings
) -> Iterator[Page]:
    """Yield the pages in languages that the region has; the others are lost."""
    if isinstance(languages, Missing):
        raise OptionError(_with(answers.UNKNOWN_REGION, region=region))
    if isinstance(languages, Refusal):
        raise OptionError(languages.reason)
    for page in pages:
        if page.language in languages:
            yield page
        else:
            lost = _with(answers.UNKNOWN_LANGUAGE, language=page.language)
            found.losses.append(Loss(address=page.address, message=lost))


def _look(cms: Cms, options: PushOptions, page: Page, found: _Findings) -> None:
    """Compare a page with what visitors see of it."""
    number = options.place.pages[page.key]
    shown = cms.page(page.language, number)
    if isinstance(shown, Refusal):
        raise OptionError(shown.reason)
    if isinstance(shown, Missing):
        unknown = answers.is_unknown(shown.words)
        sentence = answers.UNKNOWN_PAGE if unknown else answers.invisible(shown.words)
        told = Loss(address=page.address, message=_with(sentence, number=number, language=page.language))
        (found.losses if unknown else found.warnings).append(told)
        if not unknown:
            edited = f"{cms.server}/{cms.region}/pages/{page.language}/{number}/edit/"
            found.steps.append(_step(page, number, TargetState.NEW, edited, None))
    else:
        state = TargetState.SAME if _same(page, shown, options) else TargetState.CHANGED
        found.steps.append(_step(page, number, state, shown.url, shown.content))


def _step(page: Page, number: int, state: TargetState, target: str, before: str | None) -> PageStep:
    action = say(
        "page {title!r} in {language}", "Seite {title!r} auf {language}", title=page.title, language=page.language
    )
    return PageStep(
        address=page.address, action=action, state=state, target=target, page=page, number=number, before=before
    )


def _with(sentence: Message, **values: object) -> Message:
    return Message(template=sentence.template, values=values, translations=sentence.translations)


def _skipped(step: PageStep, *, reachable: bool) -> Sent | None:
    """Leave out what is there already, and everything once the CMS cannot be reached any more."""
    if step.state is TargetState.SAME:
        return Sent(step=step, outcome=SendOutcome.SKIPPED, reason=answers.UNCHANGED)
    return None if reachable else Sent(step=step, outcome=SendOutcome.SKIPPED, reason=answers.NOT_TRIED)


def _same(page: Page, shown: Shown, options: PushOptions) -> bool:
    """Tell whether visitors see a page as it would be sent."""
    internal = options.place.internal
    ours = cleaned(page.content, internal)
    return shown.content == ours or cleaned(shown.content, internal) == ours


def _sent(cms: Cms, options: PushOptions, step: PageStep, token: Token | None) -> Sent:
    """Send a page, and look whether visitors see it. Raises `UnreachableError`."""
    if token is None:
        return Sent(step=step, outcome=SendOutcome.FAILED, reason=answers.NO_TOKEN)
    if len(step.page.content.encode()) > LARGEST:
        return Sent(step=step, outcome=SendOutcome.FAILED, reason=answers.TOO_LARGE)

    def arrived() -> bool:
        now = cms.page(step.page.language, step.number)
        return isinstance(now, Shown) and _same(step.page, now, options)

    refusal = cms.push(step.page.language, token, step.page.content, arrived)
    if refusal is not None:
        return Sent(step=step, outcome=SendOutcome.FAILED, reason=refusal.reason)
    now = cms.page(step.page.language, step.number)
    if not isinstance(now, Shown) or now.content == step.before:
        return Sent(step=step, outcome=SendOutcome.FAILED, reason=answers.HIDDEN)
    doubt = None if _same(step.page, now, options) else answers.OTHERWISE
    return Sent(step=step, outcome=SendOutcome.DONE, reason=doubt)


def _unplaced(book: Book, options: PushOptions) -> Iterator[Loss]:
    for key, address in dict.fromkeys((page.key, page.address) for page in book.pages):
        if key not in options.place.pages:
            lost = say(
                "the site names no number of the page {key!r} in the CMS, so it is not sent",
                "keine Nummer der Seite {key!r} im CMS bekannt; sie wird nicht gesendet",
                key=key,
            )
            yield Loss(address=address, message=lost)


def _unknown_keys(book: Book, options: PushOptions, tokens: Mapping[str, Token]) -> Iterator[Loss]:
    known = {page.key for page in book.pages}
    for key in dict.fromkeys((*options.place.pages, *tokens)):
        if key not in known:
            near = next(iter(get_close_matches(key, known, 1)), None)
            doubt = say(
                "the concept has no page {key!r}{hint}",
                "das Konzept hat keine Seite {key!r}{hint}",
                key=key,
                hint=say("; did you mean {near!r}?", "; gemeint ist vielleicht {near!r}", near=near) if near else "",
            )
            yield Loss(address=book.concept.address, message=doubt)


def _without_token(steps: list[PageStep], tokens: Mapping[str, Token]) -> Iterator[Loss]:
    waiting = {step.page.key: step for step in steps if step.state is not TargetState.SAME}
    for key, step in waiting.items():
        if key not in tokens:
            doubt = say(
                "there is no token for the page {key!r}; without one it cannot be sent",
                "für die Seite {key!r} gibt es kein Token; ohne Token kann sie nicht gesendet werden",
                key=key,
            )
            yield Loss(address=step.address, message=doubt)


def publisher(pusher: Pusher) -> Publisher:
    """Make a publisher of what plans and sends."""
    return Publisher(
        name="integreat",
        title=say("Pages in the Integreat CMS", "Seiten im Integreat-CMS"),
        plan=pusher.plan,
        perform=pusher.perform,
        options=PushOptions,
    )


PUBLISHER = publisher(Pusher(environment=os.environ, sleep=time.sleep))
