/* What is shown of a document that was found: the line that tells most, and in it the words that were met. */
"use strict";
var handbokExcerpt = (() => {
  const { words } = handbokNorwegian;
  const { line: LONG, before: BEFORE } = handbokTuning.shown;
  const { partial, aside } = handbokTuning.told;

  class Excerpts {
    /** @param {Corpus} corpus */
    constructor(corpus) {
      this.corpus = corpus;
    }

    /**
     * The line of a document that best shows why it was found, and where on the page it stands.
     * @param {FoundDocument} document
     * @param {Set<string>} found
     */
    line(document, found) {
      let best = { text: "", anchor: document.anchor, count: -1 };
      const anchors = document.anchors.split("\n");
      const telling = anchors.length > 1 ? this.beside(document, found) : found;
      for (const [place, text] of document.body.split("\n").entries()) {
        const count = anchors.length > 1 ? this.toldIn(text, telling) : this.different(text, telling);
        if (count > best.count) best = { text, anchor: (count && anchors[place]) || document.anchor, count };
      }
      return best;
    }

    /**
     * How many different words of a line were met.
     * @param {string} text
     * @param {Set<string>} found
     */
    different(text, found) {
      return new Set(this.met(text, found).map((word) => this.corpus.analyse(word.text).stem)).size;
    }

    /**
     * How well the one a line begins with is the one that was asked for: «Skole» is more so than «Skolehelsetjeneste»,
     * and of two that are, the line with less beside it.
     * @param {string} text
     * @param {Set<string>} found
     */
    toldIn(text, found) {
      const head = words(text.slice(0, text.indexOf(":"))).map((word) => this.corpus.analyse(word.text));
      const telling = head.filter((word) => !word.stop);
      const whole = telling.some((word) => found.has(word.stem));
      const part = telling.some((word) => word.parts.some((one) => found.has(one)));
      const beside = 1 / (telling.length + 1) + (found.has(telling[0]?.stem) ? partial : 0);
      if (whole || part) return (whole ? 1 : partial) + beside;
      return this.different(text, found) * aside;
    }

    /**
     * The terms that were found but for a document's own names: of «NAV to BUP», on the page of NAV, the other.
     * @param {FoundDocument} document
     * @param {Set<string>} found
     */
    beside(document, found) {
      const named = words(`${document.title} ${document.names}`);
      const own = new Set(named.flatMap((word) => this.corpus.analyse(word.text).body ?? []));
      return new Set(Array.from(found).filter((term) => !own.has(term)));
    }

    /**
     * The words of a text that are among the terms that were found.
     * @param {string} text
     * @param {Set<string>} found
     */
    met(text, found) {
      return words(text).filter((word) => this.matches(word.text, found));
    }

    /**
     * @param {string} word
     * @param {Set<string>} found
     */
    matches(word, found) {
      const one = this.corpus.analyse(word);
      if (one.stop) return false;
      return found.has(one.folded) || found.has(one.stem) || one.parts.some((part) => found.has(part));
    }

    /**
     * A text in pieces, with those that were searched for told from the others.
     * @param {string} text
     * @param {Set<string>} found
     */
    pieces(text, found) {
      const pieces = [];
      let end = 0;
      for (const word of this.met(text, found)) {
        pieces.push({ text: text.slice(end, word.at), met: false }, { text: word.text, met: true });
        end = word.at + word.text.length;
      }
      return [...pieces, { text: text.slice(end), met: false }].filter((piece) => piece.text);
    }

    /**
     * A long line from a little before the first word that was met.
     * @param {string} line
     * @param {Set<string>} found
     */
    shortened(line, found) {
      const [first] = this.met(line, found);
      const start = first && first.at > LONG - BEFORE ? line.indexOf(" ", first.at - BEFORE) + 1 : 0;
      const part = line.slice(start, start + LONG);
      const cut = start + LONG < line.length ? `${part.slice(0, part.lastIndexOf(" "))} …` : part;
      return start ? `… ${cut}` : cut;
    }
  }

  return { Excerpts };
})();
