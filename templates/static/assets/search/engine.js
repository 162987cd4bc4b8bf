/* The search without a page: takes the index the builder wrote, and answers questions. The index is a script that
   calls `handbokSearch.index`, so it also loads where a page is opened from a folder. */
"use strict";
var handbokSearch = (() => {
  /** @type {SearchEngine | undefined} */
  let engine;

  class SearchEngine {
    /** @param {WrittenIndex} written */
    constructor(written) {
      this.corpus = new handbokCorpus.Corpus(written);
      const names = new handbokNames.Names(this.corpus.documents);
      this.reader = new handbokQuery.Reader(this.corpus, names);
      this.ranker = new handbokRanking.Ranker(this.corpus, names);
      this.excerpts = new handbokExcerpt.Excerpts(this.corpus);
    }
  }

  function made() {
    if (!engine) throw new Error("No index has been read");
    return engine;
  }

  return {
    /** @param {WrittenIndex} written */
    index(written) {
      engine = new SearchEngine(written);
    },
    /** @param {string} question */
    find(question) {
      const { reader, ranker } = made();
      return ranker.find(reader.read(question), question);
    },
    /** @param {AskedWord[]} asked */
    meant: (asked) => made().reader.meant(asked),
    /** @param {string} question */
    suggest: (question) => made().reader.suggest(question),
    get excerpts() {
      return made().excerpts;
    },
    get data() {
      return made().corpus.data;
    },
    get ready() {
      return engine !== undefined;
    },
  };
})();
