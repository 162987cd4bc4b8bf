/* Compound words and their parts, by the handbook's own vocabulary.

   Norwegian writes compounds as one word, so «melding» must find «bekymringsmelding». A word is split where both parts
   are words the handbook uses on their own, and of several ways the one whose parts are most common is taken (Koehn and
   Knight, «Empirical methods for compound splitting», EACL 2003). The words of the handbook and those of a question are
   split by this alone, so what meets is always split alike. */
"use strict";
var handbokCompounds = (() => {
  const { texts, fold, stem, listed } = handbokNorwegian;
  const { shortestWord, shortestPart, shortestHead, compoundPart } = handbokTuning.compounds;

  /** Between the parts: «bekymring-s-melding», «barn-e-vern». */
  const LINKS = ["", "s", "e"];
  /** Words that are never a part, though they begin or end many words. */
  const NO_PART = new Set(
    listed(`
    alle andre ante anse ben den der dere det dette disse ene eller enn ett etter for fra frem før gang gen god hele her
    hos hun hva igjen ikke inn innen ist lig lige ling med men mer mest mot når nær ned noe nok opp oss over per ringen
    rett samme seg sett siden sin sine skal slik som stand tel ten ter til under uten vil ved vel vis være ut inger
    ingen else elser het heten heter ledes
    `),
  );

  class Splitter {
    /** @param {string[]} all the texts whose words are the vocabulary */
    constructor(all) {
      this.counts = counted(all);
      /** How often each stem is used, in any form. @type {Map<string, number>} */
      this.stems = new Map();
      /** How words begin: what begins otherwise is no word, and most pieces of a word do. @type {Set<string>} */
      this.beginnings = new Set();
      /** @type {Map<string, number>} */
      this.common = new Map();
      for (const [word, count] of this.counts) {
        add(this.stems, stem(word), count);
        this.beginnings.add(word.slice(0, shortestPart));
      }
      // «Samtykkeskjema» asks for a form also where the handbook never says «skjema».
      for (const known of handbokIntent.kindStems.filter((one) => !this.stems.has(one))) {
        add(this.stems, known, 1);
        this.beginnings.add(known.slice(0, shortestPart));
      }
    }

    /**
     * The parts of a folded word; none where it is whole.
     * @param {string} word
     */
    split(word) {
      const parts = this.parts(word);
      return parts.length > 1 ? parts : [];
    }

    /**
     * @param {string} word
     * @returns {string[]}
     */
    parts(word) {
      const way = this.best(word);
      return way ? [...this.parts(way.first), ...this.parts(way.head)] : [word];
    }

    /**
     * The way to split a word in two whose parts are most common; of equals, with the shortest word there is first.
     * @param {string} word
     */
    best(word) {
      let best = null;
      for (const way of this.ways(word)) if (!best || better(way, best)) best = way;
      return best;
    }

    /** @param {string} word */
    *ways(word) {
      if (word.length < shortestWord) return;
      for (let cut = shortestPart; cut <= word.length - shortestHead; cut += 1) {
        const head = word.slice(cut);
        const howCommon = this.howCommon(head);
        for (const first of howCommon ? withoutLink(word.slice(0, cut)) : []) {
          const common = Math.sqrt(this.howCommon(first) * howCommon);
          if (common) yield { common, whole: this.counts.has(first), first, head };
        }
      }
    }

    /**
     * How often the handbook uses a word in any form; less for one it only could make; 0 for what is no word.
     * @param {string} part
     * @returns {number}
     */
    howCommon(part) {
      if (part.length < shortestPart || NO_PART.has(part)) return 0;
      if (!this.beginnings.has(part.slice(0, shortestPart))) return 0;
      let found = this.common.get(part);
      if (found === undefined) {
        found = this.used(part) || (this.best(part)?.common ?? 0) * compoundPart;
        this.common.set(part, found);
      }
      return found;
    }

    /**
     * How often the vocabulary has a word in any form. A short one must be there as it stands.
     * @param {string} part
     */
    used(part) {
      const known = part.length > shortestHead || this.counts.has(part);
      return (known && this.stems.get(stem(part))) || 0;
    }
  }

  /** @typedef {{common: number, whole: boolean, first: string, head: string}} Way */

  /**
   * @param {Way} one
   * @param {Way} other
   */
  function better(one, other) {
    if (one.common !== other.common) return one.common > other.common;
    if (one.whole !== other.whole) return one.whole;
    return one.first.length < other.first.length;
  }

  /**
   * A first part as it may stand alone: «bekymrings» as it is, and «bekymring».
   * @param {string} first
   */
  function withoutLink(first) {
    return LINKS.filter((link) => first.endsWith(link)).map((link) => first.slice(0, first.length - link.length));
  }

  /**
   * How often each folded word stands in the texts. What holds a digit is no word.
   * @param {string[]} all
   */
  function counted(all) {
    /** @type {Map<string, number>} */
    const found = new Map();
    for (const text of all) for (const word of texts(text)) add(found, word, 1);
    /** @type {Map<string, number>} */
    const folded = new Map();
    for (const [word, count] of found) if (!/\d/.test(word)) add(folded, fold(word), count);
    return folded;
  }

  /**
   * @param {Map<string, number>} counts
   * @param {string} key
   * @param {number} more
   */
  function add(counts, key, more) {
    counts.set(key, (counts.get(key) ?? 0) + more);
  }

  return { Splitter };
})();
