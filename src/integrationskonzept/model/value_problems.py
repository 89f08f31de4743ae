"""Problems of values: what a file and a constructor refuse alike."""

from integrationskonzept.findings import Problem
from integrationskonzept.i18n.messages import message

NUMBER = Problem(
    code="IK018",
    title=message("Number that cannot be kept"),
    why=message("A number must come out as it went in, here and in other tools."),
    message=message("the number {text} cannot be kept as it is"),
    hint=message(
        "write a finite number between -9007199254740991 and 9007199254740991 with at most 15 digits,"
        " or put it in quotes if it is no number"
    ),
)
GROUPED_NUMBER = Problem(
    code="IK023",
    title=message("Number with a point before three digits"),
    why=message("12.000 is twelve thousand to German readers and twelve to YAML; nobody can tell which was meant."),
    message=message("the number {text} has a point before three digits, as thousands are written in German"),
    hint=message("write {whole}, or {decimal} if the point is meant as a decimal point"),
)
TOO_DEEP = Problem(
    code="IK011",
    title=message("Nested too deeply"),
    why=message("No concept needs so many levels; hostile files do."),
    message=message("more than {limit} levels lie in one another here"),
    hint=message("check that it is the right file"),
)
UNKNOWN_KEY = Problem(
    code="IK040",
    title=message("Unknown key"),
    why=message("A misspelt key would be overlooked, and what it says with it."),
    message=message("unknown key {key}"),
    hint=message("use a key of the layout, or one of your own that begins with 'x-'"),
)
MISSING_KEY = Problem(
    code="IK041",
    title=message("Missing key"),
    why=message("Without it nobody can tell what is meant."),
    message=message("the key '{key}' is missing"),
    hint=message("add a line `{key}: …` here"),
)
WRONG_KIND = Problem(
    code="IK042",
    title=message("Value of the wrong kind"),
    why=message("A value is never turned into another kind, since that could change it."),
    message=message("expected {expected}; got {got}"),
)
NOT_ONE_OF = Problem(
    code="IK043",
    title=message("Not one of the words allowed"),
    why=message("Here only certain words have a meaning that can be compared between towns."),
    message=message("expected one of {choices}; got {got}"),
)
MISSPELT_ID = Problem(
    code="IK044",
    title=message("Misspelt id"),
    why=message("Ids stand in addresses, links and calendars, where other characters get lost."),
    message=message("expected an id of lower-case letters a-z and digits joined by '-', '.' or '_'; got {got}"),
)
NO_DATE = Problem(
    code="IK045",
    title=message("Not a date"),
    why=message("Dates are compared and put into calendars."),
    message=message("no date: {reason}"),
)
NO_TIME = Problem(
    code="IK046",
    title=message("Not a time"),
    why=message("Times are put into calendars."),
    message=message("expected a time of day such as '14:30', in quotes; got {got}"),
)
CONTRADICTION = Problem(
    code="IK047",
    title=message("Values that cannot both hold"),
    why=message("What cannot be true of any town is a slip of the pen."),
    message=message("cannot be: {reason}"),
)
NOT_WRITABLE = Problem(
    code="IK050",
    title=message("Value that cannot be written"),
    why=message("What is saved must be read back the same."),
    message=message("{got} cannot be written to a file"),
    hint=message("give {expected}"),
)
