"""A concept's changes put into the text of the file it came from."""

from integrationskonzept.errors import InvalidConceptError, UneditableError
from integrationskonzept.formats.format import Edited, Format
from integrationskonzept.formats.plain_changes import carried
from integrationskonzept.formats.reading import read_file
from integrationskonzept.formats.writing import plain
from integrationskonzept.language import message
from integrationskonzept.model.concept import Concept


def edited(content: bytes, form: Format, concept: Concept) -> Edited:
    """Return the content of a file, changed only where it does not state `concept` yet.

    The new content is read again and must give `concept`. Raises `UneditableError` where the
    format or the text does not allow it, and `InvalidConceptError` where `content` is no concept.
    """
    if form.read is None or form.edit is None:
        raise UneditableError(message("a file of the format '{format}' is only written as a whole", format=form.name))
    stated, new = form.read(content).data, plain(concept)
    found = form.edit(content, stated, carried(stated, plain(read_file(content, form)), new))
    try:
        if plain(read_file(found.content, form)) == new:
            return found
    except InvalidConceptError:
        pass
    raise UneditableError(message("the file states the concept in another layout than the one that is written"))
