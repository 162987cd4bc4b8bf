/* What the handbook's things are called: by their titles, by the glossary, and by those who need them. */
"use strict";
var handbokNames = (() => {
  const { texts, phrase, digits } = handbokNorwegian;
  const { ways } = handbokTuning;

  /** The kinds whose names of one word are names: a contact is called «leder» in every service. */
  const OF_ONE_WORD = new Set(["service", "forum", "form", "print"]);

  class Names {
    /** @param {FoundDocument[]} documents */
    constructor(documents) {
      /** The terms that each phrase of the glossary stands for. @type {Map<string, Synonym[]>} */
      this.synonyms = new Map();
      /** The ids of documents by each of their names. @type {Map<string, number[]>} */
      this.exact = new Map();
      /** Titles and other names, by the first of their words: the words, and whose they are.
          @type {Map<string, [string[], number][]>} */
      this.called = new Map();
      /** … and by what their titles begin with. @type {Map<string, number[]>} */
      this.begins = new Map();
      /** Names of several words as they are said, stop words and all. @type {[string, number][]} */
      this.said = [];
      /** The words of what people say who need it. @type {[string[], number][]} */
      this.meant = [];
      /** The ids of the answers of each who may tell, by names of one word. @type {Map<string, number[]>} */
      this.tellers = new Map();
      for (const document of documents) this.read(document);
      for (const [number, own] of numbersOf(documents)) this.exact.set(number, own);
    }

    /** @param {FoundDocument} document */
    read(document) {
      this.readTitle(document);
      for (const name of [document.title, ...lines(document.names)]) this.readCalled(phrase(name), document);
      for (const name of [document.title, ...lines(document.names), ...lines(document.asked)]) {
        this.readName(name, document.id);
      }
      for (const asked of lines(document.asked).map(phrase)) {
        if (asked.length > 1) this.meant.push([asked, document.id]);
      }
      if (document.kind === "term") this.readTerm(document);
      if (document.anchors && document.kind === "rule") this.readTeller(document);
    }

    /** @param {FoundDocument} document */
    readTitle(document) {
      const title = phrase(document.title);
      for (let end = 1; end < title.length; end += 1) addTo(this.begins, title.slice(0, end).join(" "), document.id);
    }

    /**
     * @param {string[]} name
     * @param {FoundDocument} document
     */
    readCalled(name, document) {
      const own = name.length > 1 || OF_ONE_WORD.has(document.kind);
      const tells = name.some((stem) => !handbokIntent.asksForKind(stem));
      if (tells && own && document.kind !== "term") addTo(this.called, name[0], [name, document.id]);
    }

    /**
     * The names that are among the words of a question, each with whose it is.
     * @param {string[]} stems
     */
    within(stems) {
      const asked = new Set(stems);
      const known = Array.from(asked).flatMap((stem) => this.called.get(stem) ?? []);
      return known.filter(([name]) => name.every((stem) => asked.has(stem)));
    }

    /**
     * @param {string} name
     * @param {number} id
     */
    readName(name, id) {
      const key = phrase(name).join(" ");
      if (key) addTo(this.exact, key, id);
      const said = texts(name.toLowerCase());
      if (said.length > 1) this.said.push([` ${said.join(" ")} `, id]);
    }

    /** @param {FoundDocument} document */
    readTerm(document) {
      const term = phrase(document.title);
      for (const name of lines(document.names).map(phrase)) {
        this.addSynonym(name, term, ways.synonym);
        this.addSynonym(term, name, ways.reverseSynonym);
      }
    }

    /**
     * @param {string[]} from
     * @param {string[]} to
     * @param {number} weight
     */
    addSynonym(from, to, weight) {
      const key = from.join(" ");
      if (key && to.length && key !== to.join(" ")) addTo(this.synonyms, key, { stems: to, weight });
    }

    /** @param {FoundDocument} document */
    readTeller(document) {
      for (const name of lines(document.names).map(phrase)) {
        if (name.length === 1) addTo(this.tellers, name[0], document.id);
      }
    }
  }

  /**
   * The ids of those who have a number that rings: of an emergency number only itself, though services have it too.
   * @param {FoundDocument[]} documents
   */
  function numbersOf(documents) {
    /** @type {Map<string, number[]>} */
    const found = new Map();
    const having = documents.filter(({ tel }) => tel);
    const urgent = new Set(having.filter(({ about }) => !about).map(({ phone }) => digits(phone)));
    for (const { id, phone, about } of having) {
      if (!about || !urgent.has(digits(phone))) addTo(found, digits(phone), id);
    }
    return found;
  }

  /** @param {string} text */
  function lines(text) {
    return text.split("\n").filter(Boolean);
  }

  /**
   * @template T
   * @param {Map<string, T[]>} lists
   * @param {string} key
   * @param {T} value
   */
  function addTo(lists, key, value) {
    const list = lists.get(key);
    if (list) list.push(value);
    else lists.set(key, [value]);
  }

  return { Names };
})();
