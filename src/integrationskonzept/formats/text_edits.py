"""Write changes of a concept into the text of its file."""

from typing import Any

from integrationskonzept.errors import InvalidConceptError, UneditableError
from integrationskonzept.formats.file_data import file_data_of_version
from integrationskonzept.formats.format import Edited, Format
from integrationskonzept.formats.load import read_concept, read_file
from integrationskonzept.formats.plain_changes import carry_changes, is_same
from integrationskonzept.formats.versions import identify
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept


def edit_text(content: bytes, form: Format, concept: Concept) -> Edited:
    """Return the content of a file, changed only where it differs from `concept`.

    The new content is read again and must give `concept`. Raise `UneditableError` if the format or the text does not
    allow the change, and `InvalidConceptError` if `content` is no concept.
    """
    if form.read is None:
        raise UneditableError(message("the format '{format}' is only written, not read", format=form.name))
    stated = form.read(content)
    before = read_concept(stated)
    version = identify(stated.data)
    old, new = (file_data_of_version(each, version) for each in (before, concept))
    try:
        return _edit_text(content, form, stated.data, old, new)
    except UneditableError:
        if form.write is None or form.write(old) != content:
            raise
        return Edited(form.write(new))  # a file in canonical form has no comments or layout to lose


def _edit_text(content: bytes, form: Format, stated: Any, old: Any, new: Any) -> Edited:
    if form.edit is None:
        raise UneditableError(message("a file of the format '{format}' is only written as a whole", format=form.name))
    found = form.edit(content, stated, carry_changes(stated, old, new))
    try:
        if is_same(file_data_of_version(read_file(found.content, form), identify(stated)), new):
            return found
    except InvalidConceptError:
        pass
    raise UneditableError(message("the text cannot be changed in place: it follows another version of the layout"))
