"""Publisher ``integreat``: updates the pages of the CMS that differ."""

import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from integrationskonzept import Concept, Message, Publisher, SendOutcome, SendPlan, Sent, TargetState
from integrationskonzept.errors import OptionError
from integrationskonzept_integreat import PUBLISHER, cms_messages
from integrationskonzept_integreat.client import Cms, Shown, UnreachableError
from integrationskonzept_integreat.cms_html import cleaned
from integrationskonzept_integreat.i18n import message
from integrationskonzept_integreat.last_sent import LastSent
from integrationskonzept_integreat.losses import LARGEST, losses_of, warnings_of
from integrationskonzept_integreat.options import PushOptions
from integrationskonzept_integreat.page_plan import PageStep, Planner, is_same
from integrationskonzept_integreat.pages import build_pages
from integrationskonzept_integreat.token import Token, tokens_from

if TYPE_CHECKING:  # slow to import, and not needed to check a concept
    import httpx

__all__ = ["PageStep", "Pusher", "perform", "plan", "publisher"]


@frozen(kw_only=True)
class Pusher:
    """Planner and sender of pages; its access to the machine is passed in."""

    environment: Mapping[str, str]
    sleep: Callable[[float], object]
    transport: "httpx.BaseTransport | None" = None

    def plan(self, concept: Concept, options: PushOptions) -> SendPlan:
        """Return the plan: the pages compared with those that visitors see. Reads the CMS and needs no token.

        Raises `OptionError` if the site is incomplete, tokens are readable by others, the hashes of the last run
        cannot be read, or the CMS cannot be reached.
        """
        page_set = build_pages(concept, options)
        tokens = tokens_from(options.tokens, self.environment)
        planner = Planner(options=options, last=_last_sent(options))
        with self._open(options) as cms:
            try:
                planner.plan(cms, page_set, tokens)
            except UnreachableError as error:
                raise OptionError(error.said) from None
        return SendPlan(
            steps=tuple(planner.steps),
            losses=(*losses_of(concept, page_set), *planner.losses),
            warnings=(*warnings_of(page_set, options), *planner.warnings),
        )

    def perform(self, plan: SendPlan, options: PushOptions) -> Iterator[Sent]:
        """Send each page that differs and that nobody edited in the CMS, and check that visitors see it."""
        tokens = tokens_from(options.tokens, self.environment)
        reachable, last = True, _last_sent(options)
        with self._open(options) as cms:
            for step in plan.steps:
                if not isinstance(step, PageStep):
                    raise TypeError(f"expected a step of this publisher, got {type(step).__name__}")
                try:
                    yield _skipped(step, options, last, reachable=reachable) or _sent(
                        cms, options, last, step, tokens.get(step.page.key)
                    )
                except UnreachableError as error:
                    reachable = False
                    yield Sent(step=step, outcome=SendOutcome.FAILED, reason=error.said)
                except OSError as error:
                    yield Sent(step=step, outcome=SendOutcome.FAILED, reason=_not_kept(last, error))

    @contextmanager
    def _open(self, options: PushOptions) -> Iterator[Cms]:
        import httpx

        _, server, region = _stated(options)
        agent = f"integrationskonzept-integreat/{version('integrationskonzept-integreat')}"
        with httpx.Client(
            timeout=options.timeout,
            follow_redirects=False,  # a token is sent to its own server only
            trust_env=not options.place.is_here,  # and not unencrypted through a proxy to this machine
            headers={"User-Agent": agent, "Accept": "application/json", "Accept-Encoding": "gzip"},
            transport=self.transport,
        ) as http:
            yield Cms(
                server=server,
                region=region,
                http=http,
                timeout=options.timeout,
                attempts=options.attempts,
                sleep=self.sleep,
            )


_NO_SITE = message(
    "the site is not known: name a file with 'server', 'region' and the numbers of the pages, such as"
    " site=integreat.toml; the exporter 'integreat-pages' writes one to be filled in",
)


def _stated(options: PushOptions) -> tuple[Path, str, str]:
    """Return the site's file, server and region. Raises `OptionError` if one is not stated."""
    place = options.place
    if options.site is None or place.server is None or place.region is None:
        raise OptionError(_NO_SITE)
    return options.site, place.server, place.region


def _last_sent(options: PushOptions) -> LastSent:
    """Return the hashes of the pages sent before."""
    return LastSent.beside(*_stated(options), afresh=options.overwrite)


def _skipped(step: PageStep, options: PushOptions, last: LastSent, *, reachable: bool) -> Sent | None:
    """Return the outcome of a page that is not sent: unchanged, edited in the CMS, or CMS unreachable."""
    if step.state is TargetState.SAME:
        with suppress(OSError):  # nothing is sent now; a later step reports it
            last.seen(step.number, step.page.language, step.before or "")
        return Sent(step=step, outcome=SendOutcome.SKIPPED, reason=cms_messages.UNCHANGED)
    if step.edited is not None and not options.overwrite:
        return Sent(step=step, outcome=SendOutcome.SKIPPED, reason=step.edited)
    return None if reachable else Sent(step=step, outcome=SendOutcome.SKIPPED, reason=cms_messages.NOT_TRIED)


def _sent(cms: Cms, options: PushOptions, last: LastSent, step: PageStep, token: Token | None) -> Sent:
    """Send a page, and check that visitors see it.

    Raises `UnreachableError`, and `OSError` where it cannot be kept what was sent: then nothing is.
    """
    language, content = step.page.language, step.page.content
    if token is None:
        return Sent(step=step, outcome=SendOutcome.FAILED, reason=cms_messages.NO_TOKEN)
    if len(content.encode()) > LARGEST:
        return Sent(step=step, outcome=SendOutcome.FAILED, reason=cms_messages.TOO_LARGE)

    def arrived() -> bool:
        now = cms.page(language, step.number)
        return isinstance(now, Shown) and is_same(step.page, now, options)

    last.sending(step.number, language, cleaned(content, options.place.internal))
    refusal = cms.push(language, token, content, arrived)
    if refusal is not None:
        return Sent(step=step, outcome=SendOutcome.FAILED, reason=refusal.reason)
    now = cms.page(language, step.number)
    if not isinstance(now, Shown) or now.content == step.before:
        return Sent(step=step, outcome=SendOutcome.FAILED, reason=cms_messages.HIDDEN)
    last.seen(step.number, language, now.content)
    doubt = None if is_same(step.page, now, options) else cms_messages.OTHERWISE
    return Sent(step=step, outcome=SendOutcome.DONE, reason=doubt)


def _not_kept(last: LastSent, error: OSError) -> Message:
    values = {"file": last.file, "problem": error.strerror or str(error)}
    return evolve(cms_messages.NOT_KEPT, values=values)


def publisher(pusher: Pusher) -> Publisher:
    """Return the publisher that uses a pusher."""
    return evolve(PUBLISHER, plan=pusher.plan, perform=pusher.perform)


_PUSHER = Pusher(environment=os.environ, sleep=time.sleep)
plan, perform = _PUSHER.plan, _PUSHER.perform
