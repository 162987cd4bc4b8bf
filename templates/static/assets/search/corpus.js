/* What can be found: the documents the builder wrote, in MiniSearch, each word by its spelling, stem and parts. */
"use strict";
var handbokCorpus = (() => {
  const { texts, fold, stem, isStop, digits } = handbokNorwegian;
  const { fields, spelling } = handbokTuning;

  /** What the builder leaves out is empty. */
  const EMPTY = {
    page: "",
    anchor: "",
    title: "",
    about: "",
    names: "",
    asked: "",
    body: "",
    law: "",
    phone: "",
    tel: "",
    anchors: "",
    file: "",
    facts: /** @type {WrittenFact[]} */ ([]),
  };

  /** Terms that were made here are taken as they stand. */
  const ASIS = {
    tokenize: (/** @type {string} */ text) => [text],
    processTerm: (/** @type {string} */ term) => term,
  };

  class Corpus {
    /** @param {WrittenIndex} written */
    constructor(written) {
      this.data = written;
      this.documents = written.documents.map((row, id) => unpacked(written, row, id));
      this.splitter = new handbokCompounds.Splitter(this.documents.flatMap(textsOf));
      /** Each folded word as it stood where it was first met. @type {Map<string, string>} */
      this.surfaces = new Map();
      /** Each stem as the shortest word that has it; words that say nothing have none. @type {Map<string, string>} */
      this.words = new Map();
      /** @type {Map<string, AnalysedWord>} */
      this.analysed = new Map();
      this.engine = this.filled();
    }

    /** @returns {MiniSearch<FoundDocument>} */
    filled() {
      const engine = new MiniSearch({
        fields: Object.keys(fields),
        extractField: fieldOf,
        tokenize: texts,
        processTerm: (word, field) => this.terms(word, field),
      });
      engine.addAll(this.documents);
      for (const [word, { folded, stem: root, stop }] of this.analysed) {
        if (!this.surfaces.has(folded)) this.surfaces.set(folded, word.toLowerCase());
        const known = this.words.get(root);
        if (!stop && !(known && known.length <= word.length)) this.words.set(root, word.toLowerCase());
      }
      return engine;
    }

    /**
     * What a word comes to.
     * @param {string} word
     */
    analyse(word) {
      let found = this.analysed.get(word);
      if (!found) {
        found = analysis(word, this.splitter);
        this.analysed.set(word, found);
      }
      return found;
    }

    /**
     * What a word in a field is found by.
     * @param {string} word
     * @param {string} [field]
     */
    terms(word, field) {
      const found = this.analyse(word);
      if (field === "parts") return found.parts.length ? found.parts : null;
      return field === "body" ? found.body : found.whole;
    }

    /**
     * The documents with a term, or a combination of them.
     * @param {import("minisearch").Query} query
     * @param {import("minisearch").SearchOptions} [options]
     */
    lookup(query, options) {
      return this.engine.search(query, { boost: fields, ...ASIS, ...options });
    }

    /** @param {string} term */
    has(term) {
      return this.lookup(term).length > 0;
    }

    /**
     * A word the handbook uses that is near terms it does not.
     * @param {string} terms
     */
    suggest(terms) {
      const options = {
        ...ASIS,
        fuzzy: spelling.suggestion,
        tokenize: (/** @type {string} */ text) => text.split(" "),
      };
      const found = this.engine.autoSuggest(terms, options).flatMap((one) => one.terms);
      const least = Math.max(spelling.shortest, Math.ceil(terms.length / 2));
      return (
        found
          .map((term) => this.wordOf(term))
          .find((word) => word.length >= least && word.length <= 2 * terms.length) ?? ""
      );
    }

    /**
     * A term as a word of the handbook; nothing for one that says nothing, or that no text has.
     * @param {string} term
     */
    wordOf(term) {
      const word = this.surfaces.get(term) ?? this.words.get(term) ?? "";
      return isStop(word) ? "" : word;
    }
  }

  /**
   * A document, from the row of values the builder wrote.
   * @param {WrittenIndex} written
   * @param {WrittenRow} row
   * @param {number} id
   * @returns {FoundDocument}
   */
  function unpacked(written, row, id) {
    const named = Object.fromEntries(row.map((value, place) => [written.fields[place], value]));
    const [kind, label, weight] = written.kinds[row[0]];
    return { ...EMPTY, ...named, id, kind, label, weight };
  }

  /** @param {FoundDocument} document */
  function textsOf({ title, about, names, asked, body }) {
    return [title, about, names, asked, body];
  }

  /**
   * @param {FoundDocument} document
   * @param {string} field
   */
  function fieldOf(document, field) {
    if (field === "names" && document.tel) return `${document.names}\n${digits(document.phone)}`;
    if (field === "parts") return `${document.title} ${document.names}`;
    return document[/** @type {keyof WrittenTexts} */ (field)];
  }

  /**
   * @param {string} word
   * @param {InstanceType<typeof handbokCompounds.Splitter>} splitter
   * @returns {AnalysedWord}
   */
  function analysis(word, splitter) {
    const folded = fold(word);
    const root = stem(folded);
    const parts = splitter.split(folded).map(stem);
    const whole = folded === root ? [folded] : [folded, root];
    const stop = isStop(word);
    return { folded, stem: root, parts, stop, whole, body: stop ? null : [...new Set([...whole, ...parts])] };
  }

  return { Corpus };
})();
