"""Revision of a user's file: new content, difference, losses, and writing."""

from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from attrs import frozen

from integrationskonzept import api
from integrationskonzept.cli.session import Session
from integrationskonzept.errors import UneditableError
from integrationskonzept.files import keep_copy, read_beyond, write_whole
from integrationskonzept.formats.limits import MAX_BYTES
from integrationskonzept.formats.text_edits import edit_text
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.concept import Concept


@frozen(kw_only=True)
class Revision:
    """New content of a file."""

    target: Path
    content: bytes
    old: bytes
    """The text before the change; empty if there was none of this format."""
    loss: Message | None = None
    """Text other than values that is lost."""

    def difference(self) -> Iterator[str]:
        """Return the lines that differ, as ``diff -u`` writes them."""
        old, new = (content.decode("utf-8").splitlines() for content in (self.old, self.content))
        return unified_diff(old, new, str(self.target), str(self.target), lineterm="")


def revise(session: Session, source: str, target: Path, concept: Concept) -> Revision:
    """Return the new content of `target`: the text of `source` changed in place, or the concept rewritten."""
    form = session.host.format_for(target.suffix)
    old = _text(session, source, form.name)
    loss = None
    if old:
        try:
            changed = edit_text(old, form, concept)
        except UneditableError as refused:
            loss = message(
                "{reason}; it is written anew, without its comments and its own layout", reason=refused.args[0]
            )
        else:
            if changed.lost:
                comments = "; ".join(changed.lost)
                loss = message("comments inside what is replaced are not kept: {comments}", comments=comments)
            return Revision(target=target, content=changed.content, old=old, loss=loss)
    content = api.dumps(concept, form.name, host=session.host).encode("utf-8")
    return Revision(target=target, content=content, old=old, loss=loss)


def _text(session: Session, source: str, format: str) -> bytes:
    """Return the content of `source`; empty if it has a different format."""
    if session.is_bundled(source):
        bundled = session.host.concept(source)
        return bundled.read() if bundled.format == format else b""
    is_alike = session.host.format_for(Path(source).suffix).name == format
    return read_beyond(Path(source), MAX_BYTES) if is_alike else b""


def write(session: Session, source: str, revision: Revision) -> None:
    """Write a revision, after a message about losses; keep a copy if the source is rewritten with losses."""
    target = revision.target
    if revision.loss:
        session.say("{file}: {loss}", file=target, loss=revision.loss)
        if target.exists() and not session.is_bundled(source) and target.samefile(source):
            session.say("{file}: its old content is kept as {copy}", file=target, copy=keep_copy(target))
    session.say("{file}: written", file=write_whole(target, revision.content))
