"""Trees of documents made at random from words that decide how a document is read."""

from hypothesis import strategies as st

from integrationskonzept.drafts import Block, Cell, DocumentPlace, DocumentTree, Heading, Line, Paragraph, Row, Table

WORDS = (
    *("Ziel", "Ziele:", "Zeitraum", "Zeitraumen", "Federführung", "Kosten", "Stand", "Status", "Titel", "Nr."),
    *("Maßnahme", "Maßnahme 1", "Maßnahme 2: Kurse", "M 1.2 Café", "Handlungsfeld: Sprache", "Handlungsfeld"),
    *("Angebote", "Ansprechpartner", "Aktivitäten", "Bereiche", "2025", "2026", "x", "1.1", "Wer macht mit?"),
    *("kurzfristig (1 Jahr)", "2025 bis 2027", "AK Asyl/ Stadt", "A, B und C", "12.000 €"),
    *("Frau Muster, Tel. 07147 123456", "Sprachcafé ausbauen", "Es gibt kein Café. Das ist schade.", "etc."),
    *("in Umsetzung", "ZielgruppeFamilien", "¹ Note", "Besonderheiten", "Besonderheiten: keine", "Aktionstage"),
    *("Tag (20.02.)", "Stand: Mai 2025", "Integrationskonzept Stadt Au", "Maßnahmentyp", "Daueraufgabe"),
    *("Wirkzeitraum", "Zielgruppe", "Indikator", "Teilmaßnahmen", "Schritte", "ignoriert", "Projekt", "", " "),
    *("–", "Amt für Schule, Jugend und Sport", "a@b.de", "=1+1", "Überblick über alles" * 4),
)  # fmt: skip
TEXTS = st.sampled_from(WORDS) | st.text(max_size=20)
LINES = st.builds(Line, TEXTS.filter(str.strip), st.booleans(), st.booleans())
PLACES = st.builds(
    DocumentPlace,
    line=st.none() | st.integers(1, 9),
    page=st.none() | st.integers(1, 9),
    table=st.none() | st.integers(1, 9),
    row=st.none() | st.integers(1, 9),
)
CELLS = st.builds(Cell, lines=st.lists(LINES, max_size=3).map(tuple), is_list=st.booleans(), is_merged=st.booleans())
ROWS = st.builds(Row, cells=st.lists(CELLS, min_size=1, max_size=5).map(tuple), place=PLACES)
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, text=TEXTS.filter(str.strip), level=st.none() | st.integers(1, 6), place=PLACES),
    st.builds(
        Paragraph,
        lines=st.lists(LINES, min_size=1, max_size=4).map(tuple),
        place=PLACES,
        lead=st.none() | TEXTS.filter(str.strip),
    ),
    st.builds(Table, rows=st.lists(ROWS, max_size=6).map(tuple), place=PLACES),
)
TREES = st.builds(DocumentTree, blocks=st.lists(BLOCKS, max_size=12).map(tuple), title=st.none() | TEXTS)
