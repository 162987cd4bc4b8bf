/* What a question says: its words, each with other ways to it. */
"use strict";
var handbokQuery = (() => {
  const { words, fold, phrase, stem, isStop, isCommon, digits } = handbokNorwegian;
  const { wanted, asksForKind } = handbokIntent;
  const { ways, words: weights, spelling, phrases } = handbokTuning;

  class Reader {
    /**
     * @param {Corpus} corpus
     * @param {Names} names
     */
    constructor(corpus, names) {
      this.corpus = corpus;
      this.names = names;
    }

    /**
     * The words a question is about. The last one may still be typed.
     * @param {string} question
     */
    read(question) {
      const typing = !/[\s.?!,]$/.test(question);
      const all = words(this.plain(question)).map((word) => word.text);
      const telling = all.filter((word) => !isStop(word));
      const asked = (telling.length ? telling : all).map((word, place, list) =>
        this.word(word, typing && place === list.length - 1),
      );
      weigh(asked, question);
      this.addSynonyms(asked);
      this.addJoined(asked);
      return asked;
    }

    /**
     * A question with its telephone numbers, and what is said in two words, as the handbook has them.
     * @param {string} question
     */
    plain(question) {
      const known = question.normalize("NFC").replace(NUMBER, (number) => {
        const found = digits(number);
        return this.names.exact.has(found) ? found : number;
      });
      return PRINTING.reduce((text, pattern) => text.replace(pattern, " utskrift "), known);
    }

    /**
     * A word the handbook knows: as it stands, its parts, a word it stands inside, or one spelled nearly so.
     * @param {string} text
     * @param {boolean} typing
     * @returns {AskedWord}
     */
    word(text, typing) {
      const { folded, stem: root, parts } = this.corpus.analyse(text);
      const asked = { ...PLAIN, text, folded, stem: root, typing, parts, synonyms: [] };
      if (this.knows(folded, root)) return asked;
      const unknown = { ...asked, known: false };
      if (typing && this.corpus.lookup(folded, { prefix: true }).length) return unknown;
      const slip = this.nearest(folded, 1);
      if (slip) return corrected(unknown, slip);
      if (parts.length) return unknown;
      const inside = this.holding(folded);
      if (inside.length) return { ...unknown, inside };
      const near = this.nearest(folded, folded.length >= spelling.threeFrom ? 3 : 2);
      return near ? corrected(unknown, near) : unknown;
    }

    /**
     * @param {string} folded
     * @param {string} root
     */
    knows(folded, root) {
      return /\d/.test(folded) || this.names.synonyms.has(root) || this.corpus.has(folded) || this.corpus.has(root);
    }

    /**
     * The words that a word is part of: «stasjon» in «helsestasjon».
     * @param {string} folded
     */
    holding(folded) {
      if (folded.length < spelling.shortest) return [];
      const known = Array.from(this.corpus.surfaces.keys());
      return known.filter((word) => word.endsWith(folded) || word.startsWith(folded));
    }

    /**
     * The word the handbook uses most among those spelled most like one it does not use; none when all are far.
     * @param {string} folded
     * @param {number} most letters that may differ
     */
    nearest(folded, most) {
      if (folded.length < spelling.shortest) return "";
      for (let distance = 1; distance <= (folded.length < spelling.twoFrom ? 1 : most); distance += 1) {
        const best = this.mostUsed(folded, distance);
        if (best) return best;
      }
      return "";
    }

    /**
     * @param {string} folded
     * @param {number} distance
     */
    mostUsed(folded, distance) {
      /** @type {Map<string, number>} */
      const uses = new Map();
      for (const hit of this.corpus.lookup(folded, { fuzzy: distance })) {
        for (const term of hit.terms) uses.set(term, (uses.get(term) ?? 0) + hit.score);
      }
      const [best] = Array.from(uses).sort((one, other) => other[1] - one[1]);
      return best ? best[0] : "";
    }

    /**
     * Gives each word the synonyms of the phrases it begins.
     * @param {AskedWord[]} asked
     */
    addSynonyms(asked) {
      for (let start = 0; start < asked.length; start += 1) {
        for (let end = start + 1; end <= Math.min(asked.length, start + phrases.longest); end += 1) {
          const covered = asked.slice(start, end);
          const found = this.synonymsOf(covered.map((word) => word.stem).join(" "), asked[end - 1]);
          asked[start].synonyms.push(...found.map((one) => ({ ...one, covers: covered.length })));
        }
      }
    }

    /**
     * Two words that are one in the handbook: «skole fravær» is «skolefravær».
     * @param {AskedWord[]} asked
     */
    addJoined(asked) {
      for (const [place, { folded }] of asked.slice(0, -1).entries()) {
        const joined = LINKS.map((link) => folded + link + asked[place + 1].folded);
        const known = joined.find((word) => this.corpus.surfaces.has(word) || this.corpus.has(stem(word)));
        if (known) asked[place].synonyms.push({ stems: [stem(known)], weight: ways.joined, covers: 2 });
      }
    }

    /**
     * The synonyms of a phrase; while its last word is typed, of every word that begins so.
     * @param {string} key
     * @param {AskedWord} last
     */
    synonymsOf(key, last) {
      const { synonyms } = this.names;
      const whole = synonyms.get(key) ?? [];
      if (whole.length || !last.typing || last.known || key.length < phrases.typed || key.includes(" ")) return whole;
      return Array.from(synonyms).flatMap(([said, found]) => (said.startsWith(key) ? found : []));
    }

    /**
     * What the words of a question were taken for, where that is not as they were written; else nothing.
     * @param {AskedWord[]} asked
     */
    meant(asked) {
      const told = asked.map((word) => (word.corrected && this.corpus.wordOf(word.folded)) || word.text);
      return told.some((word, place) => fold(word) !== fold(asked[place].text)) ? told.join(" ") : "";
    }

    /**
     * The words of a question and their parts.
     * @param {string} question
     */
    pieces(question) {
      return this.read(question).flatMap((word) => [word.stem, ...word.parts]);
    }

    /**
     * A question the handbook can answer, near one it cannot.
     * @param {string} question
     */
    suggest(question) {
      return this.corpus.suggest(phrase(question).join(" "));
    }
  }

  /** Between words that are written as one. */
  const LINKS = ["", "s", "e"];
  const NUMBER = /(?:\+|00)?\d[\d ]*\d/g;
  /** To print. */
  const PRINTING = [/(?<!\p{L})skriv\p{L}* ut(?!\p{L})/giu, /(?<!\p{L})på (?:papir|ark)(?!\p{L})/giu];

  const PLAIN = { weight: 1, inside: /** @type {string[]} */ ([]), known: true, corrected: false };

  /**
   * @param {AskedWord} asked
   * @param {string} near
   */
  function corrected(asked, near) {
    const instead = { folded: near, stem: stem(near), weight: ways.corrected, parts: [] };
    return { ...asked, ...instead, typing: false, corrected: true };
  }

  /**
   * Some words of a question tell less than others beside them.
   * @param {AskedWord[]} asked
   * @param {string} question
   */
  function weigh(asked, question) {
    const meant = asked.some((word) => !asksForKind(word.stem));
    const several = asked.length > 1;
    for (const word of asked) {
      if (meant && asksForKind(word.stem)) word.weight *= weights.ofKind;
      else if (several && isCommon(word.stem)) word.weight *= weights.common;
      else if (several && isLoneNumber(word.text, question)) word.weight *= weights.loneNumber;
    }
  }

  /**
   * @param {string} text
   * @param {string} question
   */
  function isLoneNumber(text, question) {
    return /^\d\d?$/.test(text) && !wanted(question, []).has("law");
  }

  return { Reader };
})();
