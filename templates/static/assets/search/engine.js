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
    /**
     * The situations that are nearest to a question that has no answer: by any part of its words, else the first.
     * @param {string} question
     */
    nearest: (question) => made().ranker.nearest(made().reader.pieces(question)),
    /** @param {string} question */
    suggest: (question) => made().reader.suggest(question),
    /**
     * The answer itself, where a question asks for one.
     * @param {Found} found
     * @param {string} question
     * @param {Date} [moment]
     */
    atOnce: (found, question, moment = new Date()) => handbokAtOnce.answer(found, question, made(), moment),
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
