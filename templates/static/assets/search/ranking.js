/* Finds what answers a question, and puts the best first. */
"use strict";
var handbokRanking = (() => {
  const { texts } = handbokNorwegian;
  const { wanted, direction, asksForKind } = handbokIntent;
  const { ways, boosts, said: least, cut, shown, modal: TOLD } = handbokTuning;

  /** What one must and what one may, as they are asked, and as a rule says them. */
  const MODALS = /** @type {[RegExp, RegExp][]} */ ([
    [/^(?:må|skal|ska)(?!\p{L})|plikt|pålagt/u, /(?<!\p{L})skal(?!\p{L})/u],
    [/(?<!\p{L})(?:kan|får|lov|tør)(?!\p{L})/u, /(?<!\p{L})kan(?!\p{L})/u],
  ]);

  class Ranker {
    /**
     * @param {Corpus} corpus
     * @param {Names} names
     */
    constructor(corpus, names) {
      this.corpus = corpus;
      this.names = names;
    }

    /**
     * What answers a question, best first, and how much there is of each kind.
     * @param {AskedWord[]} asked the words of the question, as `handbokQuery` reads them
     * @param {string} question
     * @returns {Found}
     */
    find(asked, question) {
      const stems = asked.flatMap((word) => [word.stem, ...word.parts]);
      const kinds = wanted(question, stems);
      const found = totals(asked, this.covered(asked));
      const said = this.said(question);
      const signs = this.signs(asked, said);
      const held = this.held(asked);
      const modal = saying(question);
      raise(found, said, asked);
      const answers = this.answering(asked, question, kinds);
      const scored = Array.from(found, ([id, total]) => {
        const document = this.corpus.documents[id];
        const share = answers.ids.has(id) ? 1 : total.weight / weightOf(asked);
        const sign = signs.get(id);
        const boost =
          modal(document) *
          askedFor(document, kinds, answers.ids) *
          (sign ? boosts[sign] : 1 + boosts.holds * (held.get(id) ?? 0));
        return { document, terms: total.terms, score: total.score * share * share * document.weight * boost };
      });
      const results = cutOff(scored.sort(byScore));
      return { results, counts: counted(results), words: asked, question, held, sharing: answers };
    }

    /**
     * The situations that have most of the pieces of words, and the first ones where none has any.
     * @param {string[]} pieces
     * @returns {Hit[]}
     */
    nearest(pieces) {
      const options = { prefix: true, fuzzy: 0.34, combineWith: /** @type {const} */ ("OR") };
      const found = pieces.length ? this.corpus.lookup({ combineWith: "OR", queries: pieces }, options) : [];
      const all = this.corpus.documents.filter(({ kind }) => kind === "situation");
      const ids = new Map(found.map(({ id }, place) => [id, place]));
      const far = all.length + found.length;
      const ordered = all.sort(
        (one, other) => (ids.get(one.id) ?? far) - (ids.get(other.id) ?? far) || one.id - other.id,
      );
      return ordered.slice(0, shown.nearest).map((document) => ({ document, score: 0, terms: new Set() }));
    }

    /**
     * For each word the documents it finds, by itself or by what stands for it.
     * @param {AskedWord[]} asked
     */
    covered(asked) {
      const covered = asked.map((word) => this.hits(word));
      for (const [place, word] of asked.entries()) {
        for (const found of word.synonyms) {
          const hits = this.synonymHits(found);
          for (let at = place; at < place + found.covers; at += 1) collect(covered[at], hits, 1);
        }
      }
      return covered;
    }

    /**
     * Hits for one word. The best way to a document counts.
     * @param {AskedWord} word
     */
    hits(word) {
      /** @type {Hits} */
      const best = new Map();
      const prefix = word.folded.length > 1 && (word.typing || !word.known);
      const weights = { fuzzy: 0, prefix: word.known ? ways.longer : ways.prefix };
      collect(best, this.corpus.lookup(word.folded, { prefix, weights }), 1);
      if (word.stem !== word.folded) collect(best, this.corpus.lookup(word.stem), 1);
      const meaning = word.parts.filter((part) => !asksForKind(part));
      const telling = meaning.length ? meaning : word.parts.slice(0, 1);
      if (telling.length) collect(best, this.withAll(telling), ways.part / telling.length);
      if (word.inside.length) {
        collect(best, this.corpus.lookup({ combineWith: "OR", queries: word.inside }), ways.inside);
      }
      return best;
    }

    /**
     * Hits for the terms that stand for a word: all their words must be there.
     * @param {Synonym} found
     */
    synonymHits({ stems, weight }) {
      return this.withAll(stems).map((hit) => ({ ...hit, score: (hit.score / stems.length) * weight }));
    }

    /** @param {string[]} terms */
    withAll(terms) {
      return this.corpus.lookup({ combineWith: "AND", queries: terms });
    }

    /**
     * Why documents count more: a question that is the very name of something, or holds one said as people say it, is
     * about that thing. The surest sign is set last.
     * @param {AskedWord[]} asked
     * @param {Set<number>} saying
     */
    signs(asked, saying) {
      /** @type {Map<number, Sign>} */
      const signs = new Map();
      const stems = asked.map((word) => word.stem);
      const key = stems.join(" ");
      const { names } = this;
      for (const [meaning, id] of names.meant)
        if (meaning.every((stem) => stems.includes(stem))) signs.set(id, "meant");
      for (const id of saying) signs.set(id, "said");
      for (const id of names.begins.get(key) ?? []) signs.set(id, "begins");
      const about = stems.filter((stem) => !asksForKind(stem)).join(" ");
      for (const id of [about, key].flatMap((name) => names.exact.get(name) ?? [])) {
        signs.set(id, this.ofTerm(id) ?? "named");
      }
      return signs;
    }

    /**
     * The ids of what the question says word for word: a name of several words, stop words and all.
     * @param {string} question
     */
    said(question) {
      const said = ` ${texts(question.toLowerCase()).join(" ")} `;
      return new Set(
        this.names.said.filter(([name, id]) => said.includes(name) && !this.ofTerm(id)).map(([, id]) => id),
      );
    }

    /**
     * The share of a question that is the name of something: «PPT» in «når svarer PPT».
     * @param {AskedWord[]} asked
     */
    held(asked) {
      const weights = new Map(asked.map((word) => [word.stem, word.weight]));
      const whole = weightOf(asked);
      /** @type {Map<number, number>} */
      const held = new Map();
      for (const [name, id] of this.names.within(asked.map((word) => word.stem))) {
        const share = name.reduce((sum, stem) => sum + (weights.get(stem) ?? 0), 0) / whole;
        held.set(id, Math.max(share, held.get(id) ?? 0));
      }
      return held;
    }

    /**
     * @param {number} id
     * @returns {"namedTerm" | undefined}
     */
    ofTerm(id) {
      return this.corpus.documents[id].kind === "term" ? "namedTerm" : undefined;
    }

    /**
     * The ids of the answers to a question about sharing: of the one who tells, where the question names two.
     * Where it names only who is told, nobody's.
     * @param {AskedWord[]} asked
     * @param {string} question
     * @param {Set<string>} kinds
     * @returns {Sharing}
     */
    answering(asked, question, kinds) {
      const { tellers } = this.names;
      const { from, to, before } = direction(question);
      const named = kinds.has("rule") ? asked.map((word) => word.stem).filter((stem) => tellers.has(stem)) : [];
      if (new Set(named).size < 2) return { ids: new Set(), told: named.filter((stem) => to.has(stem)), sure: false };
      const teller = named.find((stem) => from.has(stem)) ?? named.find((stem) => !to.has(stem));
      const ids = new Set((teller && tellers.get(teller)) || []);
      const sure = teller !== undefined && (from.has(teller) || before.has(teller));
      return { ids, told: named.filter((stem) => stem !== teller), sure };
    }
  }

  /**
   * @param {Hits} best
   * @param {{id: number, score: number, terms: string[]}[]} found
   * @param {number} weight
   */
  function collect(best, found, weight) {
    for (const hit of found) {
      const before = best.get(hit.id);
      const score = hit.score * weight;
      if (!before) best.set(hit.id, { score, terms: new Set(hit.terms) });
      else {
        before.score = Math.max(before.score, score);
        for (const term of hit.terms) before.terms.add(term);
      }
    }
  }

  /**
   * What each document comes to, over all the words.
   * @param {AskedWord[]} asked
   * @param {Hits[]} covered
   */
  function totals(asked, covered) {
    /** @type {Map<number, Total>} */
    const found = new Map();
    for (const [place, word] of asked.entries()) {
      for (const [id, hit] of covered[place]) {
        const total = found.get(id) ?? { score: 0, weight: 0, terms: new Set() };
        total.score += hit.score * word.weight;
        total.weight += word.weight;
        for (const term of hit.terms) total.terms.add(term);
        found.set(id, total);
      }
    }
    return found;
  }

  /**
   * A document that the question says word for word is found, whatever the words tell one by one.
   * @param {Map<number, Total>} found
   * @param {Set<number>} said
   * @param {AskedWord[]} asked
   */
  function raise(found, said, asked) {
    for (const id of said) {
      const { score, weight, terms } = found.get(id) ?? { score: 0, weight: 0, terms: new Set() };
      const share = weightOf(asked) * least.share;
      found.set(id, { score: Math.max(score, least.score), weight: Math.max(weight, share), terms });
    }
  }

  /** @param {AskedWord[]} asked */
  function weightOf(asked) {
    return asked.reduce((sum, word) => sum + word.weight, 0);
  }

  /**
   * @param {FoundDocument} document
   * @param {Set<string>} kinds
   * @param {Set<number>} answers
   */
  function askedFor(document, kinds, answers) {
    if (document.anchors && document.kind === "rule") return answers.has(document.id) ? boosts.answers : boosts.aside;
    return kinds.has(document.kind) ? boosts.wanted : 1;
  }

  /**
   * How much more a rule counts that says what one must, or may, where that is asked.
   * @param {string} question
   * @returns {(document: FoundDocument) => number}
   */
  function saying(question) {
    const [, pattern] = MODALS.find(([asks]) => asks.test(question.toLowerCase())) ?? [];
    return ({ facts }) => (pattern && facts.some(([of, said]) => of === "says" && pattern.test(said)) ? TOLD : 1);
  }

  /**
   * @param {Hit} one
   * @param {Hit} other
   */
  function byScore(one, other) {
    return other.score - one.score || one.document.id - other.document.id;
  }

  /** @param {Hit[]} results */
  function cutOff(results) {
    const far = results.findIndex((one, place) => place >= cut.always && one.score < results[0].score * cut.share);
    return far < 0 ? results : results.slice(0, far);
  }

  /** @param {Hit[]} results */
  function counted(results) {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const { document } of results) counts.set(document.kind, (counts.get(document.kind) ?? 0) + 1);
    return counts;
  }

  return { Ranker };
})();
