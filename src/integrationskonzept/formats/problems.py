"""Problems of a file, each with its code and sentences, and the limit on their number."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from integrationskonzept.findings import Problem, Severity
from integrationskonzept.formats.limits import MAX_FINDINGS
from integrationskonzept.i18n.messages import message
from integrationskonzept.model import value_problems

_remaining: ContextVar[int] = ContextVar("problems still reported for this file", default=MAX_FINDINGS)


@contextmanager
def problem_limit() -> Iterator[None]:
    """Count the problems of one file from zero inside the context."""
    token = _remaining.set(MAX_FINDINGS)
    try:
        yield
    finally:
        _remaining.reset(token)


def count_problems(problems: int) -> bool:
    """Count some problems, and return whether more are reported."""
    _remaining.set(_remaining.get() - problems)
    return not is_limit_reached()


def is_limit_reached() -> bool:
    """Return whether the limit on the number of problems is reached."""
    return _remaining.get() <= 0


EMPTY = Problem(
    code="IK001",
    title=message("Empty file"),
    why=message("A file without content says nothing about a town."),
    message=message("the file is empty"),
    hint=message("begin it with the line `schema: 2`"),
)
TOO_LARGE = Problem(
    code="IK002",
    title=message("File too large"),
    why=message("A concept is a text that people read; a file of this size is something else, or hostile."),
    message=message("the file is larger than {limit} MB, and not read"),
    hint=message("check that it is the right file"),
)
WRONG_ENCODING = Problem(
    code="IK003",
    title=message("Saved in another encoding"),
    why=message("Umlauts are safe in one encoding only: UTF-8, which every system reads."),
    message=message("the file is saved as {encoding}, not as UTF-8"),
    hint=message("save it again with the encoding UTF-8, which editors offer under 'Save as'"),
)
NOT_UTF8 = Problem(
    code="IK004",
    title=message("Not UTF-8"),
    why=message("Umlauts are safe in one encoding only: UTF-8, which every system reads."),
    message=message("the byte {byte} is not UTF-8; the file seems to be saved as Windows-1252 or Latin-1"),
    hint=message("save it again with the encoding UTF-8, which editors offer under 'Save as'"),
)
INVISIBLE = Problem(
    code="IK005",
    title=message("Invisible control character"),
    why=message("Characters that cannot be seen can make a text read differently from what it says."),
    message=message("invisible control character {character}"),
    hint=message("remove it, or write it as {escape} in a text in double quotes"),
)
SYNTAX = Problem(
    code="IK006",
    title=message("Not readable"),
    why=message("The file does not follow the rules of its format, so nobody can tell what was meant."),
    message=message("not readable as {format}: {reason}"),
    hint=message("look at this line and the one before it: quotes, brackets, colons, commas and indentation"),
)
TAB = Problem(
    code="IK007",
    title=message("Tab instead of spaces"),
    why=message("YAML indents by spaces; how far a tab reaches differs from editor to editor."),
    message=message("a tab stands where only spaces may stand"),
    hint=message("replace it by spaces, two for each level"),
)
COLON = Problem(
    code="IK008",
    title=message("Colon inside a text"),
    why=message("In YAML a colon and a space part a key from its value."),
    message=message("a colon stands where no key can stand"),
    hint=message("put a text that contains a colon and a space in quotes, and check the indentation"),
)
CUT_OFF = Problem(
    code="IK009",
    title=message("File ends too early"),
    why=message("Something was opened and not closed: the file was cut off, or a quote or bracket is missing."),
    message=message("the file ends inside {opened}"),
    hint=message("close it, or get the whole file again"),
)
A_CHARACTER = message("a character")
A_TEXT = message("a text in quotes")
A_BRACKET = message("a bracket")
DUPLICATE_KEY = Problem(
    code="IK010",
    title=message("Key given twice"),
    why=message("Of two values of one key, one would be lost."),
    message=message("the key {key} was given before, in line {line}"),
    hint=message("keep one of the two"),
)
TOO_MANY = Problem(
    code="IK012",
    title=message("Too many values"),
    why=message("No concept holds so many values; hostile files do."),
    message=message("the file holds more than {limit} values"),
    hint=message("check that it is the right file"),
)
ALIAS = Problem(
    code="IK013",
    title=message("YAML alias or anchor"),
    why=message("A value is read where it stands. Aliases hide it elsewhere and can expand without bound."),
    message=message("{text} is a YAML alias or anchor, which is not accepted"),
    hint=message("write the value out, or put a text that begins with this sign in quotes"),
)
TAG = Problem(
    code="IK014",
    title=message("YAML tag"),
    why=message("Tags make a reader build objects of its own; a concept is plain data."),
    message=message("{text} is a YAML tag, which is not accepted"),
    hint=message("leave it out, or put a text that begins with an exclamation mark in quotes"),
)
MERGE_KEY = Problem(
    code="IK015",
    title=message("YAML merge key"),
    why=message("Merge keys are no part of YAML 1.2, and readers differ in them."),
    message=message("'<<' is a YAML merge key, which is not accepted"),
    hint=message("write the keys out"),
)
SECOND_DOCUMENT = Problem(
    code="IK016",
    title=message("Second document"),
    why=message("One file holds one concept."),
    message=message("a second document begins here"),
    hint=message("put it in a file of its own, or remove the line `---`"),
)
KEY_NOT_TEXT = Problem(
    code="IK017",
    title=message("Key that is no text"),
    why=message("A key is a name; a list or mapping cannot be one."),
    message=message("a list or mapping stands where a key is expected"),
    hint=message("put a text that begins with a bracket in quotes"),
)
DASH_IN_TEXT = Problem(
    code="IK021",
    title=message("List item inside a text"),
    why=message("A line that begins with a dash but is indented too far becomes part of the text before it."),
    message=message("a line of this text begins with a dash, as a list item does"),
    hint=message("indent the line as the item before it, or put the whole text in quotes"),
)
TOO_MANY_PROBLEMS = Problem(
    code="IK022",
    title=message("Too many problems"),
    why=message("Nobody reads so many; they mostly have one reason."),
    message=message("more than {limit} problems were found; the rest is not listed"),
    hint=message("mend the first ones and check again"),
)
LEADING_ZERO = Problem(
    code="IK019",
    title=message("Number with a leading zero"),
    why=message("The zero would be lost, and some readers would take the number as octal."),
    message=message("{text} is a number with a leading zero"),
    hint=message("put it in quotes if it is a code, such as '{text}'; otherwise leave the zero out"),
)
SURROGATE = Problem(
    code="IK020",
    title=message("Half a character"),
    why=message("Half of a surrogate pair stands for no character and cannot be saved."),
    message=message("{text} is half a character"),
    hint=message("remove it, or write both halves"),
)
COMMA_IN_BRACKETS = Problem(
    code="IK024",
    title=message("Comma between digits in brackets"),
    why=message("In brackets and braces every comma ends an entry, also that of a decimal number."),
    message=message("the comma in {text} ends an entry here, as every comma between brackets or braces does"),
    hint=message(
        "put a text in quotes, write a number as {number}, or write each entry on a line of its own;"
        " leave a space after the comma if two entries are meant"
    ),
    severity=Severity.WARNING,
)
CUT_SHORT = Problem(
    code="IK025",
    title=message("Value cut short by a number sign"),
    why=message("In YAML a space and a number sign begin a comment, which is not read."),
    message=message("{text} is taken for a comment and not read"),
    hint=message("put the whole value in quotes, or leave a space after the # if it is a comment"),
    severity=Severity.NOTE,
)
TYPED_QUOTES = Problem(
    code="IK026",
    title=message("Quotation marks around a value"),
    why=message(
        "Quotation marks of a word processor are signs like any other: they are printed wherever the value is."
    ),
    message=message("the quotation marks {marks} become part of this value"),
    hint=message("leave them out, or use ' or \" if the value needs quotes"),
    severity=Severity.NOTE,
)
DOUBLED_BULLET = Problem(
    code="IK027",
    title=message("Bullet copied into a value"),
    why=message("The sign before an item of a list in a word processor becomes part of its text."),
    message=message("this value begins with the bullet {bullet}"),
    hint=message("delete it; the '-' at the beginning of the line is enough"),
    severity=Severity.NOTE,
)
HIDDEN_SIGN = Problem(
    code="IK028",
    title=message("Sign that cannot be seen inside a value"),
    why=message(
        "It is not found by searching, divides words in the wrong place, and came along from a word processor."
    ),
    message=message("{sign} stands inside this value"),
    severity=Severity.NOTE,
)
OTHER_BASE = Problem(
    code="IK029",
    title=message("Number that is not written in tens"),
    why=message("Programs read it as a number that stands nowhere in the file, such as 31 for 0x1F."),
    message=message("{text} is a number in another base than ten"),
    hint=message("write the number in tens, or put it in quotes: '{text}'"),
)
NO_SCHEMA = Problem(
    code="IK030",
    title=message("Version of the layout not given"),
    why=message("The version tells how the file is to be read in years to come."),
    message=message("the file does not say which version of the layout it follows"),
    hint=message("write `schema: 2` on the first line"),
)
NEWER_SCHEMA = Problem(
    code="IK031",
    title=message("Newer version of the layout"),
    why=message("A file written for a later version may say things that this one would misread."),
    message=message("the file follows version {version} of the layout; this program reads versions up to {known}"),
    hint=message("install a newer version of integrationskonzept"),
)
UNKNOWN_SCHEMA = Problem(
    code="IK032",
    title=message("Unknown version of the layout"),
    why=message("The version tells how the file is to be read in years to come."),
    message=message("expected a whole number as version of the layout; got {got}"),
    hint=message("write `schema: 2` on the first line"),
)
NO_BREAK_SPACE = Problem(
    code="IK033",
    title=message("Non-breaking space instead of a space"),
    why=message("To YAML a non-breaking space is a sign like any other: it indents nothing and parts nothing."),
    message=message("a non-breaking space (U+00A0), as word processors set it, stands where only a space may stand"),
    hint=message("replace it by an ordinary space, here and in the lines around"),
)

PROBLEMS = tuple(
    sorted(
        {each for each in (*vars(value_problems).values(), *globals().values()) if isinstance(each, Problem)},
        key=lambda each: each.code,
    )
)
"""Every problem of a file, by code."""
