"""A concept's changes put into the text of the file it came from."""

from typing import Any

from integrationskonzept.errors import InvalidConceptError, UneditableError
from integrationskonzept.formats.format import Edited, Format
from integrationskonzept.formats.plain_changes import carried, is_same
from integrationskonzept.formats.reading import read_file
from integrationskonzept.formats.writing import plain
from integrationskonzept.language import message
from integrationskonzept.model.concept import Concept


def edited(content: bytes, form: Format, concept: Concept) -> Edited:
    """Return the content of a file, changed only where it does not state `concept` yet.

    A file as it would be written is written so. The new content is read again and must give
    `concept`. Raises `UneditableError` where the
    format or the text does not allow it, and `InvalidConceptError` where `content` is no concept.
    """
    if form.read is None:
        raise UneditableError(message("the format '{format}' is only written, not read", format=form.name))
    old, new = plain(read_file(content, form)), plain(concept)
    if form.write is not None and form.write(old) == content:
        return Edited(form.write(new))
    if form.edit is None:
        raise UneditableError(message("a file of the format '{format}' is only written as a whole", format=form.name))
    stated = form.read(content).data
    found = form.edit(content, stated, carried(stated, old, new))
    if not _states(found.content, form, new):
        raise UneditableError(message("the text cannot be changed in place: it follows another version of the layout"))
    return found


def _states(content: bytes, form: Format, data: dict[str, Any]) -> bool:
    try:
        return is_same(plain(read_file(content, form)), data)
    except InvalidConceptError:
        return False
