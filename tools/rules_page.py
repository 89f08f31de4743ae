"""Write the reference page of the rules and of the problems of files from their definitions."""

from collections.abc import Iterator
from pathlib import Path

from integrationskonzept.documents.explanation import OF_TABLES
from integrationskonzept.formats import problems
from integrationskonzept.portfolio.entry import NOT_OPENED, NOT_READ
from integrationskonzept.rules.builtin import BUILTIN
from integrationskonzept.rules.docs_page import sections, shown
from integrationskonzept.rules.profiles import Profile, builtin_profiles

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "rules.md"

HEADER = """\
# The rules

<!-- written by `nox -s generate` from the sources; edit the rules there -->

`integrationskonzept check` reports mistakes and gaps of a concept. Every finding has a code; this page explains
all of them. An **error** is wrong, a **warning** should be looked at, a **note** is good to know. A concept can
switch a rule off, or change its severity, in its own file and with a reason:

```yaml
checks:
  profile: council
  ignore:
    - code: IK301
      element: measure/sprachkurse      # without an element: everywhere
      reason: wird mit dem Land abgestimmt
  severity:
    - code: IK205
      severity: error
```

An exception that no longer matches anything is reported. Most rules have an example of a document with the
finding and one without it, in `tests/documents/rules/`.
"""
PROFILES = """\
## Profiles

A profile sets the severity of each rule for one purpose: `check --profile council`. Without this option, the
concept's own profile is used, or else `draft`. A town can keep its own profile in a TOML or JSON file: `name`,
`title`, severities by code or family under `rules` (`error`, `warning`, `note`, `off`), `others = false`
to check nothing else, `summarise = true` for counts instead of single findings, and `steps` to
report under headings. A rule or family that does not exist is an error in the report (IK1105), with its line
in the file; a profile that checks nothing is refused.
"""
FILES = """\
## Files

A problem that prevents reading the concept is an error. A value that was perhaps meant differently is a warning
or a note, and the file is read. IK060 and IK061 are reported for one file among many (`read_portfolio`); a call
that reads a single file raises an exception.
"""
OTHERS = """\
## Portfolios and tables of values

Findings when the concepts of many towns are read (`read_portfolio`), and when values are taken from a table
(`observe`, `merge_observations`) or edited tables merged (`merge`). The place is the file, or the row and column.

| code | | meaning |
| --- | --- | --- |
"""
_WARNINGS = ("IK062", "IK951", "IK971", "IK972", "IK973", "IK976", "IK978")


def written() -> str:
    """Return the page."""
    profiles = builtin_profiles()
    rules = "\n".join(sections(BUILTIN, profiles))
    others = OTHERS + "".join(_row(code, said.text()) for code, said in OF_TABLES.items())
    return "\n".join([HEADER, PROFILES, *_profiles(profiles), FILES, *_problems(), others, rules]).rstrip("\n") + "\n"


def _row(code: str, said: str) -> str:
    return f"| {code} | {'warning' if code in _WARNINGS else 'error'} | {said} |\n"


def _profiles(profiles: tuple[Profile, ...]) -> Iterator[str]:
    for profile in profiles:
        yield f"- `{profile.name}`: {profile.description}"
    yield ""


def _problems() -> Iterator[str]:
    for problem in sorted((NOT_OPENED, NOT_READ, *problems.PROBLEMS), key=lambda problem: problem.code):
        yield f"### {problem.code}: {problem.title}"
        yield f"\n{problem.why}\n"
        yield f"- {problem.severity}: “{shown(problem.message)}”"
        if problem.hint:
            yield f"- next step: {shown(problem.hint)}"
        yield ""


if __name__ == "__main__":
    PAGE.write_text(written(), encoding="utf-8")
