"""Read, write and edit concept files.

A file passes through five steps: `load` decides what to do with it; `yaml` or `json` turns its bytes into plain data
(`yaml_reader`, `json_positions`; `yaml_fast` and `json_fast` where nothing is wrong); `positions` keeps the line and
column of every key and value; `versions` identifies and migrates the layout; `structure` builds the concept, and where
it cannot, `converter` builds it again and collects every problem. `file_data` and `yaml_writer` lead back to bytes.
"""
