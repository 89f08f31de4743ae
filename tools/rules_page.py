"""Write the reference page of the rules, and of what can be wrong with a file, from both themselves."""

from collections.abc import Iterator
from pathlib import Path

from integrationskonzept.formats import problems
from integrationskonzept.formats.problems import Problem
from integrationskonzept.portfolio.entry import NOT_OPENED, NOT_READ
from integrationskonzept.rules.builtin import BUILTIN
from integrationskonzept.rules.docs_page import sections, shown
from integrationskonzept.rules.profiles import Profile, builtin_profiles

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "rules.md"

HEADER = """\
# The rules

<!-- written by `nox -s generate` from the sources; edit the rules there -->

`integrationskonzept check` reports what is wrong with a concept and what it leaves open. Every
finding has a code; this page explains them all. An **error** is wrong, a **warning** should be
looked at, a **note** is good to know. A concept switches a rule off, or weighs it differently, in
its own file, with a reason:

```yaml
checks:
  profile: council
  ignore:
    - code: IK301
      element: measure/sprachkurse      # everywhere, where no element is named
      reason: wird mit dem Land abgestimmt
  severity:
    - code: IK205
      severity: error
```

An exception that matches nothing any more is itself reported. Of every rule with examples there is
a document that it speaks about and one that it leaves in peace under `tests/documents/rules/`.
"""
PROFILES = """\
## Profiles

A profile says which rules count how much for one purpose: `check --profile council`. Without one,
the concept's own choice holds, or else `draft`. A town keeps its own as a TOML or JSON file: `name`,
`title`, severities by code or family under `rules` (`error`, `warning`, `note`, `off`), `others = false`
to check nothing else, `summarise = true` to have counts instead of single findings, and `steps` to
report under headings. A rule or family that does not exist is an error in the report (IK1105), with its line
in the file; a profile that checks nothing is refused.
"""
FILES = """\
## Files

What stands in the way of reading a file as a concept is an error; what reads otherwise than it was perhaps
meant is a warning or a note, and the file is read. IK060 and IK061 are reported of one file among many
(`read_portfolio`); who reads a single file gets the exception.
"""
OTHERS = """\
## Portfolios and tables of values

What is reported when the concepts of many towns are read (`read_portfolio`), and when values come in
from a table (`observe`, `merge_observations`). The place is the file, or the row and column.

| code | | what it says |
| --- | --- | --- |
| IK062 | warning | Several files hold a concept with one id, and their rows cannot be told apart. |
| IK950 | error | The file, or a row of it, is no table: another encoding, no headers, a header twice, too many cells. |
| IK951 | warning | The table has a column that no observation has; it is passed over. |
| IK952 | error | The row names no indicator, or one that the concept does not have. |
| IK953 | error | A cell holds something else than its column: no number, no date, neither yes nor no. |
| IK954 | error | The row has no date. |
| IK955 | error | The row says neither what was found nor why nothing was. |
| IK956 | error | The concept says otherwise of that date; `--overwrite` takes the row. |
| IK957 | error | The value is no answer to this kind of indicator, no step of its scale, or in another unit. |
"""


def written() -> str:
    """Return the page."""
    profiles = builtin_profiles()
    rules = "\n".join(sections(BUILTIN, profiles))
    return "\n".join([HEADER, PROFILES, *_profiles(profiles), FILES, *_problems(), OTHERS, rules]).rstrip("\n") + "\n"


def _profiles(profiles: tuple[Profile, ...]) -> Iterator[str]:
    for profile in profiles:
        yield f"- `{profile.name}`: {profile.description}"
    yield ""


def _problems() -> Iterator[str]:
    found = [problem for problem in vars(problems).values() if isinstance(problem, Problem)]
    for problem in sorted((NOT_OPENED, NOT_READ, *found), key=lambda problem: problem.code):
        yield f"### {problem.code}: {problem.title}"
        yield f"\n{problem.why}\n"
        yield f"- {problem.severity}: “{shown(problem.message)}”"
        if problem.hint:
            yield f"- next step: {shown(problem.hint)}"
        yield ""


if __name__ == "__main__":
    PAGE.write_text(written(), encoding="utf-8")
