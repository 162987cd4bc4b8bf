"""Et ord står én gang i ordlista.

Er et ord både et eget oppslag og et annet ord for noe annet, får leseren to svar, og søket vet ikke hvilket
det skal gi først.

Kilde: håndbokas egen sammenheng.

Riktig::

    glossary:
      - {id: pp, term: pedagogisk rådgivning, meaning: Råd om læring., synonyms: [læringsråd]}

Feil::

    glossary:
      - {id: pp, term: PPT, meaning: Råd om læring.}
"""

from __future__ import annotations

from builder.model.glossary import Term
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "glossary-duplicate"
SEVERITY = Severity.ADVICE


def check(subject: Subject) -> Findings:
    """No term is a synonym, an abbreviation or another spelling of another term. What both see is no duplicate."""
    others: dict[str, Term] = {}
    for term in subject.handbook.terms:
        for name in (*term.synonyms, *term.abbreviations):
            others.setdefault(name.casefold(), term)
    seen: dict[str, Term] = {}
    for term in subject.handbook.terms:
        name = term.term.casefold()
        other = seen.setdefault(name, term)
        other = others.get(name, term) if other is term else other
        if other is not term:
            yield (
                term.at("term"),
                Message(
                    "«{term}» er også et ord for «{other}»; slå dem sammen eller skill dem",
                    term=term.term,
                    other=other.term,
                ),
            )
