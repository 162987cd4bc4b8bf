"""How much of a published handbook is in which form of Norwegian, by words, and whether it says so.

`python -m tests.language_measure SITE` prints the shares and the texts that say they are in one and look like the other.
What a text looks like is told by small words that only one of the two has; it is a measure of pages, not of language.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

_NB = """
    ikke jeg hva hvem hvor hvordan hvorfor hvis hvilke hvilken hvilket noe noen noens et en dere deres dem
    bare fra være gjør gjøre sier hun mer uke uker måned måneder skole skolen tjeneste tjenester tjenesten
    tjenestene barnets familiens foreldrene foresatte bekymret hjelper melder gjelder sender snakker selv
    fortsatt annet spør ansatte ansatt lederen måte mye gang oftest hverandre hver hvert taushetsplikt
    taushetsplikten opplysninger opplysningene møteplass møteplasser velger skriver bruker kommer åpent åpen
"""
_NN = """
        ikkje eg kva kven kor korleis kvifor viss dersom noko nokon nokre eit ein ei dykk dykkar deira dei berre frå vere gjer
        gjere seier seie ho meir veke veker månad månader skule skulen teneste tenester tenesta tenestene føresette
        uroa hjelper melder gjeld sender snakkar sjølv framleis anna spør tilsette tilsett leiar leiaren måte
        mykje gong gonger kvarandre kvar kvart teieplikt teieplikta opplysningar møte møteplassar vel følgjer skriv
        bruker kjem ope open saman utan
"""
_WORDS = {language: frozenset(words.split()) for language, words in (("nb", _NB), ("nn", _NN))}
SIGNS = {language: words - _WORDS["nb" if language == "nn" else "nn"] for language, words in _WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")
_LOOSE = frozenset({"a", "small", "strong", "em", "span", "br", "wbr"})
_HIDDEN = frozenset({"script", "style", "svg", "template"})
_VOID = frozenset({"base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})


@dataclass
class Text:
    """A text of a page, the language it says it is in, and what it looks like, where it can be told."""

    said: str
    words: list[str]
    text: str

    @property
    def looks(self) -> str | None:
        counts = {code: sum(word in signs for word in self.words) for code, signs in SIGNS.items()}
        most = max(counts, key=lambda code: counts[code])
        return most if counts[most] and len(set(counts.values())) > 1 else None

    @property
    def language(self) -> str:
        return self.looks or self.said


class Texts(HTMLParser):
    """The texts of a page. What stands in one block in one language is one text."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self._open: list[tuple[str, str]] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        language = dict(attrs).get("lang") or (self._open[-1][1] if self._open else "")
        if tag not in _LOOSE or dict(attrs).get("lang"):
            self.found.append((language, ""))
        if tag in _VOID:
            return
        self._open.append((tag, language))
        self._hidden += tag in _HIDDEN

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            opened, said = self._open.pop()
            self._hidden -= opened in _HIDDEN
            if opened not in _LOOSE or (self._open and self._open[-1][1] != said):
                self.found.append((self._open[-1][1] if self._open else "", ""))
            if opened == tag:
                break

    def handle_data(self, data: str) -> None:
        if not self._hidden and self._open:
            if not self.found:
                self.found.append((self._open[-1][1], ""))
            language, before = self.found[-1]
            self.found[-1] = (language, before + data)


def texts(html: str) -> Iterator[Text]:
    """Each text of a page that has words."""
    parser = Texts()
    parser.feed(html)
    for said, text in parser.found:
        words = [word.casefold() for word in _WORD.findall(text)]
        if words:
            yield Text(said, words, " ".join(text.split()))


@dataclass
class Measure:
    """Words by language, and the texts that say one language and look like another."""

    words: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[str, Text]] = field(default_factory=list)

    def add(self, page: str, text: Text) -> None:
        """One more text."""
        self.words[text.language] += len(text.words)
        if text.looks and text.looks != text.said:
            self.wrong.append((page, text))

    def share(self, language: str) -> float:
        """How much of the words are in a language."""
        return self.words[language] / max(1, self.words.total())


def measured(site: Path) -> Measure:
    """All pages of a published handbook; a text that is on many pages is counted once on each."""
    measure = Measure()
    for page in sorted(site.rglob("*.html")):
        for text in texts(page.read_text(encoding="utf-8")):
            measure.add(page.relative_to(site).as_posix(), text)
    return measure


def main(site: Path) -> None:
    """Prints the measure of a site."""
    measure = measured(site)
    for language, count in measure.words.most_common():
        sys.stdout.write(f"{language:4} {count:7} {measure.share(language):.1%}\n")
    seen = Counter((text.said, text.looks, text.text) for _, text in measure.wrong)
    for (said, looks, text), count in seen.most_common(400):
        sys.stdout.write(f"{count:4} says {said}, looks {looks}: {text[:150]}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
