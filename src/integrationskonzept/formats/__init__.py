"""Read, write and edit concept files. A file passes through these modules, in this order:

1. `load` calls the others, and reports every problem of the file in one pass;
2. `yaml` or `json` parses it: `yaml_fast` or `json_fast`, and for text with findings `yaml_reader` or `json_positions`;
3. `positions` keeps line and column of every key and value, so that a finding has its place;
4. `versions` identifies and migrates the layout, and `key_correction` replaces misspelt keys if the file has errors;
5. `structure` builds the concept from valid data; for other data `converter` does, and collects the errors.

Writing goes from `file_data` to `yaml_writer` or `json`; `text_edits` changes values in the text of a file.
"""
