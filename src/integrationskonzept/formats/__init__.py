"""Read, write and edit concept files.

A file passes through these modules, in this order:

1. `load` calls the others, and reports every problem of the file in one pass;
2. `yaml` or `json` parses it: `yaml_fast` or `json_fast`, and text with findings `yaml_reader` or `json_positions`;
3. `positions` keeps line and column of every key and value, so that each finding has its place;
4. `structure` builds the concept from valid data of the current layout;
5. for other data, `versions` migrates the layout, `key_correction` corrects keys and `converter` collects the errors.

Writing goes from `file_data` to `yaml_writer` or `json`; `text_edits` changes values in the text of a file.
"""

from integrationskonzept.lazy import lazy_names

_MODULES = {"format": ("Edited", "Format", "ParsedData")}
__all__, __getattr__, __dir__ = lazy_names(globals(), _MODULES)
