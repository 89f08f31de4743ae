"""Sample texts for tests: ordinary, awkward and hostile."""

INJECTED = "X-INJECTED"
"""Beginning of a line in an export if a line break in a text is not escaped."""

SCRIPT = "<script>alert('injected')</script>"
"""Script that a page runs if markup in a text is not escaped."""

FORMULA = '=HYPERLINK("https://injected.invalid")'
"""Formula that a spreadsheet computes if a text in a cell is not escaped."""

ORDINARY = (
    "Sprachkurse für Frauen mit Kindern",
    "Begegnungscafé",
    "Runder Tisch Wohnen & Arbeit",
    "Ehrenamtliche gewinnen, begleiten und wertschätzen",
    "Öffentlichkeitsarbeit",
    "Anzahl der Teilnehmenden je Jahr",
    "Maßnahmen aus dem Jahr 2024: Übersicht",
    "Türkçe, العربية, українська, فارسی",
)

AWKWARD = (
    "no",
    "null",
    "1e3",
    "2024-02-30",
    "0123",
    "- kein Listenpunkt",
    "a: b # c",
    "{a}, [b], *c, &d, !e, %f, @g, `h`",
    "Zeile eins\nZeile zwei\n\n  eingerückt",
    "  mit Rand  ",
    "\tTabulator\tdazwischen",
    "Er sagte: \"Ja\", sie: 'Nein', beide: „Vielleicht“",
    "Komma, Semikolon; Rückstrich \\ und \\n",
    "{name} %s {0} ${HOME}",
    "x" * 200,
    "👩‍👩‍👧‍👦 Familie, 🇩🇪 Flagge, e\u0301 statt é",
    "\u00a0geschütztes\u00a0Leerzeichen\u00ad",
    "---",
    "…",
)

HOSTILE = (
    SCRIPT,
    f'"><img src=x onerror=alert(1)>{SCRIPT}',
    "]]></text><!-- -- --><!DOCTYPE x>&entity;&#x0;",
    f"Titel\r\n{INJECTED}:1\r\nEND:VCALENDAR",
    f"Titel\n{INJECTED}:1",
    f"Titel\r{INJECTED}:1",
    f"Titel\u2028{INJECTED}:1\u2029{INJECTED}:2\x85{INJECTED}:3\x0b{INJECTED}:4\x0c{INJECTED}:5",
    "vor\x00nach",
    "\x01\x02\x1b[31mrot\x1b[0m\x7f",
    "\u202eirüc\u202c \u2066isoliert\u2069 \ufeff \uffff",
    "مرحبا بالعالم",
    FORMULA,
    "../../../../etc/passwd",
    "CON",
    'a/b\\c:d*e?f"g<h>i|j',
    "'; DROP TABLE measures; --",
    "Sehr langer Titel mit Umlauten äöü " * 300,
    "ä" * 74 + "😀" * 20,
    " ",
    "",
)
